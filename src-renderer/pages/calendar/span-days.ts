/** Which days a week and a list of days hold, and to which of them somebody is moved by a key. Pure. */

import type { SpanDay } from '../../../src-shared/contract/follow-up-span.ts';
import { addDays, type Day, weekdayOf } from '../../../src-shared/day.ts';

/** So many days a list shows. */
export const LIST_DAYS = 30;

/** From Monday on. */
export function weekOf(day: Day): readonly Day[] {
  const monday = addDays(day, 1 - weekdayOf(day));
  return Array.from({ length: 7 }, (_, at) => addDays(monday, at));
}

/** The next day, or the one before, on which anybody is contacted; null: none before today. Of days that are not shown nothing is known. */
export function steppedDay(days: readonly SpanDay[], from: Day, by: 1 | -1, today: Day): Day | null {
  const rests = new Set(days.filter(({ load }) => load.capacity === 0).map(({ day }) => day));
  let day = addDays(from, by);
  while (rests.has(day)) day = addDays(day, by);
  return day < today ? null : day;
}
