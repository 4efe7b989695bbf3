/** Where customers stand in their life: page, filter, table and a slow count say the same, on any day, and every answer names its orders. */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filteredIds } from '../../../src-main/ledger/filter/filtered-customers.ts';
import { shopRhythm, shopRhythmStatement } from '../../../src-main/ledger/lifecycle/shop-rhythm.ts';
import { runNamedMetric } from '../../../src-main/metrics/catalogue.ts';
import { customerLife, explainLifecycle } from '../../../src-main/metrics/explain-lifecycle.ts';
import { explainMetric } from '../../../src-main/metrics/explain-metric.ts';
import { ruleCodes } from '../../../src-main/metrics/explanation.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { explanationSchema } from '../../../src-shared/contract/explanations.ts';
import { customerLifeSchema } from '../../../src-shared/contract/lifecycle.ts';
import { addDays, type Day, daysBetween } from '../../../src-shared/day.ts';
import { type LifeChoice, lifeChoices, lifeStages } from '../../../src-shared/lifecycle.ts';
import { contentOf, day, dayIn } from './random-ledger.ts';
import { fill, type SmallContent, type SmallLedger, smallLedger } from './small-ledger.ts';

let ledger: SmallLedger;
beforeAll(() => {
  ledger = smallLedger();
});
afterAll(() => ledger.close());

const lines = { recencyDays: 100, frequency: 2, netMinor: 40 };
const basisOn = (on: Day) => ({ on, definition: 'quantile' }) as const;

function stagesOn(content: SmallContent, on: Day): LifeChoice[] {
  const scores = scoreSource(ledger.lines);
  return content.customers.map(
    ({ id }) =>
      customerLifeSchema.parse(customerLife(ledger.reading, { customer: id, basis: basisOn(on) }, scores)).stage,
  );
}

function daysOf(content: SmallContent, customer: number, on: Day): Day[] {
  const own = content.orders.filter(
    (order) => order.customer === customer && order.status === 'completed' && order.day !== null && order.day <= on,
  );
  return [...new Set(own.map((order) => day(order.day ?? '')))].sort();
}

const gapsOf = (days: readonly Day[]): number[] =>
  days
    .slice(1)
    .map((one, index) => daysBetween(days[index] ?? one, one))
    .sort((a, b) => a - b);

/** From the definition in words, with whole numbers twice as large. */
function slowly(content: SmallContent, on: Day): LifeChoice[] {
  const all = content.customers.flatMap(({ id }) => gapsOf(daysOf(content, id, on))).sort((a, b) => a - b);
  const share = (percent: number): number => all[Math.ceil((all.length * percent) / 100) - 1] ?? Infinity;
  return content.customers.map(({ id }) => {
    const days = daysOf(content, id, on);
    const last = days.at(-1);
    if (last === undefined) return 'none';
    const gaps = gapsOf(days);
    const twiceOwn = (gaps[(gaps.length - 1) >> 1] ?? 0) + (gaps[gaps.length >> 1] ?? 0);
    const twice =
      gaps.length < 2 ? [50, 75, 90].map((percent) => 2 * share(percent)) : [1, 1.5, 3].map((n) => n * twiceOwn);
    const past = twice.filter((line) => 2 * daysBetween(last, on) > line).length;
    return (['active', 'due', 'sleeping', 'lost'] as const)[past] === 'active' && days.length === 1
      ? 'new'
      : ((['active', 'due', 'sleeping', 'lost'] as const)[past] ?? 'lost');
  });
}

const contents = contentOf({ customers: 3, orders: 20 });

