/** What somebody may buy next equals a slow count over everybody's days; nothing they have is offered, and a line opens those who did it. */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { explainMetric } from '../../../src-main/metrics/explain-metric.ts';
import { nextItemsOf, sequencesOf } from '../../../src-main/metrics/next-items.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { day } from './random-ledger.ts';
import { fill, type SmallLedger, smallLedger } from './small-ledger.ts';

let ledger: SmallLedger;
beforeAll(() => {
  ledger = smallLedger({ customers: [{ id: 1 }], orders: [] });
});
afterAll(() => ledger.close());

const on = day('2025-12-31');
const titles = ['茶', '杯', '壶', '盘'] as const;

interface Bought {
  readonly customer: number;
  readonly day: string;
  readonly title: string;
  readonly counts: boolean;
}

const people = Array.from({ length: 14 }, (_, at) => at + 1);
const bought: fc.Arbitrary<readonly Bought[]> = fc.array(
  fc.record({
    customer: fc.constantFrom(...people),
    day: fc.integer({ min: 1, max: 9 }).map((date) => `2025-03-0${date}`),
    title: fc.constantFrom(...titles),
    counts: fc.constantFrom(true, true, true, true, false),
  }),
  { minLength: 60, maxLength: 110 },
);

/** By going through everybody for every pair. */
function slowly(all: readonly Bought[], customer: number) {
  const counted = all.filter(({ counts }) => counts);
  const of = (who: number, title: string): string[] =>
    counted.filter((one) => one.customer === who && one.title === title).map((one) => one.day);
  const buyers = new Set(counted.map((one) => one.customer)).size;
  const who = (title: string): number[] => people.filter((one) => of(one, title).length > 0);
  const owned = titles.filter((title) => of(customer, title).length > 0);
  const found = owned.flatMap((after) =>
    titles.flatMap((title) => {
      if (owned.includes(title)) return [];
      const had = who(after);
      const followed = had.filter((one) => {
        const first = of(one, after).toSorted()[0] ?? '';
        return of(one, title).some((later) => later > first);
      }).length;
      const lift = (followed / had.length / who(title).length) * buyers;
      return followed < 5 || lift <= 1 + 1e-12 ? [] : [{ title, after, followed, of: had.length, lift }];
    }),
  );
  return { owned: owned.length, found };
}

test('of random ledgers: the counts, the best sequence of each thing, nothing they have', () => {
  const scoresOf = scoreSource(ledger.lines);
  let told = 0;
  fc.assert(
    fc.property(bought, (all) => {
      fill(ledger.reading, {
        customers: people.map((id) => ({ id })),
        orders: all.map(({ customer, day: placed, title, counts }) => ({
          customer,
          day: placed,
          titles: [title],
          paidMinor: 100,
          ...(counts ? {} : { status: 'unpaid' as const, counts: false }),
        })),
      });
      const sequences = sequencesOf(ledger.reading, { on });
      for (const customer of people.slice(0, 5)) {
        const { items, owned } = nextItemsOf(ledger.reading, { on, customer }, sequences);
        const slow = slowly(all, customer);
        expect(owned).toBe(slow.owned);
        expect(new Set(items.map(({ title }) => title))).toEqual(
          new Set(slow.found.filter(({ lift }) => lift > 1).map(({ title }) => title)),
        );
        for (const item of items) {
          const alike = slow.found.filter(({ title }) => title === item.title);
          const most = Math.max(...alike.map(({ followed, of }) => followed / of));
          expect(item.confidence).toBeCloseTo(most, 12);
          const one = alike.find(({ after }) => after === item.after);
          expect([one?.followed, one?.of]).toEqual([item.followed, item.customers]);
          expect(item.lift).toBeCloseTo(one?.lift ?? 0, 9);
          expect(item.support).toBeCloseTo(item.followed / item.buyers, 12);
          const row = { title: item.after, next_title: item.title };
          const why = explainMetric(ledger.reading, { name: 'bought-next', on, row }, scoresOf);
          expect(why.facts.find(({ name }) => name === 'customers')?.value).toBe(String(item.followed));
          told += 1;
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(told).toBeGreaterThan(10);
}, 120_000);

test('somebody who is not there is a Problem; who has bought nothing has nothing to go by', () => {
  fill(ledger.reading, { customers: [{ id: 1 }], orders: [] });
  expect(() => nextItemsOf(ledger.reading, { on, customer: 9 }, [])).toThrow(
    expect.objectContaining({ code: 'customer-unknown' }),
  );
  expect(nextItemsOf(ledger.reading, { on, customer: 1 }, [])).toMatchObject({ items: [], owned: 0 });
});
