/** Which days a report is over. Pure. */

import type { Report } from '../../../src-shared/contract/reports.ts';
import { addDays, type Day, dayOf } from '../../../src-shared/day.ts';

export const periods = ['m3', 'm12', 'all'] as const;
export type Period = (typeof periods)[number];

export interface Span {
  /** undefined: from the first order on. */
  readonly from: Day | undefined;
  readonly on: Day;
}

const lengths = { m3: 3, m12: 12 } as const;

/** '2026-03' or a day of it, so many months earlier: '2025-03'. */
export function monthsBefore(month: string, count: number): string {
  const number = 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7)) - 1 - count;
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** Whole months, the last of them up to the day. */
export function spanOf(period: Period, on: Day): Span {
  if (period === 'all') return { from: undefined, on };
  return { from: dayOf(`${monthsBefore(on, lengths[period] - 1)}-01`) ?? undefined, on };
}

/** The last month of a report, where it or the order files end before the month does: its figures are not yet those of a month. */
export function unfinishedMonth({
  on,
  coveredTo,
}: Pick<Report, 'on' | 'coveredTo'>): { month: string; until: Day } | null {
  const until = dayOf(coveredTo !== null && coveredTo < on ? coveredTo : on);
  if (until === null) return null;
  const month = until.slice(0, 7);
  return addDays(until, 1).slice(0, 7) === month ? { month, until } : null;
}
