/** The days of a month's sheet: whole weeks from Monday on. Pure. */

import { addDays, type Day, dayOf, weekdayOf } from '../../../src-shared/day.ts';

export function firstOfMonth(day: Day): Day {
  return dayOf(`${day.slice(0, 7)}-01`) ?? day;
}

/** The same day of another month; its last one where it has none. */
export function monthsOn(day: Day, months: number): Day {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const first = `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
  for (let date = Number(day.slice(8)); date > 0; date -= 1) {
    const found = dayOf(`${first}-${String(date).padStart(2, '0')}`);
    if (found !== null) return found;
  }
  return day;
}

/** Six weeks, so that the sheet is as high every month. */
export function daysOfSheet(day: Day): readonly Day[] {
  const first = firstOfMonth(day);
  const monday = addDays(first, 1 - weekdayOf(first));
  return Array.from({ length: 42 }, (_, at) => addDays(monday, at));
}
