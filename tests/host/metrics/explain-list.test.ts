/** The sums of a customer list are those of the SQL that explains them, whatever the conditions; and its orders add up to them. */

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listCustomers } from '../../../src-main/ledger/customers.ts';
import { explainList, listOrdersIn } from '../../../src-main/metrics/explain-list.ts';
import { ruleCodes } from '../../../src-main/metrics/explanation.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import type { CustomerFilter, TierBasis } from '../../../src-shared/contract/customers.ts';
import { explanationSchema } from '../../../src-shared/contract/explanations.ts';
import { conditionsIn, type FilterNode } from '../../../src-shared/contract/filters.ts';
import { minorOf } from '../../../src-shared/money.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { rfmDefinitions, tiers } from '../../../src-shared/rfm.ts';
import { filter as anyFilter } from '../ledger/filter/random-filter.ts';
import { day, dayIn, randomContent } from './random-ledger.ts';
import { fill, type SmallContent, type SmallLedger, smallLedger } from './small-ledger.ts';

let ledger: SmallLedger;
const lines = { recencyDays: 100, frequency: 2, netMinor: 40 };
beforeAll(() => {
  ledger = smallLedger(undefined, lines);
});
afterAll(() => ledger.close());

/** A condition that is there or not. */
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { freq: 2, nil: undefined });

/** There are no segments here. */
const nested: fc.Arbitrary<FilterNode> = anyFilter.filter((node) =>
  conditionsIn(node).every(({ field }) => field !== 'segment'),
);

const conditions: fc.Arbitrary<CustomerFilter> = fc
  .record({
    shop: maybe(fc.constantFrom(1, 2)),
    ids: maybe(fc.array(fc.integer({ min: 1, max: 14 }), { maxLength: 9 })),
    tiers: maybe(fc.subarray([...tiers])),
    noTier: maybe(fc.constant(true as const)),
    certainty: maybe(fc.constantFrom('certain' as const, 'likely' as const)),
    lastDayFrom: maybe(dayIn),
    lastDayTo: maybe(dayIn),
    recencyFrom: maybe(fc.integer({ min: 0, max: 200 })),
    recencyTo: maybe(fc.integer({ min: 0, max: 300 })),
    ordersFrom: maybe(fc.integer({ min: 0, max: 3 })),
    ordersTo: maybe(fc.integer({ min: 0, max: 6 })),
    netFrom: maybe(fc.integer({ min: -5, max: 80 }).map(minorOf)),
    netTo: maybe(fc.integer({ min: 0, max: 200 }).map(minorOf)),
    reach: maybe(fc.constantFrom('phone' as const, 'email' as const, 'neither' as const)),
    region: maybe(fc.constantFrom('杭州', 'hang', '，', '杭 州')),
    search: maybe(fc.constantFrom('客户1', 'a', 'x', 'n1', '9000000', '8008', 'kehu', "o'", '%', '？')),
    withoutCounted: maybe(fc.boolean()),
    where: maybe(nested),
  })
  .map((filter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)));

const bases: fc.Arbitrary<TierBasis> = fc.record({
  on: dayIn,
  definition: fc.constantFrom(...rfmDefinitions),
  likely: fc.boolean(),
});

/** Some of the people live somewhere and have a phone. */
function withPlaces(made: SmallContent): SmallContent {
  const customers = made.customers.map((customer, index) => ({
    ...customer,
    ...(index % 3 === 0 ? { city: '杭州市', phone: `1380013${8000 + index}` } : {}),
    ...(index % 4 === 1 ? { city: 'Hangzhou' } : {}),
  }));
  return { ...made, customers };
}

describe('the sums of a list', () => {
  test('are what the SQL shown gives, under any conditions, as of any day, by any definition', () => {
    fc.assert(
      fc.property(randomContent, conditions, bases, (content, filter, basis) => {
        fill(ledger.reading, withPlaces(content));
        const scoresOf = scoreSource(ledger.lines);
        const sort = { by: 'netMinor', descending: true } as const;
        const list = listCustomers(ledger.reading, { filter, basis, sort, window: { from: 0, count: 0 } }, scoresOf);
        const why = explainList(ledger.reading, { filter, basis }, scoresOf);
        const factOf = (name: string): string | undefined => why.facts.find((fact) => fact.name === name)?.value;
        expect(factOf('customers')).toBe(String(list.total));
        expect(factOf('likely') ?? '0').toBe(String(list.likely));
        expect(factOf('buyers') ?? String(list.total)).toBe(String(list.buyers));
        expect(factOf('orders')).toBe(String(list.sums.orders));
        expect(factOf('netMinor')).toBe(String(list.sums.netMinor));
        const mean = list.buyers === 0 ? undefined : String(Math.round(list.sums.netMinor / list.buyers));
        expect(factOf('averageMinor')).toBe(mean);
        expect([why.sumMinor, why.orderCount]).toEqual([list.sums.netMinor, list.sums.orders]);
        // What is shown can be run as it stands, and says the same.
        const [figures = ''] = why.sql.split(/;\n/);
        expect(ledger.reading.connection.prepare(figures).get(why.params)).toMatchObject({
          customers: list.total,
          net_minor: list.sums.netMinor,
        });
        expect(explanationSchema.parse(why)).toEqual(why);
        expect(why.rules.filter((rule) => !ruleCodes.some((known) => known === rule))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('are the sum of the orders listed, page by page', () => {
    fc.assert(
      fc.property(randomContent, conditions, bases, (content, filter, basis) => {
        fill(ledger.reading, withPlaces(content));
        const scoresOf = scoreSource(ledger.lines);
        const why = explainList(ledger.reading, { filter, basis }, scoresOf);
        const listed = [];
        for (let from = 0; ; from += 7) {
          const page = listOrdersIn(ledger.reading, { filter, basis }, { from, count: 7 }, scoresOf);
          listed.push(...page);
          if (page.length < 7) break;
        }
        expect(listed).toEqual(why.orders);
        expect(new Set(listed.map(({ order }) => order)).size).toBe(why.orderCount);
        expect(listed.reduce((sum, { netMinor }) => sum + (netMinor ?? 0), 0)).toBe(why.sumMinor);
      }),
      { numRuns: 100 },
    );
  });

  test('name their conditions only, with the values put in', () => {
    fill(ledger.reading, { customers: [{ id: 1 }], orders: [{ customer: 1, day: '2025-01-01' }] });
    const basis = { on: day('2025-02-01'), definition: 'quantile' as const };
    const plain = explainList(ledger.reading, { filter: {}, basis }, scoreSource(ledger.lines));
    expect(plain.sql).not.toMatch(/--\[|--\]|ntile|:tiers|:search/);
    expect(plain.params).toEqual({ on: '2025-02-01', currency: 'CNY', shop: null, from: 0, count: 200 });
    const filter = { tiers: ['RFM' as const], search: '客户', netFrom: minorOf(5) };
    const narrowed = explainList(ledger.reading, { filter, basis }, scoreSource(ledger.lines));
    expect(narrowed.params).toMatchObject({ tiers: '["RFM"]', net_from: 5, likely: 1 });
    expect(narrowed.params).toHaveProperty('near_line');
    expect(Object.keys(narrowed.params).some((name) => name.startsWith('search_'))).toBe(true);
    expect(narrowed.rules).toContain('tier');
  });

  test('of a shop that is not there are a Problem', () => {
    const basis = { on: day('2025-02-01'), definition: 'quantile' as const };
    const ask = () => explainList(ledger.reading, { filter: { shop: 9 }, basis }, scoreSource(ledger.lines));
    expect(ask).toThrow(Problem);
  });
});
