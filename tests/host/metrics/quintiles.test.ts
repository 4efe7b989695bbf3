/** Scores by counting in buckets are those that sorting finds, however far the values lie apart; columns come through as they were. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysOf, numbersOf } from '../../../src-main/metrics/columns.ts';
import { cutPointsTimesFive, ntileScores, quantileScores } from '../../../src-main/metrics/quintiles.ts';
import { addDays, daysBetween } from '../../../src-shared/day.ts';
import { noDay } from '../../../src-shared/rfm.ts';
import { day } from './random-ledger.ts';

const value = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -3, max: 6 }) },
  { weight: 2, arbitrary: fc.integer({ min: -100_000, max: 300_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: -(2 ** 40), max: 2 ** 40 }) },
);
const values = fc.array(value, { maxLength: 60 }).map((list) => Float64Array.from(list));

/** Five equal groups of the places sorted by value and then by their turn; the first ones are larger. */
function slowNtile(list: Float64Array, turns: Int32Array): number[] {
  const turnOf = new Map([...turns].map((place, turn) => [place, turn]));
  const places = [...list.keys()].sort(
    (a, b) => (list[a] ?? 0) - (list[b] ?? 0) || (turnOf.get(a) ?? 0) - (turnOf.get(b) ?? 0),
  );
  const scores: number[] = [];
  const sizes = [0, 1, 2, 3, 4].map((group) => Math.floor(list.length / 5) + Number(group < list.length % 5));
  let from = 0;
  for (const [group, size] of sizes.entries()) {
    for (const place of places.slice(from, from + size)) scores[place] = group + 1;
    from += size;
  }
  return scores;
}

test('five equal groups, ties in their turn', () => {
  fc.assert(
    fc.property(
      values.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray([...list.keys()], { minLength: list.length })),
      ),
      ([list, turns]) => {
        const order = Int32Array.from(turns);
        expect([...ntileScores(list, order)]).toEqual(slowNtile(list, order));
      },
    ),
    { numRuns: 1000 },
  );
});

test('cut points and quantile scores', () => {
  fc.assert(
    fc.property(values, (list) => {
      const sorted = [...list].sort((a, b) => a - b);
      const cuts = [1, 2, 3, 4].map((k) => {
        const reach = (sorted.length - 1) * k;
        const low = sorted[Math.floor(reach / 5)] ?? 0;
        return 5 * low + ((sorted[Math.floor(reach / 5) + 1] ?? low) - low) * (reach % 5);
      });
      expect(cutPointsTimesFive(list)).toEqual(list.length === 0 ? [] : cuts);
      const scores = [...list].map((one) => 1 + cuts.filter((cut) => cut < 5 * one).length);
      expect([...quantileScores(list)]).toEqual(scores);
    }),
    { numRuns: 1000 },
  );
});

test('numbers and days of a column', () => {
  const dates = fc.option(fc.integer({ min: -20_000, max: 40_000 }), { nil: null });
  fc.assert(
    fc.property(fc.array(value), fc.array(dates), (numbers, days) => {
      expect([...numbersOf(numbers.join(), numbers.length)]).toEqual(numbers);
      const texts = days.map((n) => (n === null ? '' : addDays(day('1970-01-01'), n)));
      expect([...daysOf(texts.join(), texts.length)]).toEqual(days.map((n) => n ?? noDay));
      for (const text of texts)
        if (text !== '') expect(daysOf(text, 1)[0]).toBe(daysBetween(day('1970-01-01'), day(text)));
    }),
    { numRuns: 300 },
  );
});
