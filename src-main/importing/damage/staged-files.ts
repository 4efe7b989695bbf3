/** The staged files of one table, as far as looking for damage needs them: what their heads are, their raw rows, what was found so far. */

import type { Database } from 'better-sqlite3';
import type { Mapping } from '../../../src-shared/contract/mappings.ts';
import type { RowProblemCode } from '../../../src-shared/row-problem.ts';
import type { RawRow } from '../readers/reader.ts';
import { unpackBlock } from '../source-blocks.ts';
import { headerOf, mappingOf } from '../source-statements.ts';
import { type CellFix, type FixRow, fixerOf } from './fix-rows.ts';

export interface StagedFile {
  readonly fileNo: number;
  readonly format: string;
  readonly currency: string;
  readonly header: readonly string[];
  readonly mapping: Mapping;
  readonly rows: number;
}

/** What one chosen table has for all its shops. */
export function filesOfSource(stage: Database, sourceNo: number): readonly StagedFile[] {
  return stage
    .prepare<
      [number],
      { fileNo: number; format: string; currency: string; header: string; mapping: string; rows: number }
    >(
      `select file_no as fileNo, format, currency, header, mapping, row_count as rows
       from staged_file where source_no = ? order by file_no`,
    )
    .all(sourceNo)
    .map(({ header, mapping, ...file }) => ({ ...file, header: headerOf(header), mapping: mappingOf(mapping) }));
}

/** As the owner corrected them. */
function fixerOfFile(stage: Database, fileNo: number): FixRow {
  const ask = stage.prepare<[number], CellFix>(
    'select row_no as row, column_no as "column", typed from staged_fix where file_no = ?',
  );
  return fixerOf(ask.all(fileNo));
}

/** Block by block, as they stand in the file. */
export function* blocksOfFile(stage: Database, fileNo: number): Generator<readonly RawRow[]> {
  const blocks = stage
    .prepare<[number], Uint8Array>('select rows from staged_block where file_no = ? order by first_row')
    .pluck();
  const fix = fixerOfFile(stage, fileNo);
  for (const block of blocks.iterate(fileNo)) yield unpackBlock(block).map(fix);
}

/** Its last rows: one or two blocks of them. */
export function lastRows(stage: Database, fileNo: number): readonly RawRow[] {
  return stage
    .prepare<[number], Uint8Array>('select rows from staged_block where file_no = ? order by first_row desc limit 2')
    .pluck()
    .all(fileNo)
    .toReversed()
    .flatMap((block) => unpackBlock(block))
    .map(fixerOfFile(stage, fileNo));
}

export type RowAsk = (fileNo: number, row: number) => RawRow | null;

/** One row by its number, as the file has it. */
export function rawRowAsk(stage: Database): RowAsk {
  const ask = stage
    .prepare<[number, number], Uint8Array>(
      'select rows from staged_block where file_no = ? and first_row <= ? order by first_row desc limit 1',
    )
    .pluck();
  return (fileNo, row) => {
    const block = ask.get(fileNo, row);
    return block === undefined ? null : (unpackBlock(block).find((raw) => raw.row === row) ?? null);
  };
}

/** One row by its number, as the owner corrected it. */
export function rowAsk(stage: Database): RowAsk {
  const ask = rawRowAsk(stage);
  return (fileNo, row) => {
    const raw = ask(fileNo, row);
    return raw === null ? null : fixerOfFile(stage, fileNo)(raw);
  };
}

export interface FoundProblem {
  readonly row: number;
  readonly code: RowProblemCode;
  readonly found: string;
}

export function problemsOfFile(
  stage: Database,
  fileNo: number,
  codes: readonly RowProblemCode[],
): readonly FoundProblem[] {
  return stage
    .prepare<[number, string], FoundProblem>(
      `select row_no as row, code, found from staged_problem
       where file_no = ? and code in (select value from json_each(?)) order by row_no`,
    )
    .all(fileNo, JSON.stringify(codes));
}
