/** A run is begun: the people and their arms are written down, in one transaction and one step that can be taken back. */

import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { RunContent, StrategyContent } from '../../../src-shared/contract/strategies.ts';
import { addDays, type Day } from '../../../src-shared/day.ts';
import { Problem } from '../../../src-shared/problem.ts';
import type { ScoresOf } from '../../ledger/customers-scores.ts';
import { type Act, type Recorder, write } from '../../ledger/journal.ts';
import { storeMembers } from '../../ledger/strategies/members.ts';
import { standingRuns, strategyContent } from '../../ledger/strategies/stored-strategies.ts';
import type { Reading, Writing } from '../../ledger/transaction.ts';
import { type AudienceMember, audienceOf } from './audience.ts';

/** The last day of a run of the strategy that is not over on the day, or was begun after it; null: none. */
export function runsUntil(reading: Reading, strategy: number, on: Day): Day | null {
  const open = standingRuns(reading).filter((run) => run.strategy === strategy && run.until >= on);
  return (
    open
      .map(({ until }) => until)
      .sort()
      .at(-1) ?? null
  );
}

export function sizesOf(members: readonly AudienceMember[]): { contacted: number; held: number } {
  const held = members.filter(({ arm }) => arm === 'held').length;
  return { contacted: members.length - held, held };
}

export interface Beginning {
  readonly strategy: number;
  readonly content: StrategyContent;
  readonly basis: TierBasis;
  readonly members: readonly AudienceMember[];
  /** The entry of the journal it is a part of. */
  readonly partOf?: number;
}

export interface Begun {
  readonly edit: number;
  readonly run: number;
  readonly contacted: number;
  readonly held: number;
}

/** Writes down a run with its people. Whether it may be begun is the caller's matter. */
export function beginRun(writing: Writing, record: Recorder, beginning: Beginning): Begun {
  const { strategy, content, basis, members, partOf } = beginning;
  const { name, share, seed, isShared, action, buyerCostMinor, contactCostMinor, budgetMinor } = content;
  const sizes = sizesOf(members);
  const run: RunContent = {
    name,
    on: basis.on,
    until: addDays(basis.on, content.periodDays - 1),
    share,
    seed: seed ?? 1,
    isShared,
    action,
    buyerCostMinor,
    contactCostMinor,
    budgetMinor,
    ...sizes,
  };
  const json = JSON.stringify(run);
  const part = partOf === undefined ? {} : { partOf };
  const edit = record({
    table: 'strategy_run',
    rowKey: { strategy },
    field: 'run',
    before: null,
    after: json,
    ...part,
  });
  // Rows of runs that were taken back stay, for they can be brought again: a number means one run for ever.
  const number = writing.connection
    .prepare<[number, string, number], number>(
      'insert into strategy_run (strategy_id, content, edit_id) values (?, ?, ?) returning run_id',
    )
    .pluck()
    .get(strategy, json, edit);
  if (number === undefined) throw new Error('a run without a number');
  storeMembers(writing, number, members);
  return { edit, run: number, ...sizes };
}

/** Throws `strategy-unknown`, `strategy-running`, `strategy-empty`, `segment-unknown`. */
export function launchStrategy(
  ledger: Reading,
  { strategy, basis }: { readonly strategy: number; readonly basis: TierBasis },
  scoresOf: ScoresOf,
  act: Act,
): Begun {
  return write(ledger, act, (writing, record) => {
    const content = strategyContent(writing, strategy);
    const until = runsUntil(writing, strategy, basis.on);
    if (until !== null) throw new Problem('strategy-running', { name: content.name, until });
    const { members } = audienceOf(writing, { strategy, content, basis }, scoresOf);
    if (sizesOf(members).contacted === 0) throw new Problem('strategy-empty', { name: content.name });
    return beginRun(writing, record, { strategy, content, basis, members });
  });
}
