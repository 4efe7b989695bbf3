/** Acts upon plans: make, rename, put in another order, remove. Each goes through the journal, so that it can be taken back. */

import { carriedOutSchema, type Plan, type PlanContent } from '../../../src-shared/contract/plans.ts';
import type { Day } from '../../../src-shared/day.ts';
import { type Act, type Recorder, write } from '../journal.ts';
import { nextNumber } from '../next-number.ts';
import { storedStrategies, strategyContent } from '../strategies/stored-strategies.ts';
import type { Reading, Writing } from '../transaction.ts';
import { planContent, storedPlans, storePlan } from './stored-plans.ts';

/** Notes that a plan is carried out. The runs are recorded as parts of the entry whose number is returned. */
export function recordCarriedOut(
  record: Recorder,
  plan: number,
  carriedOut: { readonly name: string; readonly on: Day },
): number {
  return record({ table: 'plan_run', rowKey: { plan }, field: 'run', before: null, after: JSON.stringify(carriedOut) });
}

/** The day the plan was carried out for last; null: never, or all of it was taken back. */
function lastOn({ connection }: Reading, plan: number): Day | null {
  const after = connection
    .prepare<[string], string>(
      `select after from journal
       where table_name = 'plan_run' and row_key = ? and undone_at is null order by edit_id desc limit 1`,
    )
    .pluck()
    .get(JSON.stringify({ plan }));
  return after === undefined ? null : carriedOutSchema.parse(JSON.parse(after)).on;
}

export function listPlans(reading: Reading): { plans: Plan[] } {
  const names = new Map(storedStrategies(reading).map(({ strategy, content }) => [strategy, content.name]));
  return {
    plans: storedPlans(reading).map(({ plan, content }) => ({
      plan,
      name: content.name,
      strategies: content.strategies.flatMap((strategy) => {
        const name = names.get(strategy);
        return name === undefined ? [] : [{ strategy, name }];
      }),
      lastOn: lastOn(reading, plan),
    })),
  };
}

interface Turn {
  readonly plan: number;
  readonly before: PlanContent | null;
  readonly after: PlanContent | null;
}

function turn(writing: Writing, record: Recorder, { plan, before, after }: Turn): number {
  const json = after === null ? null : JSON.stringify(after);
  const edit = record({
    table: 'plan',
    rowKey: { plan },
    field: 'content',
    before: before === null ? null : JSON.stringify(before),
    after: json,
  });
  storePlan(writing, plan, json === null ? null : { content: json, edit });
  return edit;
}

/** null: a new one. Throws `plan-unknown`, `strategy-unknown`. */
export function savePlan(
  ledger: Reading,
  asked: { readonly plan: number | null; readonly content: PlanContent },
  act: Act,
): { edit: number; plan: number } {
  return write(ledger, act, (writing, record) => {
    const before = asked.plan === null ? null : planContent(writing, asked.plan);
    for (const strategy of asked.content.strategies) strategyContent(writing, strategy);
    const plan = asked.plan ?? nextNumber(writing, 'plan', 'plan');
    return { edit: turn(writing, record, { plan, before, after: asked.content }), plan };
  });
}

/** Throws `plan-unknown`. */
export function removePlan(ledger: Reading, plan: number, act: Act): { edit: number } {
  return write(ledger, act, (writing, record) => ({
    edit: turn(writing, record, { plan, before: planContent(writing, plan), after: null }),
  }));
}
