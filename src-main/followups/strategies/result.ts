/** What a strategy brought: one run, or all that are over. Everybody counts in the arm they were drawn into, whatever was done with them. */

import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import type { StrategyLift, StrategyResult } from '../../../src-shared/contract/strategies.ts';
import { dayOf } from '../../../src-shared/day.ts';
import { minorOf } from '../../../src-shared/money.ts';
import { listCoverage } from '../../ledger/coverage.ts';
import { peopleOf, type RunPerson } from '../../ledger/strategies/members.ts';
import {
  type StoredRun,
  standingRun,
  standingRuns,
  strategyContent,
} from '../../ledger/strategies/stored-strategies.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { scopeOf } from '../../metrics/scope.ts';
import { boughtBetween } from '../../metrics/uplift/bought-between.ts';
import { sampleRatio } from '../../metrics/uplift/detectable.ts';
import { type ArmSum, type Lift, liftOfPeople, type PersonOutcome } from '../../metrics/uplift/lift.ts';
import { seededNumbers } from '../../metrics/uplift/seeded.ts';

/** The last day that any file or order speaks of. */
function knownUntil(reading: Reading): string | null {
  const ends = listCoverage(reading, {}).shops.flatMap(({ to }) => (to === null ? [] : [to]));
  const last =
    reading.connection.prepare<[], string | null>('select max(ordered_on) from shop_order').pluck().get() ?? null;
  return [...ends, ...(last === null ? [] : [last])].sort().at(-1) ?? null;
}

function isOver({ until }: StoredRun, on: string, known: string | null): boolean {
  return until < on && known !== null && until <= known;
}

interface Asked {
  readonly reading: Reading;
  readonly basis: TierBasis;
  readonly currency: string;
}

interface PersonSum extends RunPerson {
  readonly bought: number;
  readonly minor: number;
  /** What was given to them for buying, in minor units. */
  readonly given: number;
}

/** What people brought within the days of a run. Those in it got what is given to buyers, if they were contacted. */
function sumsOf(
  { reading, basis, currency }: Asked,
  run: StoredRun,
  people: readonly RunPerson[],
  members: ReadonlySet<string>,
): PersonSum[] {
  const bought = boughtBetween(reading, {
    customers: people.flatMap(({ customer }) => (customer === null ? [] : [customer])),
    from: run.on,
    until: run.until,
    currency,
    excluded: basis.excluded,
  });
  return people.map((person) => {
    const sum = person.customer === null ? undefined : bought.get(person.customer);
    const isGiven = sum !== undefined && person.arm === 'contacted' && members.has(person.key);
    return {
      ...person,
      bought: sum === undefined ? 0 : 1,
      minor: sum?.minor ?? 0,
      given: isGiven ? run.buyerCostMinor : 0,
    };
  });
}

function outcomesOf(people: readonly PersonSum[], minorIn: (person: PersonSum) => number): PersonOutcome[] {
  return people.map((person) => ({
    block: person.drawnIn,
    stratum: person.stratum,
    isHeld: person.arm === 'held',
    bought: person.bought,
    minor: minorIn(person),
  }));
}

/** Of the runs in which people were drawn: were so many held back as were to be? */
function ratioOf(reading: Reading, people: readonly PersonSum[]): number | null {
  const shares = new Map(
    reading.connection
      .prepare<[], { run: number; share: number }>(
        "select run_id as run, content ->> '$.share' as share from strategy_run",
      )
      .all()
      .map(({ run, share }) => [run, share]),
  );
  const arms = [...Map.groupBy(people, ({ drawnIn }) => drawnIn)].map(([run, drawn]) => {
    const held = drawn.filter(({ arm }) => arm === 'held').length;
    return { held, contacted: drawn.length - held, share: shares.get(run) ?? 0 };
  });
  return sampleRatio(arms);
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

interface Summed {
  readonly people: readonly PersonSum[];
  readonly mixed: number;
  /** What contacting cost, in minor units. */
  readonly contactMinor: number;
  readonly seed: string;
}

function resultOf({ reading, currency }: Asked, { people, mixed, contactMinor, seed }: Summed): StrategyResult {
  const plain = liftOfPeople(
    outcomesOf(people, ({ minor }) => minor),
    { next: seededNumbers(seed) },
  );
  const givenMinor = people.reduce((sum, { given }) => sum + given, 0);
  const kept =
    givenMinor === 0
      ? plain.minor
      : liftOfPeople(
          outcomesOf(people, ({ minor, given }) => minor - given),
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
    ratio: ratioOf(reading, people),
    mixed,
  };
}

function contactCost(people: readonly RunPerson[], { contactCostMinor }: StoredRun): number {
  return contactCostMinor * people.filter(({ arm }) => arm === 'contacted').length;
}

const keysOf = (people: readonly RunPerson[]): ReadonlySet<string> => new Set(people.map(({ key }) => key));

/** Of a run that was not the first, it compares those who still met the conditions then. Throws `run-unknown`. */
export function resultOfRun(
  reading: Reading,
  { run: number, basis }: { readonly run: number; readonly basis: TierBasis },
): ResultOf<'strategies.result'> {
  const stored = standingRun(reading, number);
  const { strategy: _strategy, ...run } = stored;
  const known = dayOf(knownUntil(reading) ?? '');
  if (!isOver(stored, basis.on, known)) return { run, knownUntil: known, result: null };
  const asked = { reading, basis, currency: scopeOf(reading).currency };
  const { people, mixed } = peopleOf(reading, number);
  const summed = {
    people: sumsOf(asked, stored, people, keysOf(people)),
    mixed,
    contactMinor: contactCost(people, stored),
    seed: `${run.seed} ${run.on}`,
  };
  return { run, knownUntil: known, result: resultOf(asked, summed) };
}

/**
 * Everybody who was ever drawn counts in every run since, whether or not they met its conditions still: who was contacted and bought may meet them no
 * more, and a comparison without them would not be one. Throws `strategy-unknown`.
 */
export function pooledResult(
  reading: Reading,
  { strategy, basis }: { readonly strategy: number; readonly basis: TierBasis },
): ResultOf<'strategies.pooled'> {
  const { seed } = strategyContent(reading, strategy);
  const known = knownUntil(reading);
  const runs = standingRuns(reading)
    .filter((run) => run.strategy === strategy && isOver(run, basis.on, known))
    .reverse();
  if (runs.length === 0) return { runs: 0, result: null };
  const asked = { reading, basis, currency: scopeOf(reading).currency };
  const drawn = new Map<string, RunPerson>();
  const sums = new Map<string, PersonSum>();
  let [mixed, contactMinor] = [0, 0];
  for (const run of runs) {
    const members = peopleOf(reading, run.run);
    for (const person of members.people) if (!drawn.has(person.key)) drawn.set(person.key, person);
    mixed = Math.max(mixed, members.mixed);
    contactMinor += contactCost(members.people, run);
    for (const person of sumsOf(asked, run, [...drawn.values()], keysOf(members.people))) {
      const before = sums.get(person.key);
      sums.set(person.key, {
        ...person,
        bought: person.bought + (before?.bought ?? 0),
        minor: person.minor + (before?.minor ?? 0),
        given: person.given + (before?.given ?? 0),
      });
    }
  }
  const summed = { people: [...sums.values()], mixed, contactMinor, seed: `${seed ?? 0} pooled` };
  return { runs: runs.length, result: resultOf(asked, summed) };
}
