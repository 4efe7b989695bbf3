/** Every metric against a slow and obvious version, on random ledgers; and what their SQL looks like to the planner and the reader. */

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue, runNamedMetric } from '../../../src-main/metrics/catalogue.ts';
import { type MetricQuestion, paramsOf, runMetric, usedParams } from '../../../src-main/metrics/metric.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { rfmLines } from '../../../src-main/metrics/rfm-lines.ts';
import { rfmScoresMetric } from '../../../src-main/metrics/rfm-scores.ts';
import { rfmScoreRows, rfmSummary } from '../../../src-main/metrics/rfm-summary.ts';
import { tierSummary } from '../../../src-main/metrics/tier-summary.ts';
import { addDays, type Day, daysBetween } from '../../../src-shared/day.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { rfmDefinitions } from '../../../src-shared/rfm.ts';
import { dayIn, monthsFrom, randomContent } from './random-ledger.ts';
import { fill, type SmallContent, type SmallLedger, type SmallOrder, smallLedger } from './small-ledger.ts';

let ledger: SmallLedger;
beforeAll(() => {
  ledger = smallLedger();
});
afterAll(() => ledger.close());

const lines = { recencyDays: 100, frequency: 2, netMinor: 40 };

interface Counted extends SmallOrder {
  readonly day: Day;
  readonly id: number;
  readonly net: number;
}

/** Counted orders on or before a day, the obvious way, in the order they were placed. */
function countedOrders(made: SmallContent, on: Day, shop?: number): Counted[] {
  return made.orders
    .map((order, index) => ({
      ...order,
      id: index + 1,
      net: order.paidMinor === null ? 0 : (order.paidMinor ?? 0) - (order.refundMinor ?? 0),
    }))
    .filter((order): order is Counted => order.day !== null && order.day <= on)
    .filter((order) => order.status === 'completed' && (shop === undefined || order.shop === shop))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id - b.id));
}

function groups<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const found = new Map<Key, Item[]>();
  for (const item of items) found.set(keyOf(item), [...(found.get(keyOf(item)) ?? []), item]);
  return found;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const byCustomer = (orders: readonly Counted[]): [number, Counted[]][] =>
  [
    ...groups(
      orders.filter((order) => order.customer !== null),
      (order) => order.customer ?? 0,
    ),
  ].sort((a, b) => a[0] - b[0]);

/** Type-7 quantiles as in a textbook. */
function slowQuantileScore(values: readonly number[], value: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const below = [1, 2, 3, 4].filter((k) => {
    const place = ((sorted.length - 1) * k) / 5;
    const low = sorted[Math.floor(place)] ?? 0;
    const high = sorted[Math.ceil(place)] ?? 0;
    return low + (high - low) * (place - Math.floor(place)) < value - 1e-9;
  });
  return 1 + below.length;
}

function run(name: string, made: SmallContent, on: Day, shop?: number): (string | number | null)[][] {
  fill(ledger.reading, made);
  return runNamedMetric(ledger.reading, { name, on, shop, lines }).rows;
}

const cases = fc.tuple(randomContent, dayIn, fc.constantFrom(undefined, 1, 2));

function forAll(check: (made: SmallContent, on: Day, shop: number | undefined) => void, numRuns = 80): void {
  fc.assert(
    fc.property(cases, ([made, on, shop]) => check(made, on, shop)),
    { numRuns },
  );
}

