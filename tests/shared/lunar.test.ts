/** Lunar days against tyme4ts over sixty years, and the rules for years that do not have a day. */

import fc from 'fast-check';
import { LunarDay, LunarMonth, LunarYear } from 'tyme4ts';
import { expect, test } from 'vitest';
import { leapRules, type OccasionDate, occasionDateSchema } from '../../src-shared/contract/occasions.ts';
import { addDays, type Day, dayOf, daysBetween } from '../../src-shared/day.ts';
import { leapMonthOf, lengthOfLunarMonth, lunarOfSolar, solarOfLunar } from '../../src-shared/lunar/lunar-days.ts';
import { nextOccurrence, occurrenceIn } from '../../src-shared/lunar/occasions.ts';

const day = (text: string): Day => dayOf(text) ?? expect.fail(text);
const lunar = (of: Partial<Extract<OccasionDate, { calendar: 'lunar' }>>): OccasionDate => ({
  calendar: 'lunar',
  year: null,
  month: 1,
  isLeap: false,
  day: 1,
  leap: 'leapElsePlain',
  ...of,
});

test('every day of sixty years goes to the lunar calendar and back, and is what tyme4ts says', () => {
  const [first, last] = [day('1990-01-01'), day('2049-12-31')];
  for (let at = first; at <= last; at = addDays(at, 1)) {
    const found = lunarOfSolar(at);
    expect(solarOfLunar(found)).toBe(at);
    const told = LunarDay.fromYmd(found.year, found.isLeap ? -found.month : found.month, found.day).getSolarDay();
    expect([told.getYear(), told.getMonth(), told.getDay()]).toEqual(at.split('-').map(Number));
  }
});

test('every lunar day of sixty years, leap months and 30th days too, falls where tyme4ts says, by every rule for years without it', () => {
  let leapDays = 0;
  let shortMonths = 0;
  for (let year = 1990; year < 2050; year += 1) {
    const doubled = LunarYear.fromYear(year).getLeapMonth();
    expect(leapMonthOf(year)).toBe(doubled === 0 ? null : doubled);
    for (let month = 1; month <= 12; month += 1) {
      for (const isLeap of [false, true]) {
        for (const leap of leapRules) {
          // In which month of this year it falls; null: in none.
          const inLeap = isLeap && doubled === month && leap !== 'plain';
          const falls = !(isLeap && leap === 'leapOnly' && doubled !== month);
          const told = LunarMonth.fromYm(year, inLeap ? -month : month);
          const length = told.getDayCount();
          for (const date of [1, 8, 15, 18, 29, 30]) {
            const found = occurrenceIn(lunar({ month, isLeap, day: date, leap }), year);
            if (!falls) {
              expect(found).toBeNull();
              continue;
            }
            if (inLeap) leapDays += 1;
            if (date > length) shortMonths += 1;
            const solar = LunarDay.fromYmd(year, inLeap ? -month : month, Math.min(date, length)).getSolarDay();
            const text = [solar.getYear(), solar.getMonth(), solar.getDay()].map((part) =>
              String(part).padStart(2, '0'),
            );
            if (found !== text.join('-')) expect([year, month, isLeap, leap, date, found]).toEqual(text.join('-'));
          }
        }
      }
    }
  }
  expect(leapDays).toBeGreaterThan(200);
  expect(shortMonths).toBeGreaterThan(1000);
});

test('the last day of every lunar year is the eve of the next, across sixty year ends', () => {
  for (let year = 1990; year < 2050; year += 1) {
    const eve = occurrenceIn(lunar({ month: 12, day: 30 }), year) ?? expect.fail(String(year));
    const first = occurrenceIn(lunar({ month: 1, day: 1 }), year + 1);
    // A leap month after the twelfth would stand between; there is none in these years.
    expect(leapMonthOf(year)).not.toBe(12);
    expect(addDays(eve, 1)).toBe(first);
    expect(eve.slice(0, 4)).toBe(String(year + 1));
  }
});

