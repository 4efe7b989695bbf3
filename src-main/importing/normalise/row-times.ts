/** Do the moments of one row agree with each other? A day and a month that a spreadsheet has swapped show against the other time. */

import type { WallTime } from '../../../src-shared/wall-time.ts';
import type { RowCells } from './row-cells.ts';

const DAY_MS = 86_400_000;
/** Orders are paid within days, or never; pre-orders take weeks, but no swapped date brings those to the very day. */
const LONGEST_WAIT = 10;

/** Days since 1970 of 'YYYY-MM-DD …'. */
export function dayNumber(time: string): number {
  return Date.UTC(Number(time.slice(0, 4)), Number(time.slice(5, 7)) - 1, Number(time.slice(8, 10))) / DAY_MS;
}

/** Day and month of a day number changed about; null where that makes no other date. */
export function swappedDay(day: number): number | null {
  const date = new Date(day * DAY_MS);
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  if (dayOfMonth > 12 || dayOfMonth === month) return null;
  return Date.UTC(year, dayOfMonth - 1, month) / DAY_MS;
}

function fits(ordered: number | null, paid: number | null): boolean {
  return ordered !== null && paid !== null && paid - ordered >= 0 && paid - ordered <= 1;
}

/** Notes the one of the two that is most likely wrong. Both stay as they stand. */
export function noteTimes(cells: RowCells, orderedAt: WallTime | null, paidAt: WallTime | null): void {
  if (orderedAt === null || paidAt === null || orderedAt.slice(0, 10) === paidAt.slice(0, 10)) return;
  const [ordered, paid] = [dayNumber(orderedAt), dayNumber(paidAt)];
  if (paid - ordered >= -1 && paid - ordered <= LONGEST_WAIT) return;
  const paidSwapped = fits(ordered, swappedDay(paid));
  const orderedSwapped = fits(swappedDay(ordered), paid);
  if (paidSwapped) cells.note('date-swapped', cells.cell('paidAt'));
  if (orderedSwapped) cells.note('date-swapped', cells.cell('orderedAt'));
  if (!paidSwapped && !orderedSwapped && paid < ordered) cells.note('paid-before-ordered', cells.cell('paidAt'));
}
