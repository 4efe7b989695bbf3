/**
 * Rules of care that bring nothing, over the made shop, a thousand times each: people come one by one and are drawn as they come, some of them again. The
 * 95 % interval holds zero in 93 to 97 of 100, or the program says that it cannot tell.
 */

import { expect, test } from 'vitest';
import { seededRandom } from '../../../src-main/demo/random.ts';
import { type Arm, drawNext } from '../../../src-main/metrics/uplift/draw.ts';
import { type Lift, liftOfPeople, type PersonOutcome } from '../../../src-main/metrics/uplift/lift.ts';
import { seededNumbers } from '../../../src-main/metrics/uplift/seeded.ts';
import { day } from '../metrics/random-ledger.ts';
import { type MadePerson, madeShop, trial } from '../metrics/uplift/made-audience.ts';

const RUNS = 1000;
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

const told = { count: 0, right: 0 };
type Told = typeof told;

function counted({ interval }: Lift, into: Told): void {
  if (interval === null) return;
  into.count += 1;
  if (interval.low <= 0 && interval.high >= 0) into.right += 1;
}

test.each([
  [200, 0.1],
  [200, 0.2],
  [2000, 0.1],
])('about %i times, with %f let be', (times, share) => {
  const [buyers, minor] = [{ ...told }, { ...told }];
  for (let seed = 1; seed <= RUNS; seed += 1) {
    // Three people come four times.
    const made = trial(shop, {
      size: Math.round(times * 0.81),
      share,
      seed: seed * 7919 + times,
      effect: 0,
      draw: asTheyCome,
    });
    const result = liftOfPeople(again(made.outcomes, seed), { next: seededNumbers(String(seed)), draws: 119 });
    counted(result.buyers, buyers);
    counted(result.minor, minor);
  }
  for (const { count, right } of [buyers, minor]) {
    if (count < RUNS / 50) continue;
    expect(right / count).toBeGreaterThanOrEqual(0.93);
    expect(right / count).toBeLessThanOrEqual(0.97);
  }
  // A small rule with few let be may say nothing; a large one has to.
  if (times === 2000) expect(Math.min(buyers.count, minor.count)).toBeGreaterThan(RUNS / 2);
});
