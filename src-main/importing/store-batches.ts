/** Records an import in the ledger: batches, files, raw blocks, where each order was seen, what was wrong. Part of `apply`. */

import { type BatchReport, batchReportSchema } from '../../src-shared/contract/imports.ts';
import type { Writing } from '../ledger/transaction.ts';
import { beginNotes, noteOrders } from './batch-orders.ts';
import putRowsAside from './damage/put-aside.sql?raw';
import { atOnce, type Progress } from './progress.ts';
import { foldsNotPutBack, plannedSingles } from './singles/carry-out-singles.ts';
import singleRows from './singles/store-single-rows.sql?raw';
import storeFile from './store-file.sql?raw';

interface StagedBatch {
  readonly batchNo: number;
  readonly shopId: number;
  readonly profile: string;
  readonly report: string;
}

export interface StoreOptions {
  /** An instant with Z. */
  readonly now: string;
  /** Rows left out for these reasons are kept aside. */
  readonly aside?: readonly string[];
}

function* storeFiles(
  writing: Writing,
  batchNo: number,
  batch: number,
  { now, aside = [] }: StoreOptions,
): Generator<number> {
  const { connection } = writing;
  const files = connection
    .prepare<[number], { file: number; rows: number; repeats: number | null }>(
      'select file_no as file, row_count as rows, repeats from staged_file where batch_no = ? order by file_no',
    )
    .all(batchNo);
  const addFile = connection.prepare(storeFile);
  const addBlocks = connection.prepare(
    'insert into source_block (file_id, first_row, row_count, rows) select @id, first_row, row_count, rows from staged_block where file_no = @file order by first_row',
  );
  const addRows = connection.prepare(
    'insert into source_row (file_id, row_no, order_id, row_hash) select @id, row_no, plan_key.order_id, row_hash from staged_row cross join plan_key on plan_key.order_number = staged_row.order_number and plan_key.batch_no = @batchNo where file_no = @file order by row_no',
  );
  // Its orders are known, and stand where they stood.
  const repeatRows = connection.prepare(
    'insert into source_row (file_id, row_no, order_id, row_hash) select @id, row_no, order_id, row_hash from source_row where file_id = @repeats order by row_no',
  );
  const placeFile = connection.prepare('update stage.staged_file set file_id = @id where file_no = @file');
  const placeSegments = connection.prepare('update stage.staged_segment set file_id = @id where file_no = @file');
  const addProblems = connection.prepare(
    'insert into row_problem (file_id, problem_no, row_no, code, column_name, found, order_number) select @id, row_number() over (order by row_no, problem_no), row_no, code, column_name, found, order_number from staged_problem where file_no = @file',
  );
  const addFixes = connection.prepare(
    'insert into cell_fix select @id, row_no, column_no, found, typed, @now from staged_fix where file_no = @file',
  );
  const putAside = connection.prepare(putRowsAside);
  let done = 0;
  for (const { file, rows, repeats } of files) {
    const id = Number(addFile.run({ batch, file }).lastInsertRowid);
    addBlocks.run({ id, file });
    if (repeats === null) addRows.run({ id, file, batchNo });
    else repeatRows.run({ id, repeats });
    placeFile.run({ id, file });
    placeSegments.run({ id, file });
    addProblems.run({ id, file });
    addFixes.run({ id, file, now });
    if (aside.length > 0) putAside.run({ id, file, now, codes: JSON.stringify(aside) });
    done += rows;
    yield done;
  }
}

/** Where each single order was seen. */
function storeSingleRows({ connection }: Writing): void {
  const singles = plannedSingles(connection);
  if (singles === null) return;
  connection.prepare(foldsNotPutBack(connection, singleRows)).run({ base: singles.base });
}

/** A batch of a check, in the history. */
export interface StoredBatch {
  readonly id: number;
  readonly batchNo: number;
  readonly report: BatchReport;
}

/**
 * Stores every staged batch: what it says in the history, its files and where each order was seen. Before its orders are written, while
 * others make tables of them: references are looked at when the transaction ends.
 */
export function storeBatches(writing: Writing, options: StoreOptions, progress: Progress): readonly StoredBatch[] {
  const { connection } = writing;
  const batches = connection
    .prepare<[], StagedBatch>(
      'select batch_no as batchNo, shop_id as shopId, profile, report from staged_batch order by batch_no',
    )
    .all();
  const add = connection.prepare(
    "insert into import_batch (shop_id, profile, applied_at, report) values (?, ?, ?, '{}')",
  );
  const setReport = connection.prepare('update import_batch set report = ? where batch_id = ?');
  const stored = batches.map(({ batchNo, shopId, profile, report }) => {
    const id = Number(add.run(shopId, profile, options.now).lastInsertRowid);
    const own = batchReportSchema.parse({ ...batchReportSchema.parse(JSON.parse(report)), id });
    setReport.run(JSON.stringify(own), id);
    atOnce(progress, 'writing', null, storeFiles(writing, batchNo, id, options));
    return { id, batchNo, report: own };
  });
  storeSingleRows(writing);
  return stored;
}

/** Notes what the batches did to their orders, which are written by now. */
export function noteBatches({ connection }: Writing, batches: readonly StoredBatch[]): void {
  const endNotes = beginNotes(connection);
  batches.forEach(({ id, batchNo, report }, place) => {
    noteOrders(connection, id, batchNo, report, place < batches.length - 1);
  });
  endNotes();
}

/** What a batch was reported to do when it was applied. */
export function storedReport(json: string): BatchReport {
  return batchReportSchema.parse(JSON.parse(json));
}
