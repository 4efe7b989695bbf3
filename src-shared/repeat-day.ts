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

/** So much after `day`. Days and weeks are the same in both calendars. */
export function nextRepeat(day: Day, { every, unit, calendar }: Pick<Repeat, 'every' | 'unit' | 'calendar'>): Day {
  if (unit === 'day') return addDays(day, every);
  if (unit === 'week') return addDays(day, every * 7);
  const months = unit === 'month' ? every : every * 12;
  return calendar === 'lunar' ? lunarMonths(day, months) : addMonths(day, months);
}

/**
 * When it comes again, after the one that stood on `day` was done on `done`. Days are counted from when it was done; weeks, months and years keep
 * the weekday or date of the first one, whenever those between were put off or done: a lunar birthday stays on its day, the 31st comes back after
 * a short month. Times that passed meanwhile are left out.
 */
export function comesAgain(repeat: Repeat, day: Day, done: Day): { readonly day: Day; readonly repeat: Repeat } {
  if (repeat.unit === 'day') return { day: nextRepeat(done, repeat), repeat };
  const from = repeat.from ?? day;
  const nth = (turn: number): Day => nextRepeat(from, { ...repeat, every: repeat.every * turn });
  let turn = (repeat.turn ?? 0) + 1;
  while (nth(turn) <= done) turn += 1;
  return { day: nth(turn), repeat: { ...repeat, from, turn } };
}
