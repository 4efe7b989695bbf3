/** What repeats comes again on the right day, by both calendars; and what days of the shop's year are. */

import fc from 'fast-check';
import { SolarDay } from 'tyme4ts';
import { expect, test } from 'vitest';
import { addDays, type Day, dayOf, daysBetween } from '../../src-shared/day.ts';
import { nextRepeat } from '../../src-shared/repeat-day.ts';
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
