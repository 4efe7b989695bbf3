/** The days of a month's sheet: whole weeks from Monday on. Pure. */

import { addDays, type Day, dayOf, weekdayOf } from '../../../src-shared/day.ts';

export function firstOfMonth(day: Day): Day {
  return dayOf(`${day.slice(0, 7)}-01`) ?? day;
}

/** Six weeks, so that the sheet is as high every month. */
export function daysOfSheet(day: Day): readonly Day[] {
  const first = firstOfMonth(day);
  const monday = addDays(first, 1 - weekdayOf(first));
  return Array.from({ length: 42 }, (_, at) => addDays(monday, at));
}
