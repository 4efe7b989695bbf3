/** A plan is looked at, or carried out: all of its runs are one step that can be taken back. Both go by the same steps, so what was seen is what is done. */

import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { minorOf } from '../../../src-shared/money.ts';
import { Problem } from '../../../src-shared/problem.ts';
import type { ScoresOf } from '../../ledger/customers-scores.ts';
import { type Act, write } from '../../ledger/journal.ts';
import { recordCarriedOut } from '../../ledger/plans/plans.ts';
import { planContent } from '../../ledger/plans/stored-plans.ts';
import { strategyContent } from '../../ledger/strategies/stored-strategies.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { scopeOf } from '../../metrics/scope.ts';
import { beginRun, sizesOf } from '../strategies/launch.ts';
import { toldOf } from '../strategies/look.ts';
import { type PlanQuestion, type Step, stepsOf } from './steps.ts';

type Look = ResultOf<'plans.look'>;

function stepSeen({ of, turn, until, goes, audience }: Step): Look['steps'][number] {
  const { members, guarded, taken } = audience;
  return {
    strategy: of.strategy,
    name: of.name,
    lastOn: of.runs[0]?.on ?? null,
    turn,
    againOn: of.againOn,
    until,
    goes,
    people: taken + guarded.length + members.length,
    taken,
    guarded: guarded.length,
    ...sizesOf(members),
    known: members.filter(({ drawnIn }) => drawnIn !== null).length,
  };
}

/** Whom the guard holds back from one step may be in another, where they have an arm already: only who is in none counts. */
function guardedIn(steps: readonly Step[]): Step['audience']['guarded'] {
  const going = steps.filter(({ goes }) => goes);
  const inRun = new Set(going.flatMap(({ audience }) => audience.members.map(({ customer }) => customer)));
  const guarded = new Map<number, Step['audience']['guarded'][number]>();
  for (const { audience } of steps.filter(({ wanted }) => wanted))
    for (const one of audience.guarded)
      if (!inRun.has(one.customer) && !guarded.has(one.customer)) guarded.set(one.customer, one);
  return [...guarded.values()];
}

/** Throws `plan-unknown`, `segment-unknown`. */
export function lookAtPlan(reading: Reading, question: PlanQuestion, scoresOf: ScoresOf): Look {
  const steps = stepsOf(reading, question, scoresOf);
  const going = steps.filter(({ goes }) => goes);
  const sizes = going.map(({ of, audience }) => ({ ...sizesOf(audience.members), each: of.contactCostMinor }));
  const sum = (amount: (one: (typeof sizes)[number]) => number): number =>
    sizes.reduce((total, one) => total + amount(one), 0);
  return {
    currency: scopeOf(reading).currency,
    steps: steps.map(stepSeen),
    contacted: sum(({ contacted }) => contacted),
    held: sum(({ held }) => held),
    contactCostMinor: minorOf(sum(({ contacted, each }) => contacted * each)),
    guarded: toldOf(reading, guardedIn(steps)),
  };
}

/** Throws `strategy-unknown`, `strategy-running`. */
function mindChosen(chosen: readonly number[], steps: readonly Step[]): void {
  for (const strategy of chosen) {
    const step = steps.find(({ of }) => of.strategy === strategy);
    if (step === undefined) throw new Problem('strategy-unknown', { strategy: String(strategy) });
    if (step.until !== null) throw new Problem('strategy-running', { name: step.of.name, until: step.until });
  }
}

/** Throws `plan-unknown`, `plan-nothing-due`, `plan-empty`, `strategy-unknown`, `strategy-running`, `segment-unknown`. */
export function launchPlan(
  ledger: Reading,
  question: PlanQuestion,
  scoresOf: ScoresOf,
  act: Act,
): ResultOf<'plans.launch'> {
  return write(ledger, act, (writing, record) => {
    const { plan, basis, chosen } = question;
    const { name } = planContent(writing, plan);
    const steps = stepsOf(writing, question, scoresOf);
    mindChosen(chosen ?? [], steps);
    const wanted = steps.filter((step) => step.wanted);
    if (wanted.length === 0) throw new Problem('plan-nothing-due', { name });
    const going = wanted.filter(({ goes }) => goes);
    if (going.length === 0) throw new Problem('plan-empty', { name });
    const edit = recordCarriedOut(record, plan, { name, on: basis.on });
    const runs = going.map(({ of: { strategy }, audience: { members } }) => {
      const content = strategyContent(writing, strategy);
      const { run, contacted, held } = beginRun(writing, record, { strategy, content, basis, members, partOf: edit });
      return { strategy, run, contacted, held };
    });
    return {
      edit,
      contacted: runs.reduce((total, { contacted }) => total + contacted, 0),
      held: runs.reduce((total, { held }) => total + held, 0),
      runs,
      empty: wanted.filter(({ goes }) => !goes).map(({ of }) => ({ strategy: of.strategy, name: of.name })),
    };
  });
}
