/** What repeats comes again on the right day, by both calendars; and what days of the shop's year are. */

import fc from 'fast-check';
import { SolarDay } from 'tyme4ts';
import { expect, test } from 'vitest';
import type { Repeat } from '../../src-shared/contract/follow-ups.ts';
import { addDays, type Day, dayOf, daysBetween } from '../../src-shared/day.ts';
import { comesAgain, nextRepeat } from '../../src-shared/repeat-day.ts';
import { areHolidaysKnown, holidayOn } from '../../src-shared/shop-year/holidays.ts';
import { shopDay } from '../../src-shared/shop-year/shop-day.ts';

const day = (text: string): Day => dayOf(text) ?? expect.fail(text);
/** Sixty years. */
const days = fc.integer({ min: 0, max: 60 * 365 }).map((after) => addDays(day('1990-01-01'), after));

function lunarOf(of: Day) {
  const [year = 0, month = 0, date = 0] = of.split('-').map(Number);
  const lunar = SolarDay.fromYmd(year, month, date).getLunarDay();
  const inMonth = lunar.getLunarMonth();
  return {
    year: inMonth.getYear(),
    month: inMonth.getMonth(),
    isLeap: inMonth.isLeap(),
    day: lunar.getDay(),
    length: inMonth.getDayCount(),
  };
}

test('days and weeks are counted', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 365 }), (from, every) => {
      expect(daysBetween(from, nextRepeat(from, { every, unit: 'day', calendar: 'lunar' }))).toBe(every);
      expect(daysBetween(from, nextRepeat(from, { every, unit: 'week', calendar: 'solar' }))).toBe(7 * every);
    }),
  );
});

test('solar months keep their date, or take the last day of a shorter month', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 36 }), (from, every) => {
      const next = nextRepeat(from, { every, unit: 'month', calendar: 'solar' });
      const [year = 0, month = 0, date = 0] = from.split('-').map(Number);
      const at = year * 12 + month - 1 + every;
      expect(Number(next.slice(0, 4)) * 12 + Number(next.slice(5, 7)) - 1).toBe(at);
      const kept = Number(next.slice(8)) === date;
      const isLast = addDays(next, 1).slice(8) === '01';
      expect(kept || (isLast && Number(next.slice(8)) < date)).toBe(true);
    }),
  );
  expect(nextRepeat(day('2024-02-29'), { every: 1, unit: 'year', calendar: 'solar' })).toBe('2025-02-28');
});

test('lunar years keep month and date, by tyme4ts over sixty years; the 30th falls on the 29th, a leap month on the plain one', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 5 }), (from, every) => {
      const before = lunarOf(from);
      const after = lunarOf(nextRepeat(from, { every, unit: 'year', calendar: 'lunar' }));
      expect([after.year, after.month, after.isLeap]).toEqual([before.year + every, before.month, false]);
      expect(after.day).toBe(Math.min(before.day, after.length));
    }),
    { numRuns: 400 },
  );
});

/** Done so many times, each so many days after (or before) it stood. */
function series(first: string, repeat: Repeat, lags: readonly number[]): Day[] {
  let stands: { readonly day: Day; readonly repeat: Repeat } = { day: day(first), repeat };
  return lags.map((lag) => {
    stands = comesAgain(stands.repeat, stands.day, addDays(stands.day, lag));
    return stands.day;
  });
}

test('a series keeps its date, however late or early one of it was done', () => {
  const monthly = { every: 1, unit: 'month', calendar: 'solar' } as const;
  // The 31st comes back after short months.
  expect(series('2026-01-31', monthly, [0, 0, 0])).toEqual(['2026-02-28', '2026-03-31', '2026-04-30']);
  expect(series('2026-01-10', monthly, [6, -3, 0])).toEqual(['2026-02-10', '2026-03-10', '2026-04-10']);
  // Times that passed meanwhile are left out.
  expect(series('2026-01-10', monthly, [70, 0])).toEqual(['2026-04-10', '2026-05-10']);
  const yearly = { every: 1, unit: 'year', calendar: 'solar' } as const;
  expect(series('2024-02-29', yearly, [1, 1, 1, 1]).at(-1)).toBe('2028-02-29');
  const weekly = { every: 1, unit: 'week', calendar: 'solar' } as const;
  expect(series('2026-03-02', weekly, [2, -1])).toEqual(['2026-03-09', '2026-03-16']);
  // Days are counted from when it was done.
  expect(series('2026-03-01', { every: 30, unit: 'day', calendar: 'solar' }, [5])).toEqual(['2026-04-05']);
});

test('a lunar year after a late one is on the lunar day itself, by tyme4ts over sixty years', () => {
  fc.assert(
    fc.property(days, fc.array(fc.integer({ min: -20, max: 200 }), { minLength: 1, maxLength: 6 }), (from, lags) => {
      const first = lunarOf(from);
      for (const again of series(from, { every: 1, unit: 'year', calendar: 'lunar' }, lags)) {
        const { month, day: date, isLeap, length } = lunarOf(again);
        expect([month, isLeap, date]).toEqual([first.month, false, Math.min(first.day, length)]);
      }
    }),
    { numRuns: 200 },
  );
});

test('a day of the shop’s year: holidays as announced, honest where none are; the owner’s word goes first', () => {
  const known = { ownDays: [], restWeekdays: [] };
  expect(shopDay(day('2026-10-01'), known).holiday).toMatchObject({ kind: 'holiday', zh: '国庆节' });
  expect(holidayOn(day('2026-02-14'))).toMatchObject({ kind: 'work' });
  expect([areHolidaysKnown(2026), areHolidaysKnown(2027)]).toEqual([true, false]);
  expect(shopDay(day('2026-11-11'), known)).toMatchObject({ festival: { zh: '双11' }, rests: true });
  expect(shopDay(day('2026-11-27'), known).festival).toMatchObject({ en: 'Black Friday' });
  const own = { day: day('2026-11-11'), name: '店庆', kind: 'festival', rests: false } as const;
  expect(shopDay(day('2026-11-11'), { ...known, ownDays: [own] })).toMatchObject({
    festival: { zh: '店庆' },
    rests: false,
  });
  expect(shopDay(day('2026-11-29'), { ...known, restWeekdays: [7] }).rests).toBe(true);
});
