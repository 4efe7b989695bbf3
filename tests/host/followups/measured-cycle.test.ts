/** How often a thing is bought again: measured right although half of all have not come back yet, and over real orders. */

import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src-main/demo/random.ts';
import { measuredCycle } from '../../../src-main/followups/measured-cycle.ts';
import { daysUntilBack, shareStillAway } from '../../../src-main/metrics/prediction/recurrent-gaps.ts';
import { addDays } from '../../../src-shared/day.ts';
import { day } from '../metrics/random-ledger.ts';
import { fill, smallLedger } from '../metrics/small-ledger.ts';

/** Gaps of a log-normal with a known median; everybody is known since some day of the last so many. */
function people(count: number, median: number, knownDays: number, seed: number): number[][] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const times = [0];
    const known = Math.floor(random.next() * knownDays);
    for (;;) {
      const next = (times.at(-1) ?? 0) + Math.max(1, Math.round(median * Math.exp(0.5 * random.normal())));
      if (next > known) break;
      times.push(next);
    }
    // Day 0 is each one's own; on the shared clock all are seen until the same day.
    return times.map((time) => time + knownDays - known);
  });
}

describe('against a known truth', () => {
  test.each([1, 2, 3])(
    'half have not come back: within a tenth of the true median, where the naive one is far off (%i)',
    (seed) => {
      const knownDays = 160;
      const all = people(1500, 90, knownDays, seed);
      const waiting = all.filter(({ length }) => length === 1).length / all.length;
      expect(waiting).toBeGreaterThan(0.5);
      const found = daysUntilBack(shareStillAway(all, knownDays), 0.5) ?? 0;
      expect(Math.abs(found / 90 - 1)).toBeLessThan(0.1);
      const gaps = all
        .flatMap((times) => times.slice(1).map((time, at) => time - (times[at] ?? 0)))
        .sort((a, b) => a - b);
      expect((gaps[gaps.length >> 1] ?? 0) / 90).toBeLessThan(0.9);
    },
  );

  test('without anybody still waiting it is the plain share, each person counting once', () => {
    // Nobody is cut: whoever came again is counted by gaps that are over.
    const shares = shareStillAway(
      [
        [0, 10],
        [0, 20],
        [0, 30, 40],
      ],
      100,
    );
    expect(shares.map(({ days }) => days)).toEqual([10, 20, 30]);
    for (const [at, away] of [1 - 1.5 / 3, 0.5 * (1 - 1 / 1.5), 0].entries())
      expect(shares[at]?.away).toBeCloseTo(away, 9);
    expect(shareStillAway([[5], [7]], 30)).toEqual([]);
    expect(daysUntilBack([], 0.5)).toBeNull();
  });

  test('law: the share falls, lies between 0 and 1, and does not depend on the order of people', () => {
    const anybody = fc
      .uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 6 })
      .map((days) => days.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 30 }), (all) => {
        const shares = shareStillAway(all, 400);
        expect(shares.map(({ days }) => days)).toEqual(shares.map(({ days }) => days).toSorted((a, b) => a - b));
        shares.forEach(({ away }, at) => {
          expect(away).toBeGreaterThanOrEqual(0);
          expect(away).toBeLessThanOrEqual(shares[at - 1]?.away ?? 1);
        });
        shareStillAway(all.toReversed(), 400).forEach(({ days, away }, at) => {
          expect(days).toBe(shares[at]?.days);
          expect(away).toBeCloseTo(shares[at]?.away ?? -1, 9);
        });
      }),
    );
  });
});

describe('in a ledger', () => {
  const ledger = smallLedger();
  afterAll(() => ledger.close());
  const on = day('2025-12-31');
  const basis = { on, definition: 'quantile' } as const;

  test('of the things whose names have the words, by purchase days up to the day; what does not count is passed over', () => {
    const start = day('2025-01-01');
    fill(ledger.reading, {
      customers: Array.from({ length: 12 }, (_, at) => ({ id: at + 1 })),
      orders: [
        // Seven buy a filter again after 60 … 66 days, twice on one day; five do not.
        ...Array.from({ length: 12 }, (_, at) => ({ customer: at + 1, day: start, titles: ['净水器滤芯 PP'] })),
        ...Array.from({ length: 7 }, (_, at) => ({
          customer: at + 1,
          day: addDays(start, 60 + at),
          titles: ['RO 滤芯'],
        })),
        { customer: 1, day: addDays(start, 60), titles: ['滤芯扳手'] },
        // Other things, an order that was closed, and one of the next year.
        { customer: 8, day: addDays(start, 30), titles: ['茶杯'] },
        { customer: 9, day: addDays(start, 40), titles: ['滤芯'], status: 'closed', counts: false },
        { customer: 10, day: '2026-01-05', titles: ['滤芯'] },
      ],
    });
    expect(measuredCycle(ledger.reading, { words: ['滤芯'], basis })).toEqual({
      people: 12,
      again: 7,
      quarterDays: 62,
      medianDays: 65,
    });
    // Case does not matter; of too few nothing is said.
    expect(measuredCycle(ledger.reading, { words: ['ro'], basis })).toEqual({
      people: 7,
      again: 0,
      quarterDays: null,
      medianDays: null,
    });
    expect(measuredCycle(ledger.reading, { words: ['没有'], basis })).toMatchObject({ people: 0, again: 0 });
  });
});
