/** A reminder comes once a day however the clock is moved; days the program did not run on are told once. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, dayOf, daysBetween } from '../../src-shared/day.ts';
import { freshReminders, isReminderDue, type Moment, type ReminderState, runsOn } from '../../src-shared/reminder.ts';

const day = (text: string): Day => dayOf(text) ?? expect.fail(text);
const rule = { on: true, at: '09:30' };
const at = (text: string): Moment => ({ day: day(text.slice(0, 10)), clock: text.slice(11) });

test('from its time on, once a day, and never when it is off', () => {
  expect(isReminderDue(rule, at('2026-03-02 09:29'), null)).toBe(false);
  expect(isReminderDue(rule, at('2026-03-02 09:30'), null)).toBe(true);
  expect(isReminderDue(rule, at('2026-03-02 23:59'), day('2026-03-01'))).toBe(true);
  expect(isReminderDue(rule, at('2026-03-02 23:59'), day('2026-03-02'))).toBe(false);
  expect(isReminderDue({ ...rule, on: false }, at('2026-03-02 10:00'), null)).toBe(false);
  // Flying west it is yesterday again; a clock that ran years ahead and was put right is another matter.
  expect(isReminderDue(rule, at('2026-03-01 22:00'), day('2026-03-02'))).toBe(false);
  expect(isReminderDue(rule, at('2026-03-02 10:00'), day('2031-01-01'))).toBe(true);
});

/** A wall clock: '2026-03-29 03:00'. */
function wallClock(timeZone: string): Intl.DateTimeFormat {
  const two = '2-digit';
  const date = { year: 'numeric', month: two, day: two } as const;
  return new Intl.DateTimeFormat('sv-SE', { timeZone, ...date, hour: two, minute: two, hourCycle: 'h23' });
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the wall clock says in a zone. */
function momentIn(zone: string, ms: number): Moment {
  const format = formats.get(zone) ?? wallClock(zone);
  formats.set(zone, format);
  return at(format.format(ms));
}

/** Without summer time, with it by an hour and by half an hour, and at both ends of the world. */
const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Africa/Cairo',
] as const;
const minute = 60_000;
const clocks = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, past]) => `${String(hour).padStart(2, '0')}:${String(past).padStart(2, '0')}`);

/** The program looks every so many minutes, while it runs; what it says, and what it could have said. */
function live(looks: readonly Moment[], when: string): { said: Day[]; could: Set<Day> } {
  const said: Day[] = [];
  const could = new Set<Day>();
  let remindedOn: Day | null = null;
  for (const moment of looks) {
    if (moment.clock >= when) could.add(moment.day);
    if (!isReminderDue({ on: true, at: when }, moment, remindedOn)) continue;
    said.push(moment.day);
    remindedOn = moment.day;
  }
  return { said, could };
}

test('in one zone every day on which the program ran after the time has exactly one, over both changes of the clock', () => {
  const changes = ['2026-03-06', '2026-03-27', '2026-04-03', '2026-04-22', '2026-10-02', '2026-10-23', '2026-10-30'];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom(...changes),
      clocks,
      // Most of the time it runs; now and then it is closed for hours.
      fc.array(fc.record({ runs: fc.integer({ min: 1, max: 2000 }), closed: fc.integer({ min: 0, max: 900 }) }), {
        minLength: 1,
        maxLength: 6,
      }),
      (zone, from, when, spells) => {
        let now = Date.parse(`${from}T00:00:00Z`);
        const looks: Moment[] = [];
        for (const { runs, closed } of spells) {
          for (let at = 0; at < runs; at += 5) looks.push(momentIn(zone, now + at * minute));
          now += (runs + closed) * minute;
        }
        const { said, could } = live(looks, when);
        expect(said).toEqual([...could]);
      },
    ),
    { numRuns: 60 },
  );
});

test('on a journey through the zones no day of the shop has two, and none is left out that is later than all before', () => {
  fc.assert(
    fc.property(
      clocks,
      fc.array(fc.record({ zone: fc.constantFrom(...zones), hours: fc.integer({ min: 1, max: 60 }) }), {
        minLength: 2,
        maxLength: 6,
      }),
      (when, legs) => {
        let now = Date.parse('2026-03-26T00:00:00Z');
        const looks: Moment[] = [];
        for (const { zone, hours } of legs)
          for (let at = 0; at < hours * 4; at += 1, now += 15 * minute) looks.push(momentIn(zone, now));
        const { said, could } = live(looks, when);
        expect(new Set(said).size).toBe(said.length);
        // A day seen only after a later one was said already is the same day again, a part of it.
        const missing = [...could].filter((one) => !said.includes(one));
        for (const one of missing) expect(said.some((other) => daysBetween(one, other) === 1)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

test('days between two runs are told on the day it runs again, and on that day only', () => {
  const first = runsOn(freshReminders, day('2026-03-06'));
  expect(first).toEqual({ remindedOn: null, openOn: '2026-03-06', away: null });
  const next = runsOn(first, day('2026-03-07'));
  expect(next.away).toBeNull();
  const after = runsOn(next, day('2026-03-11'));
  expect(after.away).toEqual({ from: '2026-03-08', to: '2026-03-10', on: '2026-03-11' });
  // The same day again changes nothing, also when it was read.
  expect(runsOn(after, day('2026-03-11'))).toBe(after);
  const read: ReminderState = { ...after, away: null };
  expect(runsOn(read, day('2026-03-11'))).toBe(read);
  expect(runsOn(after, day('2026-03-12')).away).toBeNull();
  // A clock put back tells of nothing.
  expect(runsOn(after, day('2026-03-01'))).toMatchObject({ openOn: '2026-03-01', away: null });
});

test('however it is opened, each closed day between two runs is told exactly once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 20 }), (gaps) => {
      let today = day('2026-01-01');
      let state = runsOn(freshReminders, today);
      const told: Day[] = [];
      const closed: Day[] = [];
      for (const gap of gaps) {
        for (let at = 1; at < gap; at += 1) closed.push(addDays(today, at));
        today = addDays(today, gap);
        const before = state;
        state = runsOn(state, today);
        if (state.away === null || state === before) continue;
        for (let one = state.away.from; one <= state.away.to; one = addDays(one, 1)) told.push(one);
      }
      expect(told).toEqual(closed);
    }),
  );
});
