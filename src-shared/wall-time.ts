/** A moment as the shop's wall clock showed it, 'YYYY-MM-DD HH:MM:SS'. Exports carry no zone and we invent none. */

import { type Day, isDay } from './day.ts';

declare const wallTime: unique symbol;

/** 'YYYY-MM-DD HH:MM:SS', a real day and a real time. Compares correctly as text. */
export type WallTime = string & { readonly [wallTime]: true };

const SHAPE = /^(\d{4}-\d{2}-\d{2}) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

export function isWallTime(text: string): text is WallTime {
  const match = SHAPE.exec(text);
  return match?.[1] !== undefined && isDay(match[1]);
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
