/** The stretches of time a made shop's exports are of, and the day each was made. Exports may overlap. */

import { addDays, type Day, dayOf, monthOf } from '../../src-shared/day.ts';
import type { Span } from './purchases.ts';

export interface ExportWindow {
  /** Of the orders in it. Reaches back into the window before by the days of the overlap. */
  readonly first: Day;
  readonly last: Day;
  /** The export was made on this day at nine. */
  readonly madeOn: Day;
}

/** The same day of the month so many months on, at its beginning. */
function monthsOn(month: string, count: number): Day {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  const text = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
  const day = dayOf(text);
  if (day === null) throw new RangeError(text);
  return day;
}

/** `every`: months in an export. Oldest first; the last one ends with the span. */
export function exportWindows(span: Span, every: number, overlapDays: number): readonly ExportWindow[] {
  const windows: ExportWindow[] = [];
  for (let at = 0; ; at += every) {
    const start = at === 0 ? span.first : monthsOn(monthOf(span.first), at);
    const end = addDays(monthsOn(monthOf(span.first), at + every), -1);
    const isLast = end >= span.last;
    const early = addDays(start, -overlapDays);
    windows.push({
      first: at === 0 || early < span.first ? span.first : early,
      last: isLast ? span.last : end,
      madeOn: isLast ? span.last : addDays(end, 1),
    });
    if (isLast) return windows;
  }
}

/** When an export was made, as a moment. */
export function momentOf({ madeOn }: ExportWindow): string {
  return `${madeOn} 09:00:00`;
}
