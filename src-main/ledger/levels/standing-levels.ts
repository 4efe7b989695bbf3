/** Levels as SQL that stands by itself: what is shown. Held against `walkLevels` by tests. */

import { parted, withParts } from '../sql-parts.ts';
import standingLevels from './standing-levels.sql?raw';

/** Common table expressions, the last of which is `levelled`; without the word `with`. `one`: of `:customer` alone. */
export function standingLevelsSql(whom: 'everybody' | 'one'): string {
  const [, body] = parted(withParts(standingLevels, whom === 'one' ? ['one'] : []));
  return body;
}
