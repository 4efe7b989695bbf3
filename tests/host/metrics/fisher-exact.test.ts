/** Fisher's exact test against counting every way the cards can fall. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fisherGreater, logFactorial } from '../../../src-main/metrics/fisher-exact.ts';

/** Pascal's triangle, exact. */
function choose(n: bigint, k: bigint): bigint {
  let found = 1n;
  for (let at = 1n; at <= k; at += 1n) found = (found * (n - k + at)) / at;
  return found;
}

test('logarithms of factorials add up, small and large', () => {
  let sum = 0;
  for (let n = 1; n <= 400; n += 1) {
    sum += Math.log(n);
    expect(Math.abs(logFactorial(n) - sum)).toBeLessThan(1e-11 * Math.max(1, sum));
  }
});

test('the chance equals the share of all ways that hold as many or more', () => {
  const tables = fc
    .record({ all: fc.integer({ min: 1, max: 60 }), first: fc.nat(60), second: fc.nat(60), both: fc.nat(60) })
    .filter(({ all, first, second, both }) => first <= all && second <= all && both <= Math.min(first, second));
  fc.assert(
    fc.property(tables, ({ all, first, second, both }) => {
      const [a, n, b] = [BigInt(first), BigInt(all), BigInt(second)];
      let ways = 0n;
      for (let k = BigInt(both); k <= a && k <= b; k += 1n)
        if (b - k <= n - a) ways += choose(a, k) * choose(n - a, b - k);
      const exact = Number((ways * 10n ** 18n) / choose(n, b)) / 1e18;
      expect(fisherGreater({ both, first, second, all })).toBeCloseTo(exact, 12);
    }),
    { numRuns: 500 },
  );
});

test('the lady tasting tea', () => {
  expect(fisherGreater({ both: 4, first: 4, second: 4, all: 8 })).toBeCloseTo(1 / 70, 14);
  expect(fisherGreater({ both: 3, first: 4, second: 4, all: 8 })).toBeCloseTo(17 / 70, 14);
});
