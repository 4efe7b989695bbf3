/** Days and times of the day as people type them. */

import { type Day, dayOf } from './day.ts';

const whole = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const withoutYear = /^(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const clock = /^(\d{1,2})\s*[:：.点]?\s*(\d{2})?$/;

/** 2026-08-20, 2026/8/20, 2026年8月20日, 20260820; without a year (8-20) it is of the year given. Null: no day. */
export function typedDay(text: string, year: number): Day | null {
  const typed = text.trim();
  const found = whole.exec(typed) ?? compact.exec(typed);
  const short = found === null ? withoutYear.exec(typed) : null;
  const [years, month, date] = found?.slice(1) ?? [String(year), ...(short?.slice(1) ?? [])];
  if (month === undefined || date === undefined) return null;
  return dayOf(`${years}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
}

/** 22:00, 8:30, 830, 8点; as HH:mm. Null: no time of the day. */
export function typedTime(text: string): string | null {
  const found = clock.exec(text.trim().replace(/^(\d)(\d{2})$/, '0$1$2'));
  if (found === null) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
