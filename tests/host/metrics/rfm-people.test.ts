/** Who is in a cell and who changes tier, held against everybody's scores looked through one by one. */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RfmQuestion, scoreSource } from '../../../src-main/metrics/rfm.ts';
import { rfmMoves, rfmPeople } from '../../../src-main/metrics/rfm-people.ts';
import { rfmScoreRows } from '../../../src-main/metrics/rfm-summary.ts';
import { rfmDefinitions, type TypedLines, tiers } from '../../../src-shared/rfm.ts';
import { dayIn, randomContent } from './random-ledger.ts';
import { fill, type SmallLedger, smallLedger } from './small-ledger.ts';

let ledger: SmallLedger;
beforeAll(() => {
  ledger = smallLedger();
});
afterAll(() => ledger.close());

const lines: TypedLines = { recencyDays: 100, frequency: 2, netMinor: 40 };
const everybody = { from: 0, count: 500 };

test('moves between two rules are those whose tier differs, and each move names its people, most money first', () => {
  const rules = fc.constantFrom(...rfmDefinitions);
  fc.assert(
    fc.property(randomContent, dayIn, rules, rules, fc.boolean(), (made, on, one, other, likely) => {
      fill(ledger.reading, made);
      const scoresOf = scoreSource(() => lines);
      const before: RfmQuestion = { on, definition: one };
      const after: RfmQuestion = { on, definition: other, likely };
      const rows = (question: RfmQuestion) =>
        rfmScoreRows(ledger.reading, { ...question, from: 0, count: 1000 }, scoresOf).scores;
      const tierBefore = new Map(rows(before).map(({ customer, tier }) => [customer, tier]));
      const movers = rows(after).filter(({ customer, tier }) => tierBefore.get(customer) !== tier);
      const moves = rfmMoves(ledger.reading, { before, after }, scoresOf);
      expect(moves.reduce((sum, { customers }) => sum + customers, 0)).toBe(movers.length);
      expect(moves.map(({ customers }) => customers)).toEqual(
        moves.map(({ customers }) => customers).toSorted((a, b) => b - a),
      );
      for (const { from, to, customers } of moves) {
        const basis = { on, definition: other, likely };
        const question = { basis, move: { before: { on, definition: one }, from, to }, window: everybody };
        const found = rfmPeople(ledger.reading, question, scoresOf);
        const expected = movers
          .filter(({ customer, tier }) => tier === to && tierBefore.get(customer) === from)
          .toSorted((a, b) => b.netMinor - a.netMinor || a.customer - b.customer);
        expect(found.scores).toEqual(expected);
        expect(found.total).toBe(customers);
      }
    }),
    { numRuns: 60 },
  );
});

test('the people of a cell lie within its days and orders; windows join to the whole', () => {
  const bound = fc.integer({ min: 0, max: 200 });
  fc.assert(
    fc.property(randomContent, dayIn, bound, fc.option(bound), bound, (made, on, recencyFrom, width, ordersFrom) => {
      fill(ledger.reading, made);
      const scoresOf = scoreSource(() => lines);
      const basis = { on, definition: 'quantile' as const };
      const recencyTo = width === null ? null : recencyFrom + width;
      const cell = { recencyFrom, recencyTo, ordersFrom: ordersFrom % 4, ordersTo: null };
      const expected = rfmScoreRows(ledger.reading, { ...basis, from: 0, count: 1000 }, scoresOf)
        .scores.filter(({ recencyDays }) => recencyDays >= recencyFrom && recencyDays <= (recencyTo ?? 1e9))
        .filter(({ frequency }) => frequency >= cell.ordersFrom)
        .toSorted((a, b) => b.netMinor - a.netMinor || a.customer - b.customer);
      const ask = (from: number, count: number) =>
        rfmPeople(ledger.reading, { basis, cell, window: { from, count } }, scoresOf);
      expect(ask(0, 500)).toMatchObject({ total: expected.length, scores: expected });
      expect([...ask(0, 2).scores, ...ask(2, 500).scores]).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test('without cell and move it is everybody who is scored', () => {
  fill(ledger.reading, { customers: [{ id: 1 }, { id: 2 }], orders: [{ customer: 1, day: '2025-01-01' }] });
  const scoresOf = scoreSource(() => lines);
  const on = '2025-02-01' as Parameters<typeof scoresOf>[1]['on'];
  const found = rfmPeople(ledger.reading, { basis: { on, definition: 'typed' }, window: everybody }, scoresOf);
  expect(found.scores.map(({ customer }) => customer)).toEqual([1]);
  expect(tiers).toContain(found.scores[0]?.tier);
});
