/** The ladder with lines of the owner's: what five ways say, lines that are tried and lines that are kept, and month after month. */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filteredIds } from '../../../src-main/ledger/filter/filtered-customers.ts';
import { changeSettings } from '../../../src-main/ledger/settings.ts';
import { runNamedMetric } from '../../../src-main/metrics/catalogue.ts';
import { ruleCodes } from '../../../src-main/metrics/explanation.ts';
import { explainStep, stepOfCustomer } from '../../../src-main/metrics/ladder-moves/customer-step.ts';
import { ladderMonths } from '../../../src-main/metrics/ladder-moves/ladder-months.ts';
import { ladderMovers, readLadder } from '../../../src-main/metrics/ladder-moves/ladder-read.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { explanationSchema } from '../../../src-shared/contract/explanations.ts';
import { type Day, dayOf } from '../../../src-shared/day.ts';
import { type LadderRules, ladderSteps } from '../../../src-shared/ladder.ts';
import { contentOf, day, dayIn } from './random-ledger.ts';
import { fill, type SmallLedger, smallLedger } from './small-ledger.ts';

const now = '2026-01-01T00:00:00Z';
const lines = { recencyDays: 100, frequency: 2, netMinor: 40 };
let ledger: SmallLedger;
beforeAll(() => {
  ledger = smallLedger(undefined, lines);
});
afterAll(() => ledger.close());

const contents = contentOf({ customers: 3, orders: 15 });
const someRules: fc.Arbitrary<LadderRules> = fc.record({
  oftenOrders: fc.option(fc.integer({ min: 1, max: 4 })),
  averageMinor: fc.option(fc.integer({ min: 0, max: 60 })),
  names: fc.constant({}),
});
const keep = (rules: LadderRules): void => {
  changeSettings(ledger.reading, { ladder: { ...rules, names: { ...rules.names } } }, { now });
};
const plain = (rules: LadderRules) => ({ ...rules, names: { ...rules.names } });
const basisOn = (on: Day, likely = true) => ({ on, definition: 'quantile', likely }) as const;
const scores = () => scoreSource(ledger.lines);

/** How many stand on each step, by the metric. */
function table(on: Day): number[] {
  const { rows } = runNamedMetric(ledger.reading, { name: 'ladder', on, lines });
  return ladderSteps.map((step) => Number(rows.find(([found]) => found === step)?.[1] ?? 0));
}

test('the page, the filter, a person and the table say the same, by any lines on any day', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(contents, someRules, dayIn, fc.boolean(), (content, rules, on, likely) => {
      fill(ledger.reading, content, true);
      keep(rules);
      const basis = basisOn(on, likely);
      const { steps, before, moves } = readLadder(ledger.reading, { basis }, scores());
      expect(before).toEqual(steps);
      expect(moves.filter(({ from, to }) => from !== to)).toEqual([]);
      if (likely) expect(steps.map(({ customers }) => customers)).toEqual(table(on));
      for (const { step, customers, orders, netMinor } of steps) {
        const found = scores()(ledger.reading, basis);
        const ids = filteredIds(ledger.reading, found, { field: 'ladder', in: [step] });
        expect(ids.length).toBe(customers);
        const told = ids.map((customer) => stepOfCustomer(ledger.reading, { customer, basis }, scores()));
        expect(told.map((one) => one.step)).toEqual(ids.map(() => step));
        expect(told.reduce((sum, one) => sum + one.orders, 0)).toBe(orders);
        if (step === 'A') expect(netMinor).toBe(0);
        if (customers > 0) seen.add(step);
      }
    }),
    { numRuns: 80 },
  );
  expect([...seen].sort()).toEqual([...ladderSteps]);
});

