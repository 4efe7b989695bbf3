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

/** People of each group that it needs as well: with fewer in one, what chance alone does comes in steps too coarse for 95 of 100. */
export const fewestPeople = 25;

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

export interface LiftOptions {
  /** 0 ≤ x < 1, seeded: the same question has the same answer. */
  readonly next: () => number;
  readonly draws?: number;
}

/** The total over blocks, and an interval that rests on the draw; `isEnough`: with too few buyers there is none. */
function drawnLift(
  blocks: readonly (readonly PersonOutcome[])[],
  value: (person: PersonOutcome) => number,
  isEnough: boolean,
  options: LiftOptions,
): Lift {
  const difference = meanDifference(blocks.map((block) => blockOf(block, value)));
  if (blocks.length === 0) return liftOf(null, null);
  if (difference === null) return liftOf(0, null);
  if (!isEnough) return liftOf(difference.difference, null);
  const weight = blocks.flat().filter(({ isHeld }) => !isHeld).length;
  const drawn = blocks.flatMap((block, at) =>
    block.map((person): DrawnPerson => ({ ...person, block: at, value: value(person) })),
  );
  const { low, high } = randomisationInterval(drawn, {
    ...options,
    near: { effect: difference.difference / weight, error: difference.error / weight },
  });
  return liftOf(difference.difference, { low: low * weight, high: high * weight });
}

/** Whoever can buy once only, drawn with one share: by shares. Else as money is, for a few who buy again and again are no sample of a bell. */
function buyersLift(blocks: readonly (readonly PersonOutcome[])[], isEnough: boolean, options: LiftOptions): Lift {
  const [first] = blocks;
  const isSingle = blocks.length === 1 && first?.every(({ bought }) => bought <= 1);
  if (first === undefined || !isSingle) return drawnLift(blocks, ({ bought }) => bought, isEnough, options);
  const share = (isHeld: boolean) => {
    const own = first.filter((person) => person.isHeld === isHeld);
    return { buyers: own.filter(({ bought }) => bought > 0).length, people: own.length };
  };
  const [contacted, held] = [share(false), share(true)];
  const total = contacted.buyers - (contacted.people * held.buyers) / held.people;
  if (!isEnough) return liftOf(total, null);
  const { low, high } = shareDifference(contacted, held, gainOfStrata(first));
  return liftOf(total, { low: low * contacted.people, high: high * contacted.people });
}

export function liftOfPeople(people: readonly PersonOutcome[], options: LiftOptions): LiftResult {
  const contacted = sumOf(people.filter(({ isHeld }) => !isHeld));
  const held = sumOf(people.filter(({ isHeld }) => isHeld));
  const blocks = comparable(people);
  const counted = blocks.flat();
  const ofHeld = counted.filter(({ isHeld }) => isHeld).length;
  const isEnough =
    counted.filter(({ bought }) => bought > 0).length >= fewestBuyers &&
    Math.min(ofHeld, counted.length - ofHeld) >= fewestPeople;
  const minor = drawnLift(blocks, (person) => person.minor, isEnough, options);
  return { contacted, held, buyers: buyersLift(blocks, isEnough, options), minor };
}
