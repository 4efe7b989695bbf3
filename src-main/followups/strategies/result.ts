/** What a strategy brought: one run, or all that are over. Everybody counts in the arm they were drawn into, whatever was done with them. */

import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { dayOf } from '../../../src-shared/day.ts';
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
import { type ArmPerson, armsResult, knownUntil } from '../arms-result.ts';

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

/** People who were drawn in one run were drawn with one share. */
function armPeople(reading: Reading, people: readonly PersonSum[]): ArmPerson[] {
  const shares = new Map(
    reading.connection
      .prepare<[], { run: number; share: number }>(
        "select run_id as run, content ->> '$.share' as share from strategy_run",
      )
      .all()
      .map(({ run, share }) => [run, share]),
  );
  return people.map(({ drawnIn, stratum, arm, bought, minor, given }) => ({
    block: drawnIn,
    share: shares.get(drawnIn) ?? 0,
    stratum,
    isHeld: arm === 'held',
    bought,
    minor,
    given,
  }));
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
  const { currency } = scopeOf(reading);
  const { people, mixed } = peopleOf(reading, number);
  const result = armsResult({
    people: armPeople(reading, sumsOf({ reading, basis, currency }, stored, people, keysOf(people))),
    mixed,
    contactMinor: contactCost(people, stored),
    currency,
    seed: `${run.seed} ${run.on}`,
  });
  return { run, knownUntil: known, result };
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
  const { currency } = scopeOf(reading);
  const drawn = new Map<string, RunPerson>();
  const sums = new Map<string, PersonSum>();
  let [mixed, contactMinor] = [0, 0];
  for (const run of runs) {
    const members = peopleOf(reading, run.run);
    for (const person of members.people) if (!drawn.has(person.key)) drawn.set(person.key, person);
    mixed = Math.max(mixed, members.mixed);
    contactMinor += contactCost(members.people, run);
    for (const person of sumsOf({ reading, basis, currency }, run, [...drawn.values()], keysOf(members.people))) {
      const before = sums.get(person.key);
      sums.set(person.key, {
        ...person,
        bought: person.bought + (before?.bought ?? 0),
        minor: person.minor + (before?.minor ?? 0),
        given: person.given + (before?.given ?? 0),
      });
    }
  }
  const people = armPeople(reading, [...sums.values()]);
  const result = armsResult({ people, mixed, contactMinor, currency, seed: `${seed ?? 0} pooled` });
  return { runs: runs.length, result };
}
