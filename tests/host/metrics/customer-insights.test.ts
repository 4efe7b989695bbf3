/** Habits: each line's count is what its orders come to, a slow count says the same, and below three orders nothing is said. */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerInsights, explainInsight, insightOrdersIn } from '../../../src-main/metrics/explain-insight.ts';
import { ruleCodes } from '../../../src-main/metrics/explanation.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { explanationSchema } from '../../../src-shared/contract/explanations.ts';
import { type Insight, insightSchema } from '../../../src-shared/contract/insights.ts';
import { contentOf, day } from './random-ledger.ts';
import { fill, type SmallContent, type SmallLedger, smallLedger } from './small-ledger.ts';

let ledger: SmallLedger;
beforeAll(() => {
  ledger = smallLedger();
});
afterAll(() => ledger.close());

const basis = { on: day('2025-12-31'), definition: 'quantile' } as const;

function insightsOf(customer: number): readonly Insight[] {
  return customerInsights(ledger.reading, { customer, basis }, scoreSource(ledger.lines)).insights;
}

function hour(order: number, time: string): void {
  ledger.reading.connection
    .prepare('update shop_order set ordered_at = ordered_on || ? where order_id = ?')
    .run(` ${time}`, order);
}

test('seven of nine orders after 21:00 say so, a Saturday shows, and two orders say nothing', () => {
  const days = ['01-04', '01-11', '01-18', '02-01', '02-08', '02-15', '03-03', '03-08', '03-15'];
  fill(ledger.reading, {
    shops: [{ name: '甲' }, { name: '乙' }],
    customers: [{ id: 1 }, { id: 2 }],
    orders: [
      ...days.map((text, index) => ({
        customer: 1,
        day: `2025-${text}`,
        paidMinor: 1000 * (index + 1),
        shop: index < 6 ? 1 : 2,
        titles: index % 2 === 0 ? ['红茶', '茶滤'] : ['绿茶'],
        ...(index === 0 ? { refundMinor: 300, status: 'partiallyRefunded' as const } : {}),
      })),
      { customer: 1, day: '2025-03-16', status: 'refunded', counts: false, refundMinor: 1000 },
      { customer: 2, day: '2025-01-01' },
      { customer: 2, day: '2025-01-02' },
    ],
  });
  for (const order of [1, 2, 3, 4, 5, 6, 7]) hour(order, '21:30:00');
  expect(insightsOf(2)).toEqual([]);
  const lines = insightsOf(1);
  expect(lines.map((line) => insightSchema.parse(line))).toEqual(lines);
  const of = (kind: Insight['kind']) => lines.filter((line) => line.kind === kind);
  expect(of('hour')).toEqual([{ kind: 'hour', label: null, low: 21, high: 0, count: 7, of: 9 }]);
  expect(of('weekday')).toEqual([{ kind: 'weekday', label: null, low: 6, high: null, count: 8, of: 9 }]);
  expect(of('favourite').map(({ label, count }) => [label, count])).toEqual(
    [
      ['茶滤', 5],
      ['红茶', 5],
      ['绿茶', 4],
    ].sort((a, b) => Number(b[1]) - Number(a[1]) || (String(a[0]) < String(b[0]) ? -1 : 1)),
  );
  expect(of('price')).toEqual([{ kind: 'price', label: null, low: 1000, high: 9000, count: 9, of: 9 }]);
  expect(of('channel')).toEqual([{ kind: 'channel', label: '甲', low: 1, high: null, count: 6, of: 9 }]);
  expect(of('returns')).toEqual([{ kind: 'returns', label: null, low: null, high: null, count: 2, of: 10 }]);
  expect(of('rhythm')).toEqual([{ kind: 'rhythm', label: '2025-03-22', low: 7, high: 7, count: 5, of: 8 }]);
  expect(of('discount')).toEqual([]);
});

test('a discount is said where the lines tell the price and what was paid', () => {
  fill(ledger.reading, {
    customers: [{ id: 1 }],
    orders: ['01', '02', '03', '04'].map((text) => ({ customer: 1, day: `2025-01-${text}`, titles: ['杯'] })),
  });
  const line = ledger.reading.connection.prepare(
    'update order_line set unit_price_minor = ?, amount_minor = ? where order_id = ?',
  );
  line.run(1000, 900, 1);
  line.run(1000, 1000, 2);
  line.run(1000, 800, 3);
  expect(insightsOf(1).find(({ kind }) => kind === 'discount')).toMatchObject({ count: 2, of: 3 });
});

/** What a line claims, counted the slow way over the content. */
function slowly(content: SmallContent, customer: number, line: Insight): number {
  const own = content.orders.filter((order) => order.customer === customer);
  const counted = own.filter((order) => order.day !== null && order.status === 'completed');
  if (line.kind === 'favourite') return counted.filter(({ titles }) => titles?.includes(line.label ?? '')).length;
  if (line.kind === 'channel') return counted.filter(({ shop }) => shop === line.low).length;
  if (line.kind === 'price') {
    return counted.filter(
      ({ paidMinor }) => typeof paidMinor === 'number' && paidMinor >= (line.low ?? 0) && paidMinor <= (line.high ?? 0),
    ).length;
  }
  if (line.kind === 'returns') {
    return own.filter(
      ({ status, day: on, refundMinor }) =>
        (status === 'refunded' || (status === 'completed' && on !== null)) && (refundMinor ?? 0) > 0,
    ).length;
  }
  if (line.kind === 'weekday') {
    return counted.filter(({ day: on }) => ((new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7) + 1 === line.low).length;
  }
  return line.count;
}

test('every line of random ledgers has n ≥ 3, counts what a slow count counts, and opens exactly its orders', () => {
  const scores = scoreSource(ledger.lines);
  let told = 0;
  fc.assert(
    fc.property(contentOf({ customers: 2, orders: 30 }), (content) => {
      fill(ledger.reading, content, true);
      for (const { id } of content.customers) {
        for (const line of insightsOf(id)) {
          told += 1;
          expect(line.of).toBeGreaterThanOrEqual(3);
          expect(line.count).toBe(slowly(content, id, line));
          const question = { customer: id, basis, insight: line };
          const why = explanationSchema.parse(explainInsight(ledger.reading, question, scores));
          expect(ruleCodes).toContain(why.rules[0]);
          expect(why.facts.map(({ value }) => value)).toEqual([String(line.count), String(line.of)]);
          if (line.kind !== 'rhythm') expect(why.orderCount).toBe(line.count);
          expect(insightOrdersIn(ledger.reading, question, { from: 0, count: 500 }, scores)).toHaveLength(
            why.orderCount,
          );
        }
      }
    }),
    { numRuns: 40 },
  );
  expect(told).toBeGreaterThan(50);
});
