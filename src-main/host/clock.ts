/** The only place that asks the machine what time it is. */

import { type Day, isDay } from '../../src-shared/day.ts';

export interface Clock {
  /** An instant, UTC with Z, to the millisecond. */
  now(): string;
  /** The day on this machine's calendar. */
  today(): Day;
  /** The time of day on this machine's clock, 'HH:MM'. */
  timeOfDay(): string;
  /** Milliseconds that only ever go forward: for waiting and timing. */
  elapsedMs(): number;
}

const two = (value: number): string => String(value).padStart(2, '0');

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => {
    // Tests stand on a fixed day, and at a fixed time of it; release builds do not know these doors.
    const fixed = __TEST_DOORS__ ? process.env['REGULARS_TODAY'] : undefined;
    if (fixed !== undefined && isDay(fixed)) return fixed;
    const now = new Date();
    const day = `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    if (!isDay(day)) throw new Error(`the machine's clock says ${day}`);
    return day;
  },
  timeOfDay: () => {
    const fixed = __TEST_DOORS__ ? process.env['REGULARS_CLOCK'] : undefined;
    if (fixed !== undefined) return fixed;
    const now = new Date();
    return `${two(now.getHours())}:${two(now.getMinutes())}`;
  },
  elapsedMs: () => performance.now(),
};
