/** Plans as they stand in the ledger. */

import { asc, eq } from 'drizzle-orm';
import { type PlanContent, planContentSchema } from '../../../src-shared/contract/plans.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { plan, tablesOf } from '../schema/tables.ts';
import type { Reading, Writing } from '../transaction.ts';

export interface StoredPlan {
  readonly plan: number;
  readonly content: PlanContent;
}

export function planIn(json: string): PlanContent {
  return planContentSchema.parse(JSON.parse(json));
}

/** In the order they were made. */
export function storedPlans(reading: Reading): StoredPlan[] {
  return tablesOf(reading)
    .select()
    .from(plan)
    .orderBy(asc(plan.planId))
    .all()
    .map(({ planId, content }) => ({ plan: planId, content: planIn(content) }));
}

/** Throws `plan-unknown`. */
export function planContent(reading: Reading, id: number): PlanContent {
  const found = tablesOf(reading).select().from(plan).where(eq(plan.planId, id)).get();
  if (found === undefined) throw new Problem('plan-unknown', { plan: String(id) });
  return planIn(found.content);
}

/** Puts a plan to a content given as JSON, or takes it away. The journal is the caller's matter. */
export function storePlan(writing: Writing, id: number, stands: { content: string; edit: number } | null): void {
  const tables = tablesOf(writing);
  tables.delete(plan).where(eq(plan.planId, id)).run();
  if (stands === null) return;
  tables.insert(plan).values({ planId: id, content: stands.content, editId: stands.edit }).run();
}
