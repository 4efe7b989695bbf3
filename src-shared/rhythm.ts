/**
 * How often somebody comes: the middle of the gaps between the days on which they bought. One gap that is far off, a year away or two orders in
 * a week, does not move it, as it would move a mean. Every page, list, filter, rule and statement goes by it. Pure.
 */

/** Two gaps are the fewest that have a middle: three purchase days. */
export const fewestGaps = 2;

/** The gaps between purchase days, from small to large. Days ascend, by number; of several orders on one day only the first counts. */
export function gapsBetween(days: ArrayLike<number>, from = 0, to = days.length): Int32Array {
  const gaps = new Int32Array(Math.max(to - from - 1, 0));
  let count = 0;
  for (let at = from + 1; at < to; at += 1) {
    const gap = (days[at] ?? 0) - (days[at - 1] ?? 0);
    if (gap === 0) continue;
    gaps[count] = gap;
    count += 1;
  }
  return gaps.subarray(0, count).sort();
}

/** Of gaps in days, ascending; the mean of the middle two where there are two. null: too few. */
export function middleGap(gaps: ArrayLike<number>): number | null {
  if (gaps.length < fewestGaps) return null;
  return ((gaps[(gaps.length - 1) >> 1] ?? 0) + (gaps[gaps.length >> 1] ?? 0)) / 2;
}

/**
 * Days beyond the usual gap: 0 on the day they are due, less before it. Against the gap in whole days, as it is shown: so what stands on a page
 * adds up. null: no usual gap, or never bought.
 */
export function lateDays(sinceDays: number | null, rhythmDays: number | null): number | null {
  return sinceDays === null || rhythmDays === null ? null : sinceDays - Math.round(rhythmDays);
}
