/** The only place that asks the machine what time it is. */

import { type Day, isDay } from '../../src-shared/day.ts';

export interface Clock {
  /** An instant, UTC with Z, to the millisecond. */
  now(): string;
  /** The day on this machine's calendar. */
  today(): Day;
  /** Milliseconds that only ever go forward: for waiting and timing. */
  elapsedMs(): number;
}

const two = (value: number): string => String(value).padStart(2, '0');

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => {
    // Tests stand on a fixed day; release builds do not know this door.
    const fixed = __TEST_DOORS__ ? process.env['REGULARS_TODAY'] : undefined;
    if (fixed !== undefined && isDay(fixed)) return fixed;
    const now = new Date();
    const day = `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    if (!isDay(day)) throw new Error(`the machine's clock says ${day}`);
    return day;
  },
  elapsedMs: () => performance.now(),
};
