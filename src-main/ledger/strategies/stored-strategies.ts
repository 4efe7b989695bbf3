/** Strategies as they stand in the ledger, and their runs. */

import { eq } from 'drizzle-orm';
import {
  type Run,
  type RunContent,
  runContentSchema,
  type StrategyContent,
  strategyContentSchema,
} from '../../../src-shared/contract/strategies.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { strategy, tablesOf } from '../schema/tables.ts';
import type { Reading, Writing } from '../transaction.ts';

export interface StoredStrategy {
  readonly strategy: number;
  readonly content: StrategyContent;
  readonly edit: number;
}

export interface StoredRun extends Run {
  readonly strategy: number;
}

export function strategyIn(json: string): StrategyContent {
  return strategyContentSchema.parse(JSON.parse(json));
}

export function runIn(json: string): RunContent {
  return runContentSchema.parse(JSON.parse(json));
}

/** In the order they were made. */
export function storedStrategies(reading: Reading): StoredStrategy[] {
  return tablesOf(reading)
    .select()
    .from(strategy)
    .orderBy(strategy.strategyId)
    .all()
    .map(({ strategyId, content, editId }) => ({ strategy: strategyId, content: strategyIn(content), edit: editId }));
}

/** Throws `strategy-unknown`. */
export function strategyContent(reading: Reading, id: number): StrategyContent {
  const found = tablesOf(reading).select().from(strategy).where(eq(strategy.strategyId, id)).get();
  if (found === undefined) throw new Problem('strategy-unknown', { strategy: String(id) });
  return strategyIn(found.content);
}

/** The runs that count, newest first. */
export function standingRuns({ connection }: Reading): StoredRun[] {
  return connection
    .prepare<[], { run: number; strategy: number; content: string; edit: number }>(
      'select run_id as run, strategy_id as strategy, content, edit_id as edit from standing_run order by run_id desc',
    )
    .all()
    .map(({ content, ...run }) => ({ ...runIn(content), ...run }));
}

/** Throws `run-unknown`. */
export function standingRun(reading: Reading, run: number): StoredRun {
  const found = standingRuns(reading).find((one) => one.run === run);
  if (found === undefined) throw new Problem('run-unknown', { run: String(run) });
  return found;
}

/** Puts a strategy to a content given as JSON, or takes it away. The journal is the caller's matter. */
export function storeStrategy(writing: Writing, id: number, stands: { content: string; edit: number } | null): void {
  const tables = tablesOf(writing);
  tables.delete(strategy).where(eq(strategy.strategyId, id)).run();
  if (stands === null) return;
  tables.insert(strategy).values({ strategyId: id, content: stands.content, editId: stands.edit }).run();
}
