/** Which days a period is held against: the same days a year before, or the period just before it. Pure. */

import { addDays, addMonths, type Day, daysBetween } from './day.ts';

/** The first is the usual one. */
export const comparisons = ['year', 'before', 'none'] as const;
export type Comparison = (typeof comparisons)[number];

/** Both days are in it. */
export interface BoundSpan {
  readonly from: Day;
  readonly on: Day;
}

/**
 * How many months a period and what it is held against are apart; null where it is told in days. A period that begins with a month goes back by as many
 * months as it touches, so that months stand beside months, the last up to the same date or to its end; another one ends the day before it begins.
 */
export function monthsApart({ from, on }: BoundSpan, comparison: 'year' | 'before'): number | null {
  if (comparison === 'year') return 12;
  if (!from.endsWith('-01')) return null;
  return (
    12 * (Number(on.slice(0, 4)) - Number(from.slice(0, 4))) + Number(on.slice(5, 7)) - Number(from.slice(5, 7)) + 1
  );
}

/** So many months earlier; a month's last day stays one. */
function backBy(day: Day, months: number): Day {
  const next = addDays(day, 1);
  return next.endsWith('-01') ? addDays(addMonths(next, -months), -1) : addMonths(day, -months);
}

/** null: nothing is compared, or the period has no beginning. */
export function comparedSpan(
  { from, on }: { readonly from: Day | undefined; readonly on: Day },
  comparison: Comparison,
): BoundSpan | null {
  if (from === undefined || comparison === 'none') return null;
  const months = monthsApart({ from, on }, comparison);
  if (months !== null) return { from: addMonths(from, -months), on: backBy(on, months) };
  const last = addDays(from, -1);
  return { from: addDays(last, -daysBetween(from, on)), on: last };
}
