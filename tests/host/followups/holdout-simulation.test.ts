/**
 * Rules of care that bring nothing, over the made shop, hundreds of times each: people come one by one and are drawn as they come, some of them again. The
 * 95 % interval holds zero in 93 to 97 of 100, or the program says that it cannot tell.
 */

import { expect, test } from 'vitest';
import { seededRandom } from '../../../src-main/demo/random.ts';
import { type Arm, drawNext } from '../../../src-main/metrics/uplift/draw.ts';
import { type Lift, liftOfPeople, type PersonOutcome } from '../../../src-main/metrics/uplift/lift.ts';
import { seededNumbers } from '../../../src-main/metrics/uplift/seeded.ts';
import { day } from '../metrics/random-ledger.ts';
import { type MadePerson, madeShop, trial } from '../metrics/uplift/made-audience.ts';

const shop = madeShop(day('2026-06-30'), 30);

/** A few each day, as a rule finds them. */
function asTheyCome(people: readonly MadePerson[], seed: number, share: number): Arm[] {
  const random = seededRandom(seed + 1);
  const count = new Map<string, number>();
  const arms: Arm[] = [];
  while (arms.length < people.length) {
    const group = people.slice(arms.length, arms.length + 1 + random.below(6));
    arms.push(...drawNext(group, seed, share, count));
    for (const { stratum } of group) count.set(stratum, (count.get(stratum) ?? 0) + 1);
  }
  return arms;
}

/** Every third person comes a second time, and then mostly does as before. */
function again(outcomes: readonly PersonOutcome[], seed: number): PersonOutcome[] {
  const random = seededRandom(seed + 2);
  return outcomes.map((one) => {
    const times = random.chance(0.33) && random.chance(0.7) ? 2 : 1;
    return { ...one, bought: times * one.bought, minor: times * one.minor };
  });
}

interface Told {
  count: number;
  right: number;
}

function counted({ interval }: Lift, into: Told): void {
  if (interval === null) return;
  into.count += 1;
  if (interval.low <= 0 && interval.high >= 0) into.right += 1;
}

interface Life {
  /** How often the rule arises, about. */
  readonly times: number;
  readonly share: number;
  readonly runs: number;
  /** Some people come again. */
  readonly isAgain: boolean;
}

/** Of four times three are somebody's first. */
const AGAIN = 1.23;

function lives({ times, share, runs, isAgain }: Life): readonly Told[] {
  const [buyers, minor]: [Told, Told] = [
    { count: 0, right: 0 },
    { count: 0, right: 0 },
  ];
  const size = Math.round(isAgain ? times / AGAIN : times);
  for (let seed = 1; seed <= runs; seed += 1) {
    const { outcomes } = trial(shop, { size, share, seed: seed * 7919 + times, effect: 0, draw: asTheyCome });
    const people = isAgain ? again(outcomes, seed) : outcomes;
    const result = liftOfPeople(people, { next: seededNumbers(String(seed)), draws: 119 });
    counted(result.buyers, buyers);
    counted(result.minor, minor);
  }
  return [buyers, minor];
}

test.each([
  { times: 200, share: 0.2, runs: 1000, isAgain: false },
  { times: 200, share: 0.2, runs: 1000, isAgain: true },
  { times: 2000, share: 0.1, runs: 400, isAgain: true },
])('about $times times, with $share let be; people come again: $isAgain', { timeout: 180_000 }, (life) => {
  for (const { count, right } of lives(life)) {
    expect(count).toBeGreaterThan(life.runs / 2);
    expect(right / count).toBeGreaterThanOrEqual(0.93);
    expect(right / count).toBeLessThanOrEqual(0.97);
  }
});

test('about 200 times with one of ten let be are too few, and no interval is given', () => {
  for (const { count } of lives({ times: 200, share: 0.1, runs: 200, isAgain: true })) expect(count).toBe(0);
});
