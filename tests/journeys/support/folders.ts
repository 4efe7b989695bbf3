/** Folders for journeys: fresh ones under the system's own, removed when the tests end. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from './at-end.ts';

export function freshFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `regulars-${name}-`));
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
