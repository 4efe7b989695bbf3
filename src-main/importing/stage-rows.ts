/** Raw rows of a checked file with what is wrong with each, for the grid beside the problems. Reads the stage of a check. */

import type { Database } from 'better-sqlite3';
import type { BatchReport, Mapping } from '../../src-shared/contract/imports.ts';
import { Problem } from '../../src-shared/problem.ts';
import type { RowProblemCode } from '../../src-shared/row-problem.ts';
import { unpackBlock } from './source-blocks.ts';
import { headerOf, mappingOf } from './source-statements.ts';
import { openStage } from './stage.ts';
import { storedReport } from './store-batches.ts';

export interface StageWindow {
  readonly check: string;
  /** Position of the batch in the check's report, from 0. */
  readonly batch: number;
  /** Position of the file in the batch, from 0. */
  readonly file: number;
  /** The first record number wanted, as problems name it; rows before it are passed over. */
  readonly from: number;
  readonly count: number;
}

interface CellProblem {
  readonly code: RowProblemCode;
  readonly column: string | null;
  readonly found: string;
}

export interface StageRows {
  readonly header: readonly string[];
  readonly mapping: Mapping;
  readonly total: number;
  readonly rows: readonly {
    readonly row: number;
    readonly cells: readonly string[];
    readonly problems: readonly CellProblem[];
    readonly fixes: readonly { readonly column: number; readonly typed: string; readonly earlier: boolean }[];
  }[];
}

interface StagedFile {
  readonly fileNo: number;
  readonly header: string;
  readonly mapping: string;
  readonly total: number;
}

/** The rows from a record number on, read block by block until there are enough. */
function rawRowsFrom(stage: Database, fileNo: number, from: number, count: number): ReturnType<typeof unpackBlock> {
  const blocks = stage
    .prepare<[number, number], Uint8Array>(
      `select rows from staged_block
       where file_no = ? and first_row >= coalesce(
         (select max(first_row) from staged_block as earlier where earlier.file_no = staged_block.file_no and earlier.first_row <= ?), 0)
       order by first_row`,
    )
    .pluck();
  const found = [];
  for (const block of blocks.iterate(fileNo, from)) {
    found.push(...unpackBlock(block).filter(({ row }) => row >= from));
    if (found.length >= count) break;
  }
  return found.slice(0, count);
}

export function rowsOfCheck(stageFolder: string, { check, batch, file, from, count }: StageWindow): StageRows {
  const { connection } = openStage(stageFolder, check);
  try {
    const staged = connection
      .prepare<[number, number], StagedFile>(
        'select file_no as fileNo, header, mapping, row_count as total from staged_file where batch_no = ? order by file_no limit 1 offset ?',
      )
      .get(batch + 1, file);
    if (staged === undefined) throw new Problem('check-unknown', { check });
    const problems = connection.prepare<[number, number], CellProblem>(
      'select code, column_name as "column", found from staged_problem where file_no = ? and row_no = ? order by problem_no',
    );
    const fixes = connection.prepare<[number, number], { column: number; typed: string; earlier: number }>(
      'select column_no as "column", typed, earlier from staged_fix where file_no = ? and row_no = ? order by column_no',
    );
    const rows = rawRowsFrom(connection, staged.fileNo, from, count).map(({ row, cells }) => ({
      row,
      cells,
      problems: problems.all(staged.fileNo, row),
      fixes: fixes.all(staged.fileNo, row).map(({ earlier, ...fix }) => ({ ...fix, earlier: earlier === 1 })),
    }));
    return { header: headerOf(staged.header), mapping: mappingOf(staged.mapping), total: staged.total, rows };
  } finally {
    connection.close();
  }
}

/** The reports of a check as it stands: after a stale apply they are those of the plan made again. */
export function reportsOfCheck(stageFolder: string, check: string): readonly BatchReport[] {
  const { connection } = openStage(stageFolder, check);
  try {
    const reports = connection.prepare<[], string>('select report from staged_batch order by batch_no').pluck().all();
    return reports.map(storedReport);
  } finally {
    connection.close();
  }
}
