/** Carries out what a check planned: the staged rows move into the ledger in one transaction. After `check`. */

import { existsSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { BatchReport } from '../../src-shared/contract/imports.ts';
import { Problem } from '../../src-shared/problem.ts';
import type { RowProblemCode } from '../../src-shared/row-problem.ts';
import { excludeInBatches } from '../ledger/exclusions/apply-rules.ts';
import { withProblems } from '../ledger/sqlite-problems.ts';
import { hasNoOrders } from '../ledger/successor.ts';
import { type Reading, transact, type Writing } from '../ledger/transaction.ts';
import { carryOut, changesOf, roomForChange, withoutLateIndexes } from './carry-out.ts';
import { noteCoverage } from './note-coverage.ts';
import { writeWords } from './own-columns/write-words.ts';
import { rememberMapping } from './own-mappings.ts';
import { planStage } from './plan-stage.ts';
import { type Progress, stopIfCancelled } from './progress.ts';
import { plannedSingles } from './singles/carry-out-singles.ts';
import { type ReadyCrew, readyCrew } from './singles/ready-crew.ts';
import { headerOf, mappingOf } from './source-statements.ts';
import { discardCheck, openStage, type StageFiles, stageOptionsIn } from './stage.ts';
import { noteBatches, storeBatches } from './store-batches.ts';

export interface ApplyOptions {
  /** An instant with Z. */
  readonly now: string;
  /** The check is not over yet: what was written may not come to count. */
  readonly keepCheck?: boolean;
  /** Rows left out for these reasons are kept aside. */
  readonly aside?: readonly RowProblemCode[];
}

interface OwnMapping {
  readonly name: string;
  readonly header: string;
  readonly mapping: string;
}

function rememberMappings(writing: Writing): void {
  const files = writing.connection
    .prepare<[], OwnMapping>(
      'select distinct name, header, mapping from staged_file where remember = 1 order by file_no',
    )
    .all();
  for (const { name, header, mapping } of files) {
    rememberMapping(writing, headerOf(header), name, mappingOf(mapping));
  }
}

/** null: the ledger moved on since the plan was made, nothing was written. */
function applyPlan(
  ledger: Reading,
  options: ApplyOptions,
  progress: Progress,
  ready: ReadyCrew | null,
): readonly BatchReport[] | null {
  return transact(ledger, (writing) => {
    const { connection } = writing;
    const planned = connection.prepare<[], number>('select changes from stage.staged_check').pluck().get();
    if (planned !== changesOf(connection)) return null;
    const makeIndexes = withoutLateIndexes(connection, ready?.tables ?? []);
    // Rows stand before their orders: they point to what is written next.
    connection.pragma('defer_foreign_keys = on');
    const stored = storeBatches(writing, options, progress);
    makeIndexes('source_row');
    stopIfCancelled(progress);
    carryOut(writing, progress, { makeIndexes, ready });
    stopIfCancelled(progress);
    noteBatches(writing, stored);
    rememberMappings(writing);
    makeIndexes();
    const applied = stored.map(({ id }) => id);
    noteCoverage(connection, applied, options.now);
    excludeInBatches(writing, applied);
    stopIfCancelled(progress);
    return writeWords(writing, stored, options.now);
  });
}

/** Only the first orders of a ledger can have tables made beside it, and only where every fold is one of them. */
function readyFor({ connection }: Reading, { folds, people, ready: path }: StageFiles): ReadyCrew | null {
  const singles = plannedSingles(connection);
  if (singles === null || !hasNoOrders(connection)) return null;
  if (connection.prepare('select 1 from stage.staged_put_back limit 1').get() !== undefined) return null;
  return readyCrew(connection, { path, folds, people }, singles.orders, singles.base);
}

function attachedTo(connection: Database): readonly string[] {
  return connection
    .prepare<[], string>("select name from pragma_database_list where name in ('stage', 'folds', 'people', 'ready')")
    .pluck()
    .all();
}

/** Makes the plan again for the ledger as it is now; the owner agrees to the new report before it can be applied. */
async function planAgain(ledger: Reading, stageFolder: string, check: string, progress: Progress): Promise<void> {
  const stage = openStage(stageFolder, check);
  try {
    await planStage(ledger, stage, null, stageOptionsIn(stage.connection), progress);
  } finally {
    stage.connection.close();
  }
}

/**
 * Applies a check. Throws `check-is-stale` when the ledger changed since; the check is then made again under the same name, so that
 * `reportsOfCheck` tells what it says now and a second apply carries that out.
 */
export async function applyCheck(
  ledger: Reading,
  stageFolder: string,
  check: string,
  options: ApplyOptions,
  progress: Progress,
): Promise<{ readonly batches: readonly BatchReport[] }> {
  const { connection } = ledger;
  const { connection: opened, files } = openStage(stageFolder, check);
  opened.close();
  roomForChange(connection);
  connection.prepare('attach ? as stage').run(files.stage);
  connection.prepare('attach ? as folds').run(files.folds);
  if (existsSync(files.people)) connection.prepare('attach ? as people').run(files.people);
  // A first import makes every row that another one refers to; what came over is counted instead of looked up a million times.
  connection.pragma(`foreign_keys = ${hasNoOrders(connection) ? 'off' : 'on'}`);
  const ready = readyFor(ledger, files);
  let batches: readonly BatchReport[] | null;
  try {
    batches = withProblems(stageFolder, () => applyPlan(ledger, options, progress, ready));
  } finally {
    connection.pragma('foreign_keys = on');
    for (const attached of attachedTo(connection)) connection.exec(`detach ${attached}`);
    await ready?.stop();
  }
  if (batches === null) {
    await planAgain(ledger, stageFolder, check, progress);
    throw new Problem('check-is-stale', {});
  }
  if (options.keepCheck !== true) discardCheck(stageFolder, check);
  return { batches };
}