test('the next time is the first such day on or after, for any lunar day, rule and day to start from, over sixty years', () => {
  const start = day('1990-01-01');
  const dates = fc.record({
    month: fc.integer({ min: 1, max: 12 }),
    isLeap: fc.boolean(),
    day: fc.integer({ min: 1, max: 30 }),
    leap: fc.constantFrom('leapElsePlain' as const, 'plain' as const, 'leapOnly' as const),
  });
  let found = 0;
  fc.assert(
    fc.property(dates, fc.nat(365 * 59), (of, offset) => {
      const from = addDays(start, offset);
      const next = nextOccurrence(lunar(of), from);
      if (next === null) return;
      found += 1;
      expect(next.day >= from).toBe(true);
      // Told by walking the calendar: is the day's lunar date the one that the rule means in its year?
      const is = lunarOfSolar(next.day);
      const doubled = LunarYear.fromYear(is.year).getLeapMonth() === of.month;
      const inLeap = of.isLeap && doubled && of.leap !== 'plain';
      expect([is.month, is.isLeap]).toEqual([of.month, inLeap]);
      const length = lengthOfLunarMonth(is.year, of.month, inLeap) ?? 0;
      expect(is.day).toBe(Math.min(of.day, length));
      if (of.leap === 'leapOnly' && of.isLeap) expect(doubled).toBe(true);
      else expect(daysBetween(from, next.day)).toBeLessThanOrEqual(385 + 30);
      // Nothing of it lies between.
      const before = occurrenceIn(lunar(of), next.year - 1);
      if (before !== null) expect(before < from).toBe(true);
    }),
    { numRuns: 2000 },
  );
  expect(found).toBeGreaterThan(1500);
});

test('腊月十八 falls into the solar year after its own', () => {
  expect(nextOccurrence(lunar({ month: 12, day: 18 }), day('2026-11-26'))).toEqual({
    day: day('2027-01-25'),
    year: 2026,
  });
  expect(nextOccurrence(lunar({ month: 12, day: 18 }), day('2027-01-25'))?.day).toBe('2027-01-25');
  expect(nextOccurrence(lunar({ month: 12, day: 18 }), day('2027-01-26'))?.day).toBe('2028-01-14');
});

test('闰四月初八 follows the chosen rule: in leap years its own month, else the plain one; always the plain one; only its own', () => {
  expect(leapMonthOf(2020)).toBe(4);
  const of = (leap: 'leapElsePlain' | 'plain' | 'leapOnly') => lunar({ month: 4, isLeap: true, day: 8, leap });
  expect(occurrenceIn(of('leapElsePlain'), 2020)).toBe('2020-05-30');
  expect(occurrenceIn(of('leapElsePlain'), 2021)).toBe('2021-05-19');
  expect(occurrenceIn(of('plain'), 2020)).toBe('2020-04-30');
  expect(occurrenceIn(of('leapOnly'), 2021)).toBeNull();
  expect(nextOccurrence(of('leapOnly'), day('2021-01-01'))?.year).toBe(2058);
});

test('the 30th of a short month is its 29th, and 29 February follows its rule', () => {
  const short = [...Array(12).keys()].find((at) => lengthOfLunarMonth(2026, at + 1, false) === 29) ?? 0;
  const falls = occurrenceIn(lunar({ month: short + 1, day: 30 }), 2026) ?? expect.fail('no day');
  expect(lunarOfSolar(falls).day).toBe(29);
  const february = (rule: 'before' | 'after' | 'leapOnly'): OccasionDate => ({
    calendar: 'solar',
    year: 2000,
    month: 2,
    day: 29,
    february: rule,
  });
  expect(nextOccurrence(february('before'), day('2027-01-01'))?.day).toBe('2027-02-28');
  expect(nextOccurrence(february('after'), day('2027-01-01'))?.day).toBe('2027-03-01');
  expect(nextOccurrence(february('leapOnly'), day('2027-01-01'))?.day).toBe('2028-02-29');
  expect(nextOccurrence(february('after'), day('2027-03-02'))?.day).toBe('2028-02-29');
});

test('a day that no year has is refused', () => {
  const solar = { calendar: 'solar', year: null, month: 2, day: 30 };
  expect(occasionDateSchema.safeParse(solar).success).toBe(false);
  expect(occasionDateSchema.safeParse({ ...solar, day: 29 }).success).toBe(true);
});
