/** Follow-ups spread over days: nobody is lost or twice on a day, no day is fuller than it may be, the better goes first. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byStake, spread, type Waiting } from '../../../src-main/followups/spread.ts';
import { addDays, type Day } from '../../../src-shared/day.ts';
import { day } from '../metrics/random-ledger.ts';

const first = day('2026-03-01');
const DAYS = 12;

const waiting: fc.Arbitrary<Waiting> = fc
  .record({
    customer: fc.integer({ min: 1, max: 12 }),
    after: fc.integer({ min: 0, max: 9 }),
    lasts: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
    promised: fc.boolean(),
    stakeMinor: fc.option(fc.integer({ min: -900, max: 5000 }), { nil: null }),
    sinks: fc.boolean(),
  })
  .map(({ after, lasts, ...rest }) => {
    const due = addDays(first, after);
    return { ...rest, due, until: lasts === null ? null : addDays(due, lasts), origin: '' };
  });

const items = fc.array(waiting, { maxLength: 60 }).map((all) => all.map((one, at) => ({ ...one, origin: `o${at}` })));
/** From which day on each customer may be contacted; who is missing, nobody knows when. */
const holds = fc
  .array(fc.option(fc.integer({ min: 0, max: 5 }), { nil: null, freq: 6 }), { minLength: 12, maxLength: 12 })
  .map(
    (all) => new Map(all.flatMap((after, at) => (after === null ? [] : [[at + 1, addDays(first, after)] as const]))),
  );
const capacities = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: DAYS, maxLength: DAYS });

function capacityOn(all: readonly number[]) {
  return (on: Day) => {
    const at = Math.round((Date.parse(on) - Date.parse(first)) / 86_400_000);
    const capacity = all[at] ?? 0;
    return { capacity, rests: capacity === 0 };
  };
}

test('everybody stands once, on a day of theirs, and no day holds more suggestions than it may', () => {
  fc.assert(
    fc.property(items, capacities, holds, (all, capacity, freeFrom) => {
      const freeOf = ({ customer }: Waiting): Day | null => freeFrom.get(customer) ?? null;
      const { days, missed, held } = spread(all, first, DAYS, capacityOn(capacity), freeOf);
      const seen = new Set(missed.map(({ origin }) => origin));
      // Held back is who would stand on the first day.
      for (const one of held) {
        expect(one.due <= first).toBe(true);
        const free = freeOf(one);
        expect(free === null || free > first).toBe(true);
      }
      [...days].forEach(([on, places], at) => {
        const people = new Set<number>();
        const suggested = places.filter(({ first: one }) => !one.promised).length;
        const promised = places.length - suggested;
        expect(suggested).toBeLessThanOrEqual(Math.max(0, (capacity[at] ?? 0) - promised) + promised);
        if (capacity[at] === 0) expect(places).toEqual([]);
        for (const { first: one, also } of places) {
          expect(people.has(one.customer)).toBe(false);
          people.add(one.customer);
          for (const each of [one, ...also]) {
            expect(seen.has(each.origin)).toBe(false);
            seen.add(each.origin);
            expect(each.customer).toBe(one.customer);
            expect(each.due <= on).toBe(true);
            const free = freeFrom.get(each.customer) ?? null;
            expect(free !== null && free <= on).toBe(true);
            expect(each.until === null || each.until >= on).toBe(true);
          }
        }
        expect(places.map(({ first: one }) => one)).toEqual(places.map(({ first: one }) => one).sort(byStake));
      });
      // Whoever stands nowhere still waits beyond the last day.
      for (const one of all)
        if (!seen.has(one.origin) && freeOf(one) !== null)
          expect(one.until === null || one.until >= addDays(first, DAYS - 1)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('fifty due with room for twenty a day: the best twenty today, the next tomorrow, the rest the day after', () => {
  const all = Array.from({ length: 50 }, (_, at) => ({
    customer: at + 1,
    due: first,
    until: null,
    promised: false,
    sinks: false,
    stakeMinor: at * 10,
    origin: `o${at}`,
  }));
  const { days } = spread(all, first, 3, () => ({ capacity: 20, rests: false }));
  const people = [...days.values()].map((places) => places.map(({ first: one }) => one.customer));
  expect(people.map(({ length }) => length)).toEqual([20, 20, 10]);
  expect(people.flat()).toEqual(Array.from({ length: 50 }, (_, at) => 50 - at));
});

test('what is promised for a day stands on it even when the day is full', () => {
  const one = (customer: number, promised: boolean, stakeMinor: number): Waiting => ({
    customer,
    promised,
    sinks: false,
    stakeMinor,
    due: first,
    until: null,
    origin: `o${customer}`,
  });
  const { days } = spread([one(1, false, 900), one(2, true, 1), one(3, true, 2)], first, 2, () => ({
    capacity: 1,
    rests: false,
  }));
  expect([...days.values()].map((places) => places.map(({ first: item }) => item.customer))).toEqual([[3, 2], [1]]);
});
