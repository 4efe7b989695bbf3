/** How many people a difference takes, and which difference so many people show: one is the other the other way round. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectableShare, peopleNeeded } from '../../../../src-main/metrics/uplift/detectable.ts';

test('with as many people as are needed just that difference is seen, with a tenth fewer it is not', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 0.6, noNaN: true }),
      fc.double({ min: 0.02, max: 0.3, noNaN: true }),
      fc.double({ min: 0.05, max: 0.5, noNaN: true }),
      (base, more, share) => {
        const people = peopleNeeded(base, more, share) ?? expect.fail('a number');
        const seen = (count: number) =>
          detectableShare(base, { contacted: count * (1 - share), held: count * share }) ?? 1;
        if (people * share < 1) return;
        expect(seen(people)).toBeLessThanOrEqual(more + 1e-9);
        expect(seen(people * 0.9)).toBeGreaterThan(more);
      },
    ),
  );
});

test('a known case: 10 % against 15 %, halves, four of five cases', () => {
  // By hand: (1.960 + 0.842)² × (0.1 × 0.9 + 0.15 × 0.85) / 0.05² = 683 each.
  expect(peopleNeeded(0.1, 0.05, 0.5)).toBe(2 * 683);
});

test('nobody let be, or more than everybody buying: no number does', () => {
  expect([peopleNeeded(0.2, 0.05, 0), peopleNeeded(0.97, 0.05, 0.1), peopleNeeded(0.2, 0, 0.1)]).toEqual([
    null,
    null,
    null,
  ]);
});
