/** Numbers stand in the order that comparing them gives, equal ones as they came. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderOf } from '../../../src-main/ledger/radix-order.ts';

function compared(keys: readonly number[], descending: boolean): number[] {
  const sign = descending ? -1 : 1;
  return [...keys.keys()].sort((a, b) => sign * ((keys[a] ?? 0) - (keys[b] ?? 0)) || a - b);
}

const amount = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: -(2 ** 40), max: 2 ** 40 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);

function expectOrdered(keys: readonly number[], descending: boolean): void {
  expect([...orderOf(Float64Array.from(keys), descending)]).toEqual(compared(keys, descending));
}

/** So many that they are counted digit by digit, not compared. */
const MANY = 5000;

function repeated(keys: readonly number[]): readonly number[] {
  return Array.from({ length: MANY }, (_, at) => keys[at % keys.length] ?? 0);
}

test('any numbers, either way', () => {
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 300 }), fc.boolean(), (keys, descending) => {
      expectOrdered(keys, descending);
    }),
    { numRuns: 60 },
  );
});

test('any numbers, many of them', () => {
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 2000 }), fc.boolean(), (keys, descending) => {
      expectOrdered(repeated(keys), descending);
    }),
    { numRuns: 30 },
  );
});

test('fractions that differ in their last digit, and numbers too large for whole ones', () => {
  const keys = [1 / 3, 2 / 6 + Number.EPSILON, 1e300, -1e300, Number.MAX_VALUE, -Number.MIN_VALUE, 0, 1 / 3];
  for (const descending of [false, true]) {
    expectOrdered(keys, descending);
    expectOrdered(repeated(keys), descending);
  }
});
