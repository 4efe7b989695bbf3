/** How busy a day is in the demo shop, as a multiple of a plain Tuesday: 618, 双11, 年货节, the quiet of the New Year. */

import { addDays, type Day, dayOf, daysBetween, weekdayOf } from '../../src-shared/day.ts';

// First day of the lunar year. Outside these years the demo takes 5 February.
const NEW_YEARS: readonly string[] = [
  '2020-01-25',
  '2021-02-12',
  '2022-02-01',
  '2023-01-22',
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-03',
];

function newYearOf(day: Day): Day {
  const year = day.slice(0, 4);
  return dayOf(NEW_YEARS.find((found) => found.startsWith(year)) ?? `${year}-02-05`) ?? day;
}

function festival(day: Day): number {
  const monthDay = day.slice(5);
  const untilNewYear = daysBetween(day, newYearOf(day));
  if (untilNewYear >= 10 && untilNewYear <= 30) return 2.1;
  if (untilNewYear <= 4 && untilNewYear >= -6) return 0.25;
  if (monthDay === '06-18' || monthDay === '11-11') return 6;
  if (monthDay >= '06-01' && monthDay <= '06-20') return 1.9;
  if (monthDay >= '10-24' && monthDay <= '11-13') return 2.3;
  if (monthDay >= '12-10' && monthDay <= '12-12') return 2;
  if (monthDay >= '03-20' && monthDay <= '04-20') return 1.4;
  return 1;
}

/** The multiple for one day. */
export function busyness(day: Day): number {
  return festival(day) * (weekdayOf(day) >= 6 ? 1.15 : 1);
}

/** Days that pull purchases of the two weeks before towards them; null when none is near. */
export function saleAhead(day: Day): Day | null {
  for (let ahead = 1; ahead <= 14; ahead += 1) {
    const later = addDays(day, ahead);
    if (later.endsWith('-06-18') || later.endsWith('-11-11')) return later;
  }
  return null;
}