describe('each metric equals a slow version', () => {
  test('recency, frequency, money', () => {
    forAll((made, on, shop) => {
      const expected = byCustomer(countedOrders(made, on, shop)).map(([customer, orders]) => {
        const [first, last] = [orders[0]?.day ?? on, orders.at(-1)?.day ?? on];
        const money = (of: 'paidMinor' | 'refundMinor'): number => sum(orders.map((order) => order[of] ?? 0));
        const net = sum(orders.map((order) => order.net));
        const paidAndRefunded = [money('paidMinor'), money('refundMinor')];
        return [customer, daysBetween(last, on), orders.length, net, first, last, ...paidAndRefunded];
      });
      expect(run('rfm-inputs', made, on, shop)).toEqual(expected);
    });
  });

  test('the scores in SQL, the fast scores and the textbook agree by all three definitions', () => {
    forAll((made, on, shop) => {
      fill(ledger.reading, made);
      const people = byCustomer(countedOrders(made, on, shop));
      for (const definition of rfmDefinitions) {
        for (const likely of [true, false]) {
          const question: MetricQuestion = { on, shop, definition, lines, likely };
          const inSql = runMetric(ledger.reading, rfmScoresMetric, question).rows;
          const scoresOf = scoreSource(() => lines);
          const fast = rfmScoreRows(ledger.reading, { ...question, from: 0, count: 1000 }, scoresOf).scores;
          expect(fast.map((s) => [s.customer, s.recencyDays, s.frequency, s.netMinor, s.r, s.f, s.m])).toEqual(inSql);
          const tiersInSql = runMetric(ledger.reading, tierSummary, question).rows;
          const summary = rfmSummary(ledger.reading, question, scoresOf);
          const filled = summary.tiers.filter((tier) => tier.customers > 0);
          expect(filled.map((t) => [t.tier, t.customers, t.likely, t.netMinor])).toEqual(tiersInSql);
          expect(sum(summary.grid.map((cell) => cell.customers))).toBe(inSql.length);
          if (definition !== 'quantile' || !likely) continue;
          const nets = people.map(([, orders]) => sum(orders.map((order) => order.net)));
          expect(inSql.map((row) => row[6])).toEqual(nets.map((net) => slowQuantileScore(nets, net)));
        }
      }
    }, 60);
  });

  test('the line where high begins parts the high from the others', () => {
    forAll((made, on, shop) => {
      fill(ledger.reading, made);
      for (const definition of ['quantile', 'typed'] as const) {
        const scoresOf = scoreSource(() => lines);
        const question = { on, shop, definition, from: 0, count: 1000 };
        const { lines: high } = rfmSummary(ledger.reading, question, scoresOf);
        for (const score of rfmScoreRows(ledger.reading, question, scoresOf).scores) {
          expect(score.r >= 4).toBe(high.recencyDays !== null && score.recencyDays <= high.recencyDays);
          expect(score.f >= 4).toBe(high.frequency !== null && score.frequency >= high.frequency);
          expect(score.m >= 4).toBe(high.netMinor !== null && score.netMinor >= high.netMinor);
        }
      }
      for (const definition of rfmDefinitions) {
        const question = { on, shop, definition, lines, likely: true };
        const { lines: high, customers } = rfmSummary(
          ledger.reading,
          question,
          scoreSource(() => lines),
        );
        const inSql = runMetric(ledger.reading, rfmLines, question).rows;
        expect(inSql).toEqual(customers === 0 ? [] : [[high.recencyDays, high.frequency, high.netMinor]]);
      }
    }, 40);
  });

  test('new and returning', () => {
    forAll((made, on, shop) => {
      const orders = countedOrders(made, on, shop);
      const firsts = new Set(byCustomer(orders).map(([, own]) => own[0]?.id));
      const sold = new Map(groups(orders, (order) => order.day.slice(0, 7)));
      const expected = monthsFrom([...sold.keys()].sort()[0], on).map((month) => {
        const own = sold.get(month) ?? [];
        const kinds = [
          own.filter((order) => firsts.has(order.id)),
          own.filter((order) => order.customer !== null && !firsts.has(order.id)),
          own.filter((order) => order.customer === null),
        ];
        const people = new Set(own.map((order) => order.customer).filter((customer) => customer !== null));
        return [
          month,
          ...kinds.map((kind) => kind.length),
          people.size,
          ...kinds.map((kind) => sum(kind.map((o) => o.net))),
        ];
      });
      expect(run('new-and-returning', made, on, shop)).toEqual(expected);
    });
  });

  test('repurchase rate', () => {
    forAll((made, on, shop) => {
      const people = byCustomer(countedOrders(made, on, shop)).map(([, own]) => own);
      const expected = [...groups(people, (own) => (own[0]?.day ?? '').slice(0, 7))]
        .sort((a, b) => (a[0] < b[0] ? -1 : 1))
        .map(([month, cohort]) => {
          const back = cohort.filter((own) => new Set(own.map((order) => order.day)).size > 1).length;
          return [month, cohort.length, back, back / cohort.length];
        });
      expect(run('repurchase-rate', made, on, shop)).toEqual(expected);
    });
  });

  test('days between purchases', () => {
    forAll((made, on, shop) => {
      const gaps = byCustomer(countedOrders(made, on, shop)).flatMap(([, own]) => {
        const days = [...new Set(own.map((order) => order.day))];
        return days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
      });
      const expected = [...groups(gaps, (gap) => gap)]
        .sort((a, b) => a[0] - b[0])
        .map(([gap, same]) => [gap, same.length, gaps.filter((other) => other <= gap).length / gaps.length]);
      expect(run('days-between-orders', made, on, shop)).toEqual(expected);
    });
  });

  test('best items', () => {
    forAll((made, on, shop) => {
      const sold = countedOrders(made, on, shop).flatMap((order) =>
        (order.titles ?? []).map((title) => ({ title, order })),
      );
      const expected = [...groups(sold, (line) => line.title)].map(([title, own]) => {
        const orders = new Set(own.map((line) => line.order.id));
        const people = groups(
          own.filter((line) => line.order.customer !== null),
          (line) => line.order.customer,
        );
        const again = [...people.values()].filter((lines) => new Set(lines.map((line) => line.order.day)).size > 1);
        const money = own.map((line) => (line.order.titles?.length === 1 ? line.order.net : 0));
        return [title, orders.size, people.size, again.length, own.length, sum(money)] as const;
      });
      expected.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      expect(run('best-items', made, on, shop)).toEqual(expected);
    });
  });
});

