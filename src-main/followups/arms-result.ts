/** What came of two groups, as pages are told: of a run of a strategy, of all its runs, of a rule of care. */

import type { StrategyLift, StrategyResult } from '../../src-shared/contract/strategies.ts';
import { minorOf } from '../../src-shared/money.ts';
import { listCoverage } from '../ledger/coverage.ts';
import type { Reading } from '../ledger/transaction.ts';
import { sampleRatio } from '../metrics/uplift/detectable.ts';
import { type ArmSum, type Lift, liftOfPeople, type PersonOutcome } from '../metrics/uplift/lift.ts';
import { seededNumbers } from '../metrics/uplift/seeded.ts';

/** The last day that any file or order speaks of. */
export function knownUntil(reading: Reading): string | null {
  const ends = listCoverage(reading, {}).shops.flatMap(({ to }) => (to === null ? [] : [to]));
  const last =
    reading.connection.prepare<[], string | null>('select max(ordered_on) from shop_order').pluck().get() ?? null;
  return [...ends, ...(last === null ? [] : [last])].sort().at(-1) ?? null;
}

export interface ArmPerson extends PersonOutcome {
  /** The share that was to be held back when they were drawn. */
  readonly share: number;
  /** What was given to them for buying, in minor units. */
  readonly given: number;
}

export interface Arms {
  readonly people: readonly ArmPerson[];
  /** People who stood in both arms, for they turned out to be one. */
  readonly mixed: number;
  /** What contacting cost, in minor units. */
  readonly contactMinor: number;
  readonly currency: string;
  readonly seed: string;
}

/** Of those who were drawn with one share: were so many held back as were to be? */
function ratioOf(people: readonly ArmPerson[]): number | null {
  const draws = [...Map.groupBy(people, ({ block }) => block).values()].map((drawn) => {
    const held = drawn.filter(({ isHeld }) => isHeld).length;
    return { held, contacted: drawn.length - held, share: drawn[0]?.share ?? 0 };
  });
  return sampleRatio(draws);
}

function armOf({ people, buyers, minor }: ArmSum) {
  return { people, buyers, minor: minorOf(minor) };
}

function shown({ verdict, total, interval }: Lift): StrategyLift {
  return { verdict, total, interval: interval === null ? null : { low: interval.low, high: interval.high } };
}

/** A cost that is the same whatever comes of it moves a lift and its interval. */
function without(lift: Lift, cost: number): Lift {
  if (lift.total === null) return lift;
  const interval = lift.interval === null ? null : { low: lift.interval.low - cost, high: lift.interval.high - cost };
  const verdict = interval === null ? 'tooFew' : interval.low > 0 ? 'more' : interval.high < 0 ? 'less' : 'unclear';
  return { verdict, total: lift.total - cost, interval };
}

export function armsResult({ people, mixed, contactMinor, currency, seed }: Arms): StrategyResult {
  const plain = liftOfPeople(people, { next: seededNumbers(seed) });
  const givenMinor = people.reduce((sum, { given }) => sum + given, 0);
  const kept =
    givenMinor === 0
      ? plain.minor
      : liftOfPeople(
          people.map((person) => ({ ...person, minor: person.minor - person.given })),
          { next: seededNumbers(seed) },
        ).minor;
  return {
    contacted: armOf(plain.contacted),
    held: armOf(plain.held),
    buyers: shown(plain.buyers),
    minor: shown(plain.minor),
    net: shown(without(kept, contactMinor)),
    spentMinor: minorOf(givenMinor + contactMinor),
    currency,
    ratio: ratioOf(people),
    mixed,
  };
}
