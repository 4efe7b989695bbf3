/** How often somebody buys: the middle of the gaps between one purchase day and the next. Pure. */

/** Two gaps are the fewest that have a middle. */
export const fewestGaps = 2;

export interface Rhythm {
  /** The middle of the gaps, rounded. */
  readonly everyDays: number;
  readonly gaps: number;
}

/** By the first `count` purchase days, oldest first; null: too few gaps. */
export function rhythmOf(days: readonly number[], count = days.length): Rhythm | null {
  const gaps: number[] = [];
  for (let at = 1; at < count; at += 1) gaps.push((days[at] ?? 0) - (days[at - 1] ?? 0));
  if (gaps.length < fewestGaps) return null;
  gaps.sort((a, b) => a - b);
  const middle = gaps.length / 2;
  const everyDays = Math.round(((gaps[Math.ceil(middle) - 1] ?? 0) + (gaps[Math.floor(middle)] ?? 0)) / 2);
  return { everyDays, gaps: gaps.length };
}
