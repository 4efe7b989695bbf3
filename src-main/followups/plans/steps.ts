/** What each strategy of a plan would be on a day, in order: whoever is in one that goes, or in a run that is not over, is left out of the others. */

import type { ParsedParamsOf } from '../../../src-shared/contract/index.ts';
import type { PlanContent, PlanStep } from '../../../src-shared/contract/plans.ts';
import type { Strategy } from '../../../src-shared/contract/strategies.ts';
import type { ScoresOf } from '../../ledger/customers-scores.ts';
import { planContent } from '../../ledger/plans/stored-plans.ts';
import { membersOf } from '../../ledger/strategies/members.ts';
import { standingRuns, strategyContent } from '../../ledger/strategies/stored-strategies.ts';
import { listStrategies } from '../../ledger/strategies/strategies.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { type Audience, audienceOf } from '../strategies/audience.ts';
import { runsUntil, sizesOf } from '../strategies/launch.ts';

export type PlanQuestion = ParsedParamsOf<'plans.launch'>;

export interface Step {
  readonly of: Strategy;
  readonly turn: PlanStep['turn'];
  readonly until: PlanStep['until'];
  /** Due, or chosen; not running. */
  readonly wanted: boolean;
  /** Wanted, and there is somebody to contact. */
  readonly goes: boolean;
  readonly audience: Audience;
}

/** Those of the plan's strategies that are there. */
function strategiesIn(reading: Reading, content: PlanContent): Strategy[] {
  const known = new Map(listStrategies(reading).map((one) => [one.strategy, one]));
  return content.strategies.flatMap((strategy) => known.get(strategy) ?? []);
}

/** Customers in runs that are not over, by strategy. */
function runningPeople(reading: Reading, on: string): ReadonlyMap<number, readonly number[]> {
  const people = new Map<number, readonly number[]>();
  for (const { strategy, run, until } of standingRuns(reading)) {
    if (until < on) continue;
    const members = membersOf(reading, run).flatMap(({ customer }) => (customer === null ? [] : [customer]));
    people.set(strategy, [...(people.get(strategy) ?? []), ...members]);
  }
  return people;
}

/** Throws `plan-unknown`, `segment-unknown`. */
export function stepsOf(reading: Reading, { plan, basis, chosen }: PlanQuestion, scoresOf: ScoresOf): Step[] {
  const strategies = strategiesIn(reading, planContent(reading, plan));
  const running = runningPeople(reading, basis.on);
  const taken = new Set<number>();
  return strategies.map((of) => {
    const { strategy, againOn } = of;
    const until = runsUntil(reading, strategy, basis.on);
    const turn = until !== null ? 'running' : againOn !== null && againOn > basis.on ? 'waits' : 'due';
    const wanted = until === null && (chosen === null ? turn === 'due' : chosen.includes(strategy));
    const elsewhere = strategies.flatMap((one) => (one === of ? [] : (running.get(one.strategy) ?? [])));
    const audience = audienceOf(
      reading,
      { strategy, content: strategyContent(reading, strategy), basis, without: new Set([...taken, ...elsewhere]) },
      scoresOf,
    );
    const goes = wanted && sizesOf(audience.members).contacted > 0;
    if (goes) for (const { customer } of audience.members) taken.add(customer);
    return { of, turn, until, wanted, goes, audience };
  });
}
