/** When a day that comes every year comes next, in solar days. Pure; the rules are explained in `contract/occasions.ts`. */

import type { OccasionDate } from '../contract/occasions.ts';
import { type Day, dayOf } from '../day.ts';
import { lengthOfLunarMonth, lunarYears, solarOfLunar } from './lunar-days.ts';

export interface Occurrence {
  readonly day: Day;
  /** The solar or lunar year it is the one of. */
  readonly year: number;
}

type Solar = Extract<OccasionDate, { calendar: 'solar' }>;
type Lunar = Extract<OccasionDate, { calendar: 'lunar' }>;

/** A leap month comes again after 19 years at most most of the time, but some after far longer. */
const YEARS_AHEAD = 60;

function solarIn(date: Solar, year: number): Day | null {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = dayOf(`${year}-${two(date.month)}-${two(date.day)}`);
  if (day !== null || date.month !== 2) return day;
  if (date.february === 'leapOnly') return null;
  return dayOf(date.february === 'before' ? `${year}-02-28` : `${year}-03-01`);
}

function lunarIn({ month, isLeap, day, leap }: Lunar, year: number): Day | null {
  const has = isLeap && lengthOfLunarMonth(year, month, true) !== null;
  if (isLeap && leap === 'leapOnly' && !has) return null;
  const inLeap = has && leap !== 'plain';
  const length = lengthOfLunarMonth(year, month, inLeap) ?? 29;
  return solarOfLunar({ year, month, isLeap: inLeap, day: Math.min(day, length) });
}

/** The day in a solar or, by the lunar calendar, a lunar year; null: that year does not have it. */
export function occurrenceIn(date: OccasionDate, year: number): Day | null {
  return date.calendar === 'solar' ? solarIn(date, year) : lunarIn(date, year);
}

/** The first one on or after `from`; null: none within the years that are known. */
export function nextOccurrence(date: OccasionDate, from: Day): Occurrence | null {
  const year = Number(from.slice(0, 4));
  // A lunar year runs into the next solar one: 腊月 of last year may lie before us.
  const first = Math.max(year - 1, lunarYears.first);
  for (let at = first; at <= Math.min(year + YEARS_AHEAD, lunarYears.last); at += 1) {
    const day = occurrenceIn(date, at);
    if (day !== null && day >= from) return { day, year: at };
  }
  return null;
}
