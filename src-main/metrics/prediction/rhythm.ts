/** How often somebody buys, of purchase days that are at hand: see `src-shared/rhythm.ts`. Pure. */

import { middleGap } from '../../../src-shared/rhythm.ts';

export interface Rhythm {
  /** The middle of the gaps, rounded. */
  readonly everyDays: number;
  readonly gaps: number;
}

/** By the first `count` purchase days, oldest first; null: too few gaps. */
export function rhythmOf(days: readonly number[], count = days.length): Rhythm | null {
  const gaps: number[] = [];
  for (let at = 1; at < count; at += 1) gaps.push((days[at] ?? 0) - (days[at - 1] ?? 0));
  gaps.sort((a, b) => a - b);
  const middle = middleGap(gaps);
  return middle === null ? null : { everyDays: Math.round(middle), gaps: gaps.length };
}
