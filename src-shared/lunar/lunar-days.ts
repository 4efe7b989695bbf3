/** Days of the lunar calendar as solar days. The only door to tyme4ts. Pure. */

import { LunarMonth, LunarYear, SolarDay } from 'tyme4ts';
import { type Day, dayOf } from '../day.ts';

export interface LunarDate {
  /** The lunar year: it begins with 正月初一. */
  readonly year: number;
  readonly month: number;
  readonly isLeap: boolean;
  readonly day: number;
}

/** The solar years of which lunar days are answered. */
export const lunarYears = { first: 1901, last: 2099 } as const;

function textOf(year: number, month: number, day: number): Day | null {
  const two = (value: number): string => String(value).padStart(2, '0');
  return dayOf(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`);
}

/** The month that is doubled in a lunar year; null: none is. */
export function leapMonthOf(year: number): number | null {
  const month = LunarYear.fromYear(year).getLeapMonth();
  return month === 0 ? null : month;
}

/** 29 or 30; null: the year does not have that leap month. */
export function lengthOfLunarMonth(year: number, month: number, isLeap: boolean): number | null {
  if (isLeap && leapMonthOf(year) !== month) return null;
  return LunarMonth.fromYm(year, isLeap ? -month : month).getDayCount();
}

/** The solar day of a lunar one; null: there is no such day. */
export function solarOfLunar({ year, month, isLeap, day }: LunarDate): Day | null {
  const length = lengthOfLunarMonth(year, month, isLeap);
  if (length === null || day > length) return null;
  const first = LunarMonth.fromYm(year, isLeap ? -month : month)
    .getFirstDay()
    .getSolarDay();
  const solar = first.next(day - 1);
  return textOf(solar.getYear(), solar.getMonth(), solar.getDay());
}

/** The lunar day of a solar one. */
export function lunarOfSolar(day: Day): LunarDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lunar = SolarDay.fromYmd(year, month, date).getLunarDay();
  const of = lunar.getLunarMonth();
  return { year: of.getYear(), month: of.getMonth(), isLeap: of.isLeap(), day: lunar.getDay() };
}