test('the page, the filter, the table and the orders behind it say what a slow count says', () => {
  const seen = new Set<LifeChoice>();
  fc.assert(
    fc.property(contents, dayIn, (content, on) => {
      fill(ledger.reading, content, true);
      const stages = slowly(content, on);
      for (const stage of stages) seen.add(stage);
      expect(stagesOn(content, on)).toEqual(stages);
      const scoresOf = scoreSource(ledger.lines);
      const scores = scoresOf(ledger.reading, basisOn(on));
      const { due, sleeping, lost } = shopRhythm(ledger.reading, scores) ?? { due: null, sleeping: null, lost: null };
      const shown = ledger.reading.connection.prepare(shopRhythmStatement(ledger.reading, scores));
      expect(shown.get({ on, currency: 'CNY', shop: null })).toEqual({ due, sleeping, lost });
      const known = new Set(scores.customer);
      const idsIn = (stage: LifeChoice): number[] =>
        content.customers.filter(({ id }, at) => stages[at] === stage && known.has(id)).map(({ id }) => id);
      for (const stage of lifeChoices) {
        expect(filteredIds(ledger.reading, scores, { field: 'lifecycle', in: [stage] })).toEqual(idsIn(stage));
      }
      const { rows } = runNamedMetric(ledger.reading, { name: 'lifecycle', on, lines });
      expect(rows.map(([stage, customers]) => [stage, customers])).toEqual(
        lifeStages.map((stage) => [stage, idsIn(stage).length]).filter(([, customers]) => customers !== 0),
      );
      for (const [stage, customers, , netMinor] of rows) {
        const row = { stage: String(stage) };
        const why = explainMetric(ledger.reading, { name: 'lifecycle', on, row }, scoresOf);
        const facts = Object.fromEntries(why.facts.map(({ name, value }) => [name, Number(value)]));
        expect(facts).toMatchObject({ customers, netMinor });
      }
    }),
    { numRuns: 60 },
  );
  expect([...seen].sort()).toEqual([...lifeChoices].sort());
});

test('as of a day is as of a ledger that holds only the orders placed on or before it', () => {
  fc.assert(
    fc.property(contents, dayIn, (content, on) => {
      fill(ledger.reading, content, true);
      const asOf = stagesOn(content, on);
      fill(
        ledger.reading,
        { ...content, orders: content.orders.filter((order) => order.day === null || order.day <= on) },
        true,
      );
      expect(stagesOn(content, on)).toEqual(asOf);
    }),
    { numRuns: 40 },
  );
});

test('a customer is told by their own gaps, each line passed the day after, and the answer names rule, lines and orders', () => {
  const first = day('2025-01-01');
  const content: SmallContent = {
    customers: [{ id: 1 }, { id: 2 }, { id: 3 }],
    orders: [
      ...[0, 10, 30].map((n) => ({ customer: 1, day: addDays(first, n), status: 'completed' as const })),
      { customer: 1, day: addDays(first, 31), status: 'unpaid', counts: false },
      { customer: 2, day: addDays(first, 30), status: 'completed' },
    ],
  };
  fill(ledger.reading, content);
  const scores = scoreSource(ledger.lines);
  const after = (days: number) => ({ customer: 1, basis: basisOn(addDays(first, 30 + days)) });
  const stages = [15, 16, 22, 23, 45, 46].map((days) => customerLife(ledger.reading, after(days), scores).stage);
  expect(stages).toEqual(['active', 'due', 'due', 'sleeping', 'sleeping', 'lost']);
  const why = explanationSchema.parse(explainLifecycle(ledger.reading, after(16), scores));
  expect(why.subject).toBe('lifecycle:due');
  expect(why.facts.map(({ name, value }) => [name, value])).toEqual([
    ['sinceDays', '16'],
    ['purchaseDays', '3'],
    ['ownGapDays', '15'],
    ['gaps', '2'],
    ['dueAfter', '15'],
    ['sleepingAfter', '22.5'],
    ['lostAfter', '45'],
  ]);
  expect(why.rules).toEqual(['asOf', 'counts', 'lifecycleOwn']);
  expect(why.orders.map(({ counts }) => counts)).toEqual([false, true, true, true]);
  const other = explainLifecycle(ledger.reading, { ...after(11), customer: 2 }, scores);
  expect([other.subject, other.rules.at(-1)]).toEqual(['lifecycle:due', 'lifecycleShop']);
  expect(explainLifecycle(ledger.reading, { ...after(11), customer: 3 }, scores).subject).toBe('lifecycle:none');
  for (const rule of [...why.rules, ...other.rules]) expect(ruleCodes).toContain(rule);
});

test('where nobody ever came a second time everybody is new, whatever day it is', () => {
  const content: SmallContent = {
    customers: [{ id: 1 }],
    orders: [{ customer: 1, day: '2025-01-01', status: 'completed' }],
  };
  fill(ledger.reading, content);
  expect(stagesOn(content, day('2026-01-01'))).toEqual(['new']);
  const why = explainLifecycle(
    ledger.reading,
    { customer: 1, basis: basisOn(day('2026-01-01')) },
    scoreSource(ledger.lines),
  );
  expect(why.rules.at(-1)).toBe('lifecycleNobody');
});
