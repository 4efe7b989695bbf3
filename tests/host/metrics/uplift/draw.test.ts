/** The draw: each tier gives its share, nobody's chance is another's, whoever has an arm keeps it, and the order of asking does not matter. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Candidate,
  draw,
  drawArms,
  isHeldBack,
  suggestedShare,
} from '../../../../src-main/metrics/uplift/draw.ts';

const candidates: fc.Arbitrary<Candidate[]> = fc
  .array(
    fc.record({ stratum: fc.constantFrom('a', 'b', 'c'), known: fc.constantFrom(null, null, 'held', 'contacted') }),
    {
      maxLength: 90,
    },
  )
  .map((all) => all.map((one, at) => ({ ...one, key: `buyer:${at}` }) as Candidate));
const shares = fc.double({ min: 0.05, max: 0.6, noNaN: true });
const seeds = fc.integer({ min: 1, max: 1_000_000 });

test('of every tier the share of its newcomers, to one person, and of all together too', () => {
  fc.assert(
    fc.property(candidates, shares, seeds, (all, share, seed) => {
      const arms = drawArms(all, seed, share);
      const off = (of: (one: Candidate) => boolean): number => {
        const fresh = all.map((one, at) => ({ one, arm: arms[at] })).filter(({ one }) => one.known === null && of(one));
        return Math.abs(fresh.filter(({ arm }) => arm === 'held').length - fresh.length * share);
      };
      for (const stratum of ['a', 'b', 'c']) expect(off((one) => one.stratum === stratum)).toBeLessThan(1 + 1e-9);
      expect(off(() => true)).toBeLessThan(1 + 1e-9);
    }),
  );
});

test('whoever has an arm keeps it; asked again, in any order, everybody keeps theirs', () => {
  fc.assert(
    fc.property(candidates, shares, seeds, (all, share, seed) => {
      const arms = drawArms(all, seed, share);
      for (const [at, { known }] of all.entries()) if (known !== null) expect(arms[at]).toBe(known);
      const back = [...all].reverse();
      expect(drawArms(back, seed, share).reverse()).toEqual(arms);
      const again = all.map((one, at) => ({ ...one, stratum: 'c', known: arms[at] ?? null }));
      expect(drawArms(again, seed + 1, 1 - share)).toEqual(arms);
    }),
  );
});

test('over many seeds each person is held back as often as any other, in tiers of one as well', () => {
  const all = ['a', 'b', 'b', 'c', 'c', 'c', 'c'].map((stratum, at) => ({ key: `p${at}`, stratum, known: null }));
  const counts = all.map(() => 0);
  for (let seed = 1; seed <= 4000; seed += 1)
    drawArms(all, seed, 0.3).forEach((arm, at) => {
      if (arm === 'held') counts[at] = (counts[at] ?? 0) + 1;
    });
  // Four deviations of a count of 4,000 with a chance of 0.3.
  for (const count of counts) expect(Math.abs(count - 1200)).toBeLessThan(116);
});

test('people who come one by one are held back by the share, and the same person always', () => {
  const keys = Array.from({ length: 4000 }, (_, at) => `phone:${at}`);
  const held = keys.filter((key) => isHeldBack(3, key, 0.25));
  expect(Math.abs(held.length - 1000)).toBeLessThan(110);
  expect(keys.filter((key) => isHeldBack(3, key, 0.25))).toEqual(held);
  // Of a larger share nobody is let go who was held.
  for (const key of held) expect(isHeldBack(3, key, 0.4)).toBe(true);
  expect(draw(3, 'phone:1')).not.toBe(draw(4, 'phone:1'));
});

test('few people need a large group, many a small one, and fewer than fifty none', () => {
  expect([49, 60, 200, 2000, 100_000].map(suggestedShare)).toEqual([null, 0.5, 0.4, 0.2, 0.1]);
});
