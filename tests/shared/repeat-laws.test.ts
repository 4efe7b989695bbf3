/** Series over sixty years, by tyme4ts: lunar months pass over leap months, and each time is counted from the first, so that no short month moves it. */

import fc from 'fast-check';
import { SolarDay } from 'tyme4ts';
import { expect, test } from 'vitest';
import type { Repeat } from '../../src-shared/contract/follow-ups.ts';
import { addDays, type Day, dayOf } from '../../src-shared/day.ts';
import { comesAgain, nextRepeat } from '../../src-shared/repeat-day.ts';

const day = (text: string): Day => dayOf(text) ?? expect.fail(text);
/** Sixty years. */
const days = fc.integer({ min: 0, max: 60 * 365 }).map((after) => addDays(day('1990-01-01'), after));

function lunarOf(of: Day) {
  const [year = 0, month = 0, date = 0] = of.split('-').map(Number);
  const lunar = SolarDay.fromYmd(year, month, date).getLunarDay();
  const inMonth = lunar.getLunarMonth();
  return {
    at: inMonth.getYear() * 12 + inMonth.getMonth(),
    isLeap: inMonth.isLeap(),
    day: lunar.getDay(),
    length: inMonth.getDayCount(),
  };
}

test('lunar months keep the date, the 30th falls on the 29th of a short one, and leap months are passed over', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 30 }), (from, every) => {
      const before = lunarOf(from);
      const after = lunarOf(nextRepeat(from, { every, unit: 'month', calendar: 'lunar' }));
      expect([after.at, after.isLeap]).toEqual([before.at + every, false]);
      expect(after.day).toBe(Math.min(before.day, after.length));
    }),
    { numRuns: 400 },
  );
});

const anyRepeat: fc.Arbitrary<Repeat> = fc.record({
  every: fc.integer({ min: 1, max: 14 }),
  unit: fc.constantFrom('week' as const, 'month' as const, 'year' as const),
  calendar: fc.constantFrom('solar' as const, 'lunar' as const),
});

test('law: whatever days it was done on, it comes after that, on a day counted from the first, and none of those between is left out', () => {
  fc.assert(
    fc.property(
      days,
      anyRepeat,
      fc.array(fc.integer({ min: -5, max: 400 }), { minLength: 1, maxLength: 8 }),
      (from, repeat, lags) => {
        let stands: { readonly day: Day; readonly repeat: Repeat } = { day: from, repeat };
        for (const lag of lags) {
          const done = addDays(stands.day, lag);
          const before = stands.repeat.turn ?? 0;
          stands = comesAgain(stands.repeat, stands.day, done);
          const turn = stands.repeat.turn ?? 0;
          const nth = (count: number): Day => nextRepeat(from, { ...repeat, every: repeat.every * count });
          expect(stands.day > done || turn === before + 1).toBe(true);
          expect(stands.day).toBe(nth(turn));
          // The one before was this one, or had passed when it was done.
          expect(turn - 1 === before || nth(turn - 1) <= done).toBe(true);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('New Year’s Eve is the 29th of a short last month and the 30th again when it has one; 29 February comes back', () => {
  const run = (from: string, repeat: Repeat, times: number): Day[] => {
    let stands: { readonly day: Day; readonly repeat: Repeat } = { day: day(from), repeat };
    return Array.from({ length: times }, () => {
      stands = comesAgain(stands.repeat, stands.day, stands.day);
      return stands.day;
    });
  };
  const eves = run('2024-02-09', { every: 1, unit: 'year', calendar: 'lunar' }, 5);
  expect(eves).toEqual(['2025-01-28', '2026-02-16', '2027-02-05', '2028-01-25', '2029-02-12']);
  expect(run('2024-02-29', { every: 1, unit: 'year', calendar: 'solar' }, 4)).toEqual([
    '2025-02-28',
    '2026-02-28',
    '2027-02-28',
    '2028-02-29',
  ]);
  expect(run('2026-01-31', { every: 1, unit: 'month', calendar: 'solar' }, 3)).toEqual([
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
  ]);
});