describe('the catalogue', () => {
  test('begins each file with a Chinese and an English line, and names the columns it returns', () => {
    fill(ledger.reading, { customers: [], orders: [] });
    for (const metric of catalogue) {
      const [chinese = '', english = ''] = metric.sql.split('\n');
      expect(chinese).toMatch(/^-- .*\p{Script=Han}.*$/u);
      expect(english).toMatch(/^-- [\x20-\x7e]+$/);
      const columns = ledger.reading.connection.prepare(metric.sql).columns();
      expect([metric.name, columns.map((column) => column.name)]).toEqual([metric.name, metric.columns]);
      expect(
        runNamedMetric(ledger.reading, { name: metric.name, on: addDays('2025-01-01' as Day, 0), lines }).rows,
      ).toEqual([]);
    }
  });

  test('shows only parameters that the SQL names', () => {
    fill(ledger.reading, { customers: [], orders: [] });
    const all = paramsOf(ledger.reading, { on: '2025-01-01' as Day, definition: 'typed', lines, likely: true });
    expect(usedParams('-- :on in words\nselect :shop', all)).toEqual({ shop: null });
    for (const metric of catalogue) {
      const used = usedParams(metric.sql, all);
      expect(() => ledger.reading.connection.prepare(metric.sql).all(used)).not.toThrow();
    }
  });

  test('refuses a name it does not know and a shop that is not there', () => {
    fill(ledger.reading, { customers: [], orders: [] });
    const on = '2025-01-01' as Day;
    expect(() => runNamedMetric(ledger.reading, { name: 'nonsense', on, lines })).toThrow(Problem);
    expect(() => runNamedMetric(ledger.reading, { name: 'best-items', on, shop: 9, lines })).toThrow(Problem);
  });
});

test('money of two currencies is never added: the one with most orders is taken and named', () => {
  fill(ledger.reading, {
    shops: [{ name: '国内' }, { name: 'Abroad', currency: 'USD' }],
    customers: [{ id: 1 }, { id: 2 }],
    orders: [
      { customer: 1, day: '2025-01-01', paidMinor: 100 },
      { customer: 1, day: '2025-01-02', paidMinor: 100, shop: 2 },
      { customer: 2, day: '2025-01-03', paidMinor: 100, shop: 2 },
    ],
  });
  const on = '2025-02-01' as Day;
  const scoresOf = scoreSource(() => lines);
  const all = rfmSummary(ledger.reading, { on, definition: 'quantile' }, scoresOf);
  expect([all.currency, all.netMinor, all.customers]).toEqual(['USD', 200, 2]);
  const home = rfmSummary(ledger.reading, { on, definition: 'quantile', shop: 1 }, scoresOf);
  expect([home.currency, home.netMinor, home.customers]).toEqual(['CNY', 100, 1]);
});
