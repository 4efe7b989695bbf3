/**
 * Puts one chosen file into the stage, row by row: raw rows in blocks, where each order was seen, what was wrong. For files of which a
 * row cannot be read without the rows before it; the others go through `stage-pieces`. Between the reader and `stage-batches`.
 */

import type { Database } from 'better-sqlite3';
import { type RowProblem, rowProblemLevels } from '../../src-shared/row-problem.ts';
import { fixerOf } from './damage/fix-rows.ts';
import { normaliserFor } from './normalise/normalise-row.ts';
import { type Progress, stopIfCancelled } from './progress.ts';
import type { Table } from './readers/reader.ts';
import { hashOfRow, hashOfText } from './readers/row-hash.ts';
import type { Singles } from './singles/singles.ts';
import { groupBook, type Insert, inserter, joinUnnamed, type StagedSource } from './stage-groups.ts';

const isStopped = ({ code }: RowProblem): boolean => rowProblemLevels[code] === 'stopped';

/** Puts a row that cannot be an order by itself, or is not alone, into the stage. */
export function rowInserter(connection: Database): Insert {
  return inserter(connection, 'staged_row', ['file_no', 'row_no', 'order_number', 'row_hash', 'further']);
}

/** `order_number`: the order that the problem stops; null: none. See `leaveOut`. */
export function problemInserter(connection: Database): Insert {
  const columns = ['file_no', 'row_no', 'code', 'column_name', 'found', 'order_number', 'planned'] as const;
  return inserter(connection, 'staged_problem', columns);
}

/** Reads the whole file. Answers how many rows it has. */
export async function stageFile(
  connection: Database,
  source: StagedSource,
  table: Table,
  singles: Singles,
  progress: Progress,
  report: (bytes: number) => void,
): Promise<number> {
  const normalise = normaliserFor(table.header, source.mapping, source.latest);
  const fix = fixerOf(source.fixes);
  const book = groupBook(connection, source, table);
  const insertRow = rowInserter(connection);
  const insertProblem = problemInserter(connection);
  const others: number[] = [];
  let count = 0;
  for await (const batch of table.rows()) {
    for (const raw of batch) {
      const fixed = fix(raw);
      const row = normalise(fixed, book.currency());
      const group = book.groupOf(row);
      book.add(group, raw);
      count += 1;
      const stopped = row.problems.some(isStopped);
      for (const problem of row.problems) {
        // Only what stops an order names it here: see `leaveOut`.
        const order = isStopped(problem) ? row.orderNumber : null;
        insertProblem(group.fileNo, problem.row, problem.code, problem.column, problem.found, order, 0);
      }
      if (row.orderNumber !== null) others.push(...hashOfText(row.orderNumber));
      if (row.statement === null || stopped) continue;
      insertRow(group.fileNo, raw.row, row.statement.orderNumber, hashOfRow(fixed.cells), row.further ? 1 : 0);
    }
    singles.addOthers(Uint32Array.from(others.splice(0)));
    report(table.bytesRead());
    stopIfCancelled(progress);
  }
  book.finish();
  joinUnnamed(connection, source.sourceNo);
  return count;
}
