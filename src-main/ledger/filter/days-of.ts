/** Days of a condition as first and last day, on the day a list stands on. Pure: the shop's days, by the calendar. */

import type { Days } from '../../../src-shared/contract/filters.ts';
import { addDays, type Day, dayOf, daysBetween, monthOf } from '../../../src-shared/day.ts';

export interface DaySpan {
  /** null: as far back as there are days. */
  readonly from: Day | null;
  readonly to: Day | null;
}

function real(text: string): Day {
  const day = dayOf(text);
  if (day === null) throw new RangeError(`not a day: ${text}`);
  return day;
}

const firstOfAll = real('0001-01-01');

function calendarSpan(span: Extract<Days, { calendar: unknown }>['calendar'], on: Day): DaySpan {
  const month = real(`${monthOf(on)}-01`);
  switch (span) {
    case 'thisMonth':
      return { from: month, to: on };
    case 'lastMonth': {
      const to = addDays(month, -1);
      return { from: real(`${monthOf(to)}-01`), to };
    }
    case 'thisYear':
      return { from: real(`${on.slice(0, 4)}-01-01`), to: on };
    case 'lastYear': {
      const before = String(Number(on.slice(0, 4)) - 1).padStart(4, '0');
      return { from: real(`${before}-01-01`), to: real(`${before}-12-31`) };
    }
  }
}

/** Both ends included. `on`: the day that is 0 days ago. Nobody orders before the year 1: further back is no bound. */
export function spanOf(days: Days, on: Day): DaySpan {
  if ('calendar' in days) return calendarSpan(days.calendar, on);
  if ('daysAgo' in days) {
    const { from, to } = days.daysAgo;
    const back = (count: number): Day => addDays(on, -Math.min(count, daysBetween(firstOfAll, on)));
    return { from: to === undefined ? null : back(to), to: back(from ?? 0) };
  }
  return { from: days.from ?? null, to: days.to ?? null };
}
