/**
 * What a check's figures are made of, and the rows behind each order: out of its stage and the ledger, before anything is applied.
 * Reads only. All that is asked of the stage's tables stands here and in `check-orders.sql`, `check-left-out.sql`.
 */

import { existsSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { ExplainedOrder, Explanation } from '../../src-shared/contract/explanations.ts';
import type { SourceRow } from '../../src-shared/contract/source-rows.ts';
import type { ImportFigure } from '../../src-shared/import-figure.ts';
import { Problem } from '../../src-shared/problem.ts';
import type { RowProblemCode } from '../../src-shared/row-problem.ts';
import type { OrderWindow } from '../ledger/explained-orders.ts';
import { ledgerPath } from '../ledger/open-ledger.ts';
import { withParts } from '../ledger/sql-parts.ts';
import { changesOf } from './carry-out.ts';
import checkLeftOut from './check-left-out.sql?raw';
import checkOrders from './check-orders.sql?raw';
import { explainImport, type ImportPlace, importOrdersIn } from './explain-import.ts';
import { ownersIn, plannedSingles } from './singles/carry-out-singles.ts';
import { type OrderSources, sightingsOf, sourceCells } from './source-rows.ts';
import { sourceStatements } from './source-statements.ts';
import { openStage } from './stage.ts';

export interface CheckQuestion {
  readonly check: string;
  /** Position of the batch in the check's report, from 0; all of them together without it. */
  readonly batch?: number | undefined;
  readonly figure: ImportFigure;
}

/** Where the ledger and its staged checks lie. */
export interface CheckFolders {
  readonly ledger: string;
  readonly stage: string;
}

/**
 * Looks into a check beside the ledger it was made for. Throws `check-unknown`, and `check-is-stale` when the ledger has moved on: what the
 * check says of it is no longer so.
 */
function withCheck<Result>(folders: CheckFolders, check: string, look: (stage: Database) => Result): Result {
  const { connection, files } = openStage(folders.stage, check);
  try {
    if (existsSync(files.people)) connection.prepare('attach ? as people').run(files.people);
    connection.prepare('attach ? as ledger').run(ledgerPath(folders.ledger));
    connection.pragma('query_only = on');
    const planned = connection.prepare<[], number>('select changes from staged_check').pluck().get();
    if (planned !== changesOf(connection)) throw new Problem('check-is-stale', {});
    return look(connection);
  } finally {
    connection.close();
  }
}

function placeOf(stage: Database, batch: number | undefined): ImportPlace {
  const several = stage.prepare('select 1 from staged_batch where batch_no > 1').get() !== undefined;
  const singles = plannedSingles(stage, 'main');
  if (singles !== null) ownersIn(stage, singles);
  const parts = [
    ...(several ? ['several'] : []),
    ...(singles === null ? [] : ['singles']),
    ...(several && singles !== null ? ['severalSingles'] : []),
  ];
  return {
    connection: stage,
    orders: withParts(checkOrders, parts),
    leftOut: checkLeftOut,
    batch: batch === undefined ? null : batch + 1,
  };
}

export function explainCheck(folders: CheckFolders, { check, batch, figure }: CheckQuestion): Explanation {
  return withCheck(folders, check, (stage) => explainImport(placeOf(stage, batch), figure, []));
}

export function checkOrdersIn(folders: CheckFolders, question: CheckQuestion, window: OrderWindow): ExplainedOrder[] {
  const { check, batch, figure } = question;
  return withCheck(folders, check, (stage) => importOrdersIn(placeOf(stage, batch), figure, window));
}

interface StagedPlace {
  readonly file: number;
  readonly row: number;
}

/** Rows of the check, each with its file, its cells and what was wrong with it. */
function stagedRows(stage: Database, places: readonly StagedPlace[]): SourceRow[] {
  const statements = sourceStatements(stage, 'stage');
  const askFile = stage.prepare<[number], { name: string; sheet: string | null }>(
    'select name, sheet from staged_file where file_no = ?',
  );
  const problems = stage.prepare<[number, number], { code: RowProblemCode; column: string | null; found: string }>(
    'select code, column_name as "column", found from staged_problem where file_no = ? and row_no = ? order by problem_no',
  );
  return places.map(({ file, row }) => {
    const of = askFile.get(file);
    return {
      batch: null,
      file: of?.name ?? '',
      appliedAt: null,
      live: true,
      sheet: of?.sheet ?? null,
      row,
      cells: sourceCells(statements, file, row),
      problems: problems.all(file, row),
    };
  });
}

/** Where the one row of a new order stands that stands alone. */
function placeOfSingle(stage: Database, order: number): (StagedPlace & { orderNumber: string }) | undefined {
  return stage
    .prepare<[number], StagedPlace & { orderNumber: string }>(
      `select order_number as orderNumber, file_no as file, row_no as row
       from folds.staged_fold
       cross join staged_segment on staged_segment.segment_no = staged_fold.segment_no
       where fold_no = ? - (select order_base from staged_singles) and fold_no not in (select fold_no from staged_put_back)`,
    )
    .get(order);
}

/** The rows of the check that speak of a planned order, and the rows the ledger has seen it in before. */
export function rowsOfPlanned(folders: CheckFolders, check: string, order: number): OrderSources {
  return withCheck(folders, check, (stage) => {
    const planned = stage
      .prepare<[number], { orderNumber: string; batchNo: number }>(
        'select order_number as orderNumber, batch_no as batchNo from plan_key where order_id = ?',
      )
      .get(order);
    if (planned === undefined) {
      const single = placeOfSingle(stage, order);
      if (single === undefined) throw new Problem('order-unknown', { order: String(order) });
      const { orderNumber, ...at } = single;
      return { orderNumber, rows: stagedRows(stage, [at]) };
    }
    const places = stage
      .prepare<[string, number], StagedPlace>(
        `select staged_row.file_no as file, row_no as row from staged_row join staged_file on staged_file.file_no = staged_row.file_no
         where order_number = ? and batch_no = ? order by staged_row.file_no, row_no`,
      )
      .all(planned.orderNumber, planned.batchNo);
    return { orderNumber: planned.orderNumber, rows: [...stagedRows(stage, places), ...sightingsOf(stage, order)] };
  });
}

/** The rows of what the check leaves out: all that name the same order, or the one row whose order cannot be read. */
export function rowsOfLeftOut(folders: CheckFolders, check: string, at: StagedPlace): OrderSources {
  return withCheck(folders, check, (stage) => {
    const orderNumber =
      stage
        .prepare<[number, number], string>(
          'select order_number from staged_problem where file_no = ? and row_no = ? and order_number is not null limit 1',
        )
        .pluck()
        .get(at.file, at.row) ?? '';
    const places = stage
      .prepare<[string, number], StagedPlace>(
        `select distinct staged_problem.file_no as file, row_no as row
         from staged_problem join staged_file on staged_file.file_no = staged_problem.file_no
         where order_number = ? and batch_no = (select batch_no from staged_file where file_no = ?)
         order by staged_problem.file_no, row_no`,
      )
      .all(orderNumber, at.file);
    return { orderNumber, rows: stagedRows(stage, orderNumber === '' ? [at] : places) };
  });
}
