/** When something that repeats comes again, by the solar or the lunar calendar. Pure. */

import type { Repeat } from './contract/follow-ups.ts';
import { addDays, addMonths, type Day } from './day.ts';
import { lengthOfLunarMonth, lunarOfSolar, solarOfLunar } from './lunar/lunar-days.ts';

/** By lunar months; leap months are passed over. The 30th falls on the 29th of a short month. */
function lunarMonths(day: Day, months: number): Day {
  const { year, month, day: date } = lunarOfSolar(day);
  const at = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1];
  const length = lengthOfLunarMonth(toYear, toMonth, false) ?? 29;
  const found = solarOfLunar({ year: toYear, month: toMonth, isLeap: false, day: Math.min(date, length) });
  return found ?? addDays(day, Math.round(months * 29.5));
}

/** The next time after `day`, on which it was done or planned. Days and weeks are the same in both calendars. */
export function nextRepeat(day: Day, { every, unit, calendar }: Repeat): Day {
  if (unit === 'day') return addDays(day, every);
  if (unit === 'week') return addDays(day, every * 7);
  const months = unit === 'month' ? every : every * 12;
  return calendar === 'lunar' ? lunarMonths(day, months) : addMonths(day, months);
}
