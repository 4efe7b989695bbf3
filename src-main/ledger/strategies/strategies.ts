/** Acts upon strategies: each goes through the journal, so that it can be taken back, and makes a version. */

import type { Run, Strategy, StrategyContent } from '../../../src-shared/contract/strategies.ts';
import { addDays, type Day } from '../../../src-shared/day.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Act, type Recorder, write } from '../journal.ts';
import { nextNumber } from '../next-number.ts';
import { plainFilter } from '../segments/plain-filter.ts';
import type { Reading, Writing } from '../transaction.ts';
import { standingRuns, storedStrategies, storeStrategy, strategyContent, strategyIn } from './stored-strategies.ts';

const keyOf = (strategy: number): string => JSON.stringify({ strategy });

/** All of them with their runs, and the number of their version: what was taken back does not count. */
export function listStrategies(reading: Reading): Strategy[] {
  const version = reading.connection
    .prepare<[string, number], number>(
      `select count(*) from journal
       where table_name = 'strategy' and row_key = ? and edit_id <= ? and after is not null and undone_at is null`,
    )
    .pluck();
  const runs = standingRuns(reading);
  return storedStrategies(reading).map(({ strategy, content, edit }) => {
    const own = runs.filter((run) => run.strategy === strategy).map(({ strategy: _strategy, ...run }) => run);
    return {
      ...content,
      strategy,
      version: version.get(keyOf(strategy), edit) ?? 1,
      againOn: againOn(content, own[0]),
      runs: own,
    };
  });
}

/** So many days after the last run began, and not before it is over. */
function againOn({ everyDays }: StrategyContent, last: Run | undefined): Day | null {
  if (everyDays === null || last === undefined) return null;
  const [due, over] = [addDays(last.on, everyDays), addDays(last.until, 1)];
  return due > over ? due : over;
}

export interface StrategyVersion {
  readonly edit: number;
  readonly at: string;
  readonly undone: boolean;
  readonly content: StrategyContent | null;
}

/** Everything a strategy ever said, newest first. Throws `strategy-unknown` for one there never was. */
export function strategyVersions({ connection }: Reading, strategy: number): { versions: StrategyVersion[] } {
  const rows = connection
    .prepare<[string], { edit: number; at: string; after: string | null; undone: number }>(
      `select edit_id as edit, edited_at as at, after, undone_at is not null as undone
       from journal where table_name = 'strategy' and row_key = ? order by edit_id desc`,
    )
    .all(keyOf(strategy));
  if (rows.length === 0) throw new Problem('strategy-unknown', { strategy: String(strategy) });
  return {
    versions: rows.map(({ after, undone, ...row }) => ({
      ...row,
      undone: undone === 1,
      content: after === null ? null : strategyIn(after),
    })),
  };
}

interface Turn {
  readonly strategy: number;
  readonly before: StrategyContent | null;
  readonly after: StrategyContent | null;
}

function turn(writing: Writing, record: Recorder, { strategy, before, after }: Turn): number {
  const json = after === null ? null : JSON.stringify(after);
  const edit = record({
    table: 'strategy',
    rowKey: { strategy },
    field: 'content',
    before: before === null ? null : JSON.stringify(before),
    after: json,
  });
  storeStrategy(writing, strategy, json === null ? null : { content: json, edit });
  return edit;
}

/** null: a new one. Throws `strategy-unknown`, `segment-unknown`. */
export function saveStrategy(
  ledger: Reading,
  asked: { readonly strategy: number | null; readonly content: StrategyContent },
  act: Act,
): { edit: number; strategy: number } {
  return write(ledger, act, (writing, record) => {
    plainFilter(writing, asked.content.where);
    const before = asked.strategy === null ? null : strategyContent(writing, asked.strategy);
    const strategy = asked.strategy ?? nextNumber(writing, 'strategy', 'strategy');
    return { edit: turn(writing, record, { strategy, before, after: asked.content }), strategy };
  });
}

/** Throws `strategy-unknown`. */
export function removeStrategy(ledger: Reading, strategy: number, act: Act): { edit: number } {
  return write(ledger, act, (writing, record) => ({
    edit: turn(writing, record, { strategy, before: strategyContent(writing, strategy), after: null }),
  }));
}
