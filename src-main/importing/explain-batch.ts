/** What the figures of a past import are made of, as its report has them, and the rows it left out. Whatever came later does not change them. */

import type { ExplainedOrder, Explanation } from '../../src-shared/contract/explanations.ts';
import type { SourceRow } from '../../src-shared/contract/source-rows.ts';
import type { ImportFigure } from '../../src-shared/import-figure.ts';
import { Problem } from '../../src-shared/problem.ts';
import type { RowProblemCode } from '../../src-shared/row-problem.ts';
import type { OrderWindow } from '../ledger/explained-orders.ts';
import type { Reading } from '../ledger/transaction.ts';
import batchLeftOut from './batch-left-out.sql?raw';
import batchOrders from './batch-orders.sql?raw';
import { explainImport, type ImportPlace, importOrdersIn } from './explain-import.ts';
import { type OrderSources, sourceCells } from './source-rows.ts';
import { sourceStatements } from './source-statements.ts';

export interface BatchQuestion {
  readonly batch: number;
  readonly figure: ImportFigure;
}

interface StoredBatch {
  readonly noted: number;
  readonly undone: number;
}

function storedBatch({ connection }: Reading, batch: number): StoredBatch {
  const found = connection
    .prepare<[number], StoredBatch>(
      'select usual_action is not null as noted, undone_at is not null as undone from import_batch where batch_id = ?',
    )
    .get(batch);
  if (found === undefined) throw new Problem('batch-unknown', { batch: String(batch) });
  return found;
}

/** An import of before its orders were noted one by one cannot tell its figures apart: all its orders are listed, as they stand today. */
const figureKnown = (figure: ImportFigure, { noted }: StoredBatch): ImportFigure => (noted === 1 ? figure : 'all');

function placeOf({ connection }: Reading, batch: number): ImportPlace {
  return { connection, orders: batchOrders, leftOut: batchLeftOut, batch };
}

/** Throws `batch-unknown`. */
export function explainBatch(reading: Reading, { batch, figure }: BatchQuestion): Explanation {
  const stored = storedBatch(reading, batch);
  const rules = [stored.noted === 1 ? 'asPosted' : 'notNoted', ...(stored.undone === 1 ? ['takenBack'] : [])];
  const found = explainImport(placeOf(reading, batch), figureKnown(figure, stored), rules);
  return stored.noted === 1 ? found : { ...found, facts: [], rules };
}

export function batchOrdersIn(
  reading: Reading,
  { batch, figure }: BatchQuestion,
  window: OrderWindow,
): ExplainedOrder[] {
  return importOrdersIn(placeOf(reading, batch), figureKnown(figure, storedBatch(reading, batch)), window);
}

interface StoppedPlace {
  readonly file: number;
  readonly row: number;
}

interface StoredFile {
  readonly file: string;
  readonly sheet: string | null;
  readonly appliedAt: string;
  readonly undoneAt: string | null;
}

/** The rows of what an import left out: all that name the same order, or the one row whose order cannot be read. */
export function rowsLeftOut(reading: Reading, batch: number, at: StoppedPlace): OrderSources {
  const { connection } = reading;
  storedBatch(reading, batch);
  const orderNumber =
    connection
      .prepare<[number, number], string>(
        'select order_number from row_problem where file_id = ? and row_no = ? and order_number is not null limit 1',
      )
      .pluck()
      .get(at.file, at.row) ?? '';
  const named = connection
    .prepare<[string, number], StoppedPlace>(
      `select distinct row_problem.file_id as file, row_no as row
       from import_file join row_problem on row_problem.file_id = import_file.file_id
       where row_problem.order_number = ? and batch_id = ? order by row_problem.file_id, row_no`,
    )
    .all(orderNumber, batch);
  return { orderNumber, rows: storedRows(reading, batch, orderNumber === '' ? [at] : named) };
}

function storedRows({ connection }: Reading, batch: number, places: readonly StoppedPlace[]): SourceRow[] {
  const statements = sourceStatements(connection, 'ledger');
  const askFile = connection.prepare<[number, number], StoredFile>(
    `select name as file, sheet, applied_at as appliedAt, undone_at as undoneAt
     from import_file join import_batch on import_batch.batch_id = import_file.batch_id
     where file_id = ? and import_file.batch_id = ?`,
  );
  const problems = connection.prepare<[number, number], { code: RowProblemCode; column: string | null; found: string }>(
    'select code, column_name as "column", found from row_problem where file_id = ? and row_no = ? order by problem_no',
  );
  return places.map(({ file, row }) => {
    const of = askFile.get(file, batch);
    // A file of another import is not shown as this one's.
    if (of === undefined) throw new Problem('batch-unknown', { batch: String(batch) });
    const { undoneAt, ...seen } = of;
    return {
      ...seen,
      batch,
      live: undoneAt === null,
      row,
      cells: sourceCells(statements, file, row),
      problems: problems.all(file, row),
    };
  });
}
