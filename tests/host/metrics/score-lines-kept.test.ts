/** Scores that are kept say the owner's lines of now, whatever definition they were asked by. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { filteredIds } from '../../../src-main/ledger/filter/filtered-customers.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { day } from './random-ledger.ts';
import { fill, type SmallLedger, smallLedger } from './small-ledger.ts';

let ledger: SmallLedger;
beforeAll(() => {
  ledger = smallLedger();
});
afterAll(() => ledger.close());

test('the ladder follows a line that is moved while nothing else changes', () => {
  fill(ledger.reading, {
    customers: [{ id: 1 }],
    orders: [
      { customer: 1, day: '2025-01-01' },
      { customer: 1, day: '2025-01-02' },
    ],
  });
  let lines = { recencyDays: 100, frequency: 2, netMinor: 40 };
  const scoresOf = scoreSource(() => lines);
  const onStep = (step: 'D' | 'E') =>
    filteredIds(ledger.reading, scoresOf(ledger.reading, { on: day('2025-02-01'), definition: 'quantile' }), {
      field: 'ladder',
      in: [step],
    });
  expect([onStep('D'), onStep('E')]).toEqual([[], [1]]);
  lines = { ...lines, frequency: 3 };
  expect([onStep('D'), onStep('E')]).toEqual([[1], []]);
});
