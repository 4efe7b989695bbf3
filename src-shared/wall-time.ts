/** A moment as the shop's wall clock showed it, 'YYYY-MM-DD HH:MM:SS'. Exports carry no zone and we invent none. */

import { beginsWithDay, type Day, digitsAt } from './day.ts';

declare const wallTime: unique symbol;

/** 'YYYY-MM-DD HH:MM:SS', a real day and a real time. Compares correctly as text. */
export type WallTime = string & { readonly [wallTime]: true };

const SPACE = 32;
const COLON = 58;

export function isWallTime(text: string): text is WallTime {
  if (text.length !== 19 || text.charCodeAt(10) !== SPACE) return false;
  if (text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== COLON || !beginsWithDay(text)) return false;
  const [hour, minute, second] = [digitsAt(text, 11, 2), digitsAt(text, 14, 2), digitsAt(text, 17, 2)];
  return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
}

/** Builds a wall time from numbers; null when they are no real moment. */
export function wallTimeOf(
  year: number,
  month: number,
  date: number,
  hour = 0,
  minute = 0,
  second = 0,
): WallTime | null {
  const two = (value: number): string => String(value).padStart(2, '0');
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)} ${two(hour)}:${two(minute)}:${two(second)}`;
  return isWallTime(text) ? text : null;
}

/** The day of a moment. */
export function dayOfWallTime(time: WallTime): Day {
  return time.slice(0, 10) as Day;
}
