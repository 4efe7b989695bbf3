/**
 * A thousand campaigns each over audiences of the made shop, with and without an effect: the 95 % interval holds the truth in 93 to 97 of 100, or the
 * program says that it cannot tell.
 */

import { describe, expect, test } from 'vitest';
import { suggestedShare } from '../../../../src-main/metrics/uplift/draw.ts';
import { type Lift, liftOfPeople } from '../../../../src-main/metrics/uplift/lift.ts';
import { seededNumbers } from '../../../../src-main/metrics/uplift/seeded.ts';
import { day } from '../random-ledger.ts';
import { type MadeShop, madeShop, trial } from './made-audience.ts';

const RUNS = 1000;
const everybody = madeShop(day('2026-06-30'), 30);
/** Those whom a shop would write to. */
const regulars: MadeShop = {
  ...everybody,
  people: everybody.people.filter(({ stratum }) => stratum.startsWith('new')),
};

interface Coverage {
  told: number;
  right: number;
}

function counted(lift: Lift, truth: number, into: Coverage): void {
  if (lift.interval === null) return;
  into.told += 1;
  if (lift.interval.low <= truth && truth <= lift.interval.high) into.right += 1;
}

function expectRight({ told, right }: Coverage): void {
  expect(told).toBeGreaterThan(RUNS / 2);
  expect(right / told).toBeGreaterThanOrEqual(0.93);
  expect(right / told).toBeLessThanOrEqual(0.97);
}

function campaigns(shop: MadeShop, size: number, effect: number) {
  const buyers: Coverage = { told: 0, right: 0 };
  const minor: Coverage = { told: 0, right: 0 };
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const made = trial(shop, { size, share: suggestedShare(size) ?? 0.5, seed: seed * 7919 + size, effect });
    const result = liftOfPeople(made.outcomes, { next: seededNumbers(String(seed)), draws: 119 });
    counted(result.buyers, made.buyers, buyers);
    counted(result.minor, made.minor, minor);
  }
  return { buyers, minor };
}

describe.each([
  [60, regulars],
  [200, regulars],
  [2000, everybody],
])('audiences of %i', (size, shop) => {
  test.each([0, 0.12])('with an effect of %f', (effect) => {
    const { buyers, minor } = campaigns(shop, size, effect);
    expectRight(buyers);
    expectRight(minor);
  });
});

test('where hardly anybody buys by themselves, sixty people cannot tell, and no interval is given', () => {
  const lapsed = everybody.people.filter(({ stratum }) => stratum.startsWith('old'));
  const { buyers, minor } = campaigns({ ...everybody, people: lapsed }, 60, 0);
  expect([buyers.told, minor.told]).toEqual([0, 0]);
});

test('runs are pooled by person: two runs with the same arms, the later with newcomers of another share', () => {
  const buyers: Coverage = { told: 0, right: 0 };
  const minor: Coverage = { told: 0, right: 0 };
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const first = trial(regulars, { size: 80, share: 0.5, seed: seed * 31, effect: 0.12 });
    const later = trial(regulars, { size: 80, share: 0.3, seed: seed * 37 + 1, effect: 0.12 });
    // The first ones are contacted twice, and bring what they bring twice: nothing about them is independent.
    const twice = first.outcomes.map((one) => ({ ...one, bought: 2 * one.bought, minor: 2 * one.minor }));
    const outcomes = [...twice, ...later.outcomes.map((one) => ({ ...one, block: 1 }))];
    const result = liftOfPeople(outcomes, { next: seededNumbers(String(seed)), draws: 119 });
    counted(result.buyers, 2 * first.buyers + later.buyers, buyers);
    counted(result.minor, 2 * first.minor + later.minor, minor);
  }
  expectRight(buyers);
  expectRight(minor);
});

test('the same question has the same answer', () => {
  const { outcomes } = trial(regulars, { size: 200, share: 0.4, seed: 5, effect: 0.12 });
  const ask = () => liftOfPeople(outcomes, { next: seededNumbers('9') });
  expect(ask()).toEqual(ask());
  expect(ask().contacted.people + ask().held.people).toBe(200);
});
