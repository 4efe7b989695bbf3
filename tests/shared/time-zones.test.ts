/** Time zones and summer time move no day: what the rules of days say is the same wherever the computer stands. */

import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import type { Repeat } from '../../src-shared/contract/follow-ups.ts';
import type { OccasionDate } from '../../src-shared/contract/occasions.ts';
import { addDays, addMonths, type Day, dayOf, daysBetween, weekdayOf } from '../../src-shared/day.ts';
import { lunarOfSolar, solarOfLunar } from '../../src-shared/lunar/lunar-days.ts';
import { nextOccurrence } from '../../src-shared/lunar/occasions.ts';
import { nextRepeat } from '../../src-shared/repeat-day.ts';
import { shopDay } from '../../src-shared/shop-year/shop-day.ts';

const given = (text: string): Day => dayOf(text) ?? expect.fail(text);
const home = process.env['TZ'];
afterAll(() => {
  if (home === undefined) delete process.env['TZ'];
  else process.env['TZ'] = home;
});

const repeats: readonly Repeat[] = (['day', 'week', 'month', 'year'] as const).flatMap((unit) =>
  (['solar', 'lunar'] as const).map((calendar) => ({ every: 1, unit, calendar })),
);
const birthdays: readonly OccasionDate[] = [
  { calendar: 'solar', year: null, month: 2, day: 29, february: 'after' },
  { calendar: 'lunar', year: null, month: 12, day: 30, isLeap: false, leap: 'leapElsePlain' },
  { calendar: 'lunar', year: null, month: 4, day: 8, isLeap: true, leap: 'leapElsePlain' },
];
const known = { ownDays: [], restWeekdays: [] };

/** Every day of years in which zones were changed and holidays are known, every 37th of sixty years. */
function* days(): Generator<Day> {
  for (let day = given('1990-01-01'); day <= given('2049-12-31'); ) {
    yield day;
    const year = day.slice(0, 4);
    day = addDays(day, year === '2011' || year === '2018' || year === '2026' ? 1 : 37);
  }
}

/** What the rules say in the zone that is set, and which zone it really is: minutes behind UTC in January and July 2011. */
function saidIn(zone: string) {
  process.env['TZ'] = zone;
  const lines: string[] = [];
  for (const day of days()) {
    const lunar = lunarOfSolar(day);
    if (solarOfLunar(lunar) !== day || daysBetween(day, addDays(day, 1)) !== 1) expect.fail(day);
    const told = [day, addDays(day, 1), addMonths(day, 1), weekdayOf(day), lunar, shopDay(day, known)];
    const comes = [...repeats.map((one) => nextRepeat(day, one)), ...birthdays.map((one) => nextOccurrence(one, day))];
    lines.push(JSON.stringify([told, comes]));
  }
  const digest = createHash('sha256').update(lines.join('\n')).digest('hex');
  return { digest, count: lines.length, behind: [0, 6].map((month) => new Date(2011, month, 15).getTimezoneOffset()) };
}

// Summer time that begins at midnight, so that a midnight is missing; half an hour of it; a day left out (Apia, 30 December 2011); both ends of the
// world.
test.each([
  ['Asia/Shanghai', [-480, -480]],
  ['America/Sao_Paulo', [120, 180]],
  ['Asia/Beirut', [-120, -180]],
  ['Australia/Lord_Howe', [-660, -630]],
  ['Pacific/Apia', [600, 660]],
  ['Pacific/Kiritimati', [-840, -840]],
] as const)('in %s days are what they are at Greenwich', (zone, behind) => {
  const [here, there] = [saidIn('UTC'), saidIn(zone)];
  expect(here.behind.map(Math.abs)).toEqual([0, 0]);
  expect(there.behind).toEqual(behind);
  expect(here.count).toBeGreaterThan(1500);
  expect(there.digest).toBe(here.digest);
});