test('what moved lines would do is what they do, and each move names its people', () => {
  let moved = 0;
  fc.assert(
    fc.property(contents, someRules, someRules, dayIn, (content, saved, next, on) => {
      fill(ledger.reading, content, true);
      keep(saved);
      const basis = basisOn(on);
      const said = readLadder(ledger.reading, { basis, rules: plain(next) }, scores());
      expect(said.before.map(({ customers }) => customers)).toEqual(table(on));
      const went = said.moves.flatMap((move) => {
        const asked = { basis, rules: plain(next), move, window: { from: 0, count: 100 } };
        const { total, ids = [] } = ladderMovers(ledger.reading, asked, scores());
        expect([total, ids.length]).toEqual([move.customers, move.customers]);
        return ids.map((id) => [id, move.from, move.to] as const);
      });
      const was = new Map(went.map(([id, from]) => [id, from]));
      for (const [id, from] of was) {
        expect(stepOfCustomer(ledger.reading, { customer: id, basis }, scores()).step).toBe(from);
      }
      keep(next);
      expect(said.steps.map(({ customers }) => customers)).toEqual(table(on));
      for (const [id, from, to] of went) {
        expect(stepOfCustomer(ledger.reading, { customer: id, basis }, scores()).step).toBe(to);
        if (from !== to) moved += 1;
      }
    }),
    { numRuns: 60 },
  );
  expect(moved).toBeGreaterThan(20);
});

test('each month ends as the ladder stood on its last day, and its moves lead from one end to the next', () => {
  fc.assert(
    fc.property(contents, someRules, dayIn, (content, rules, on) => {
      fill(ledger.reading, content, true);
      keep(rules);
      const { months } = ladderMonths(ledger.reading, { basis: basisOn(on), months: 6 }, scores());
      expect(months.map((month) => month.on)[0]).toBe(on);
      months.forEach(({ steps, moves, on: end }, nth) => {
        expect(steps.map(({ customers }) => customers)).toEqual(table(dayOf(end) ?? expect.fail(end)));
        const earlier = months[nth + 1];
        if (earlier === undefined) return;
        for (const [at, { step, customers }] of steps.entries()) {
          const came = moves.filter(({ to }) => to === step).reduce((sum, move) => sum + move.customers, 0);
          const left = moves.filter(({ from }) => from === step).reduce((sum, move) => sum + move.customers, 0);
          expect(customers).toBe((earlier.steps[at]?.customers ?? 0) + came - left);
        }
      });
    }),
    { numRuns: 50 },
  );
});

test('a lead who buys goes from A to B in the month they buy, and on to E when they come often and for much', () => {
  fill(ledger.reading, {
    customers: [{ id: 1 }, { id: 2 }],
    orders: [
      { customer: 1, day: '2025-01-10', status: 'unpaid', counts: false },
      { customer: 1, day: '2025-02-10', paidMinor: 500 },
      { customer: 1, day: '2025-03-10', paidMinor: 9500 },
      { customer: 2, day: '2025-02-11', paidMinor: 3000 },
    ],
  });
  keep({ oftenOrders: 2, averageMinor: 3000, names: { E: '老主顾' } });
  const { months } = ladderMonths(ledger.reading, { basis: basisOn(day('2025-03-31')), months: 3 }, scores());
  expect(months.map(({ month, moves }) => [month, moves])).toEqual([
    ['2025-03', [{ from: 'B', to: 'E', customers: 1 }]],
    [
      '2025-02',
      [
        { from: null, to: 'D', customers: 1 },
        { from: 'A', to: 'B', customers: 1 },
      ],
    ],
    ['2025-01', [{ from: null, to: 'A', customers: 1 }]],
  ]);
  const question = { customer: 1, basis: basisOn(day('2025-03-31')) };
  expect(stepOfCustomer(ledger.reading, question, scores())).toMatchObject({
    step: 'E',
    name: '老主顾',
    isMiddle: false,
  });
  const why = explanationSchema.parse(explainStep(ledger.reading, question, scores()));
  expect(why.subject).toBe('ladder:E');
  expect(why.facts).toEqual([
    { name: 'frequency', value: '2', line: '2', verdict: 'often' },
    { name: 'averageMinor', value: '5000', line: '3000', verdict: 'much' },
  ]);
  for (const rule of why.rules) expect(ruleCodes).toContain(rule);
  expect(why.orders.map(({ counts }) => counts)).toEqual([true, true, false]);
});
