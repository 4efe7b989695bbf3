/**
 * What contacting people brought: buyers and money among those contacted against those held back. Everybody counts in the group they were drawn into,
 * whether or not they were reached (intent to treat). Where too few bought for an interval to be trusted, none is given.
 */

import { type Block, type Interval, meanDifference, shareDifference, spreadOf } from './differences.ts';
import { type DrawnPerson, randomisationInterval } from './randomisation.ts';

export interface PersonOutcome {
  /** People drawn with one share: of one run, or those who came into a strategy with the same run. */
  readonly block: number;
  readonly stratum: string;
  readonly isHeld: boolean;
  /** In how many runs they bought: 0 or 1 for a single run. */
  readonly bought: number;
  /** Minor units, net of refunds and of what is given to each buyer. */
  readonly minor: number;
}

/** `tooFew`: no interval is given. `unclear`: it holds zero. */
export type Verdict = 'tooFew' | 'unclear' | 'more' | 'less';

export interface Lift {
  readonly verdict: Verdict;
  /** In all, of the contacted people: so many more buyers, so much more money. null: a group is empty. */
  readonly total: number | null;
  /** 95 %, of the total. */
  readonly interval: Interval | null;
}

export interface ArmSum {
  readonly people: number;
  readonly buyers: number;
  readonly minor: number;
}

export interface LiftResult {
  readonly contacted: ArmSum;
  readonly held: ArmSum;
  readonly buyers: Lift;
  readonly minor: Lift;
}

/** Buyers of both groups together that an interval needs; simulations in the tests say what becomes of it. */
export const fewestBuyers = 10;

function sumOf(people: readonly PersonOutcome[]): ArmSum {
  return {
    people: people.length,
    buyers: people.reduce((sum, { bought }) => sum + bought, 0),
    minor: people.reduce((sum, { minor }) => sum + minor, 0),
  };
}

function verdictOf(interval: Interval | null): Verdict {
  if (interval === null) return 'tooFew';
  return interval.low > 0 ? 'more' : interval.high < 0 ? 'less' : 'unclear';
}

function liftOf(total: number | null, interval: Interval | null): Lift {
  return { verdict: verdictOf(interval), total, interval };
}

/** Blocks in which there are two of each arm at least: of the others nothing can be said. */
function comparable(people: readonly PersonOutcome[]): PersonOutcome[][] {
  const blocks = new Map<number, PersonOutcome[]>();
  for (const person of people) {
    const block = blocks.get(person.block);
    if (block === undefined) blocks.set(person.block, [person]);
    else block.push(person);
  }
  return [...blocks.values()].filter((block) => {
    const held = block.filter(({ isHeld }) => isHeld).length;
    return held >= 2 && block.length - held >= 2;
  });
}

function blockOf(people: readonly PersonOutcome[], value: (person: PersonOutcome) => number): Block {
  const contacted = spreadOf(people.filter(({ isHeld }) => !isHeld).map(value));
  return { weight: contacted.count, contacted, held: spreadOf(people.filter(({ isHeld }) => isHeld).map(value)) };
}

/** How many times as many people drawn at will the draw by strata is worth: 1 or more, by how alike the buyers of a stratum are. */
export function gainOfStrata(people: readonly PersonOutcome[]): number {
  const whole = spreadOf(people.map(({ bought }) => bought));
  const strata = new Map<string, number[]>();
  for (const { stratum, bought } of people) {
    const known = strata.get(stratum);
    if (known === undefined) strata.set(stratum, [bought]);
    else known.push(bought);
  }
  let within = 0;
  for (const values of strata.values())
    within += (values.length / people.length) * (values.length < 2 ? whole.variance : spreadOf(values).variance);
  return within <= 0 || whole.variance <= 0 ? 1 : Math.max(1, whole.variance / within);
}

function buyersLift(blocks: readonly (readonly PersonOutcome[])[], isEnough: boolean): Lift {
  const difference = meanDifference(blocks.map((block) => blockOf(block, ({ bought }) => bought)));
  const [first] = blocks;
  if (first === undefined) return liftOf(null, null);
  const total = blocks.reduce((sum, block) => {
    const { weight, contacted, held } = blockOf(block, ({ bought }) => bought);
    return sum + weight * (contacted.mean - held.mean);
  }, 0);
  if (!isEnough) return liftOf(total, null);
  const isSingle = blocks.length === 1 && first.every(({ bought }) => bought <= 1);
  if (!isSingle) return liftOf(total, difference?.interval ?? null);
  const share = (isHeld: boolean) => {
    const own = first.filter((person) => person.isHeld === isHeld);
    return { buyers: own.filter(({ bought }) => bought > 0).length, people: own.length };
  };
  const [contacted, held] = [share(false), share(true)];
  const { low, high } = shareDifference(contacted, held, gainOfStrata(first));
  return liftOf(total, { low: low * contacted.people, high: high * contacted.people });
}

export interface LiftOptions {
  /** 0 ≤ x < 1, seeded: the same question has the same answer. */
  readonly next: () => number;
  readonly draws?: number;
}

export function liftOfPeople(people: readonly PersonOutcome[], options: LiftOptions): LiftResult {
  const contacted = sumOf(people.filter(({ isHeld }) => !isHeld));
  const held = sumOf(people.filter(({ isHeld }) => isHeld));
  const blocks = comparable(people);
  const counted = blocks.flat();
  const isEnough = counted.filter(({ bought }) => bought > 0).length >= fewestBuyers;
  const buyers = buyersLift(blocks, isEnough);
  const money = meanDifference(blocks.map((block) => blockOf(block, ({ minor }) => minor)));
  if (blocks.length === 0 || money === null)
    return { contacted, held, buyers, minor: liftOf(blocks.length === 0 ? null : 0, null) };
  if (!isEnough) return { contacted, held, buyers, minor: liftOf(money.difference, null) };
  const weight = counted.filter(({ isHeld }) => !isHeld).length;
  const number = new Map(blocks.map((block, at) => [block[0]?.block, at]));
  const drawn: DrawnPerson[] = counted.map(({ block, stratum, isHeld, minor }) => ({
    block: number.get(block) ?? 0,
    stratum,
    isHeld,
    value: minor,
  }));
  const { low, high } = randomisationInterval(drawn, {
    ...options,
    near: { effect: money.difference / weight, error: money.error / weight },
  });
  return { contacted, held, buyers, minor: liftOf(money.difference, { low: low * weight, high: high * weight }) };
}
