/** When something that repeats comes again, by the solar or the lunar calendar. Pure. */

import type { Repeat } from './contract/follow-ups.ts';
import type { OccasionDate } from './contract/occasions.ts';
import { addDays, addMonths, type Day, daysBetween } from './day.ts';
import { lengthOfLunarMonth, lunarOfSolar, solarOfLunar } from './lunar/lunar-days.ts';
import { occurrenceIn } from './lunar/occasions.ts';

/** By lunar months; leap months are passed over. The 30th falls on the 29th of a short month. */
function lunarMonths(day: Day, months: number): Day {
  const { year, month, day: date } = lunarOfSolar(day);
  const at = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1];
  const length = lengthOfLunarMonth(toYear, toMonth, false) ?? 29;
  const found = solarOfLunar({ year: toYear, month: toMonth, isLeap: false, day: Math.min(date, length) });
  return found ?? addDays(day, Math.round(months * 29.5));
}

/** The same lunar day so many years on; of a leap month in that month where the year has it, else in the plain one of its number. */
function lunarYears(day: Day, years: number): Day {
  const date = lunarOfSolar(day);
  const on: OccasionDate = { calendar: 'lunar', ...date, year: null, leap: 'leapElsePlain' };
  return occurrenceIn(on, date.year + years) ?? addDays(day, Math.round(years * 365.2425));
}

/** So many of its steps after the day it began on: each counted from there, so that the 31st comes back after a shorter month. */
function stepFrom(from: Day, { every, unit, calendar }: Repeat, steps: number): Day {
  switch (unit) {
    case 'day':
      return addDays(from, every * steps);
    case 'week':
      return addDays(from, every * steps * 7);
    case 'month':
      return calendar === 'lunar' ? lunarMonths(from, every * steps) : addMonths(from, every * steps);
    case 'year':
      return calendar === 'lunar' ? lunarYears(from, every * steps) : addMonths(from, 12 * every * steps);
  }
}

/** Steps are at most so long, in days: a lunar year may have thirteen months. */
const longest = { day: 1, week: 7, month: 31, year: 385 } as const;

/**
 * The first time after `after`, of what comes again from `from` on. Done late, or early, it keeps its own days; days and weeks are the same in
 * both calendars.
 */
export function nextRepeat(from: Day, repeat: Repeat, after: Day = from): Day {
  let steps = Math.max(1, Math.floor(daysBetween(from, after) / (repeat.every * longest[repeat.unit])));
  let day = stepFrom(from, repeat, steps);
  while (day <= after) {
    steps += 1;
    day = stepFrom(from, repeat, steps);
  }
  return day;
}
