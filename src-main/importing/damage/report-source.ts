/** What a report about damage is made of: every problem of a check or of an import, and the rows that were left out as their files have them. */

import type { Database } from 'better-sqlite3';
import type { BatchReport } from '../../../src-shared/contract/imports.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type RowProblemCode, rowProblemLevels } from '../../../src-shared/row-problem.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { type SourcePlace, sourceStatements } from '../source-statements.ts';
import { openStage } from '../stage.ts';
import { storedReport } from '../store-batches.ts';

export interface DamageProblem {
  readonly file: string;
  readonly row: number;
  readonly code: RowProblemCode;
  readonly column: string | null;
  readonly found: string;
}

export interface RejectedRow {
  readonly file: string;
  readonly row: number;
  readonly codes: readonly RowProblemCode[];
  readonly cells: readonly string[];
}

/** Rows left out, of files with the same header. */
export interface RejectedRows {
  readonly header: readonly string[];
  readonly rows: () => Iterable<RejectedRow>;
}

export interface DamageSource {
  readonly reports: readonly BatchReport[];
  readonly problems: () => Iterable<DamageProblem>;
  readonly rejected: readonly RejectedRows[];
}

/** A check that was not posted yet, or an import. */
export type DamageOf = { readonly check: string } | { readonly batch: number };

const questions = {
  stage: {
    files: 'select file_no as file, name, header from staged_file order by file_no',
    problems:
      'select row_no as row, code, column_name as "column", found from staged_problem where file_no = ? order by row_no, problem_no',
    rejected: `select row_no as row, group_concat(distinct code) as codes from staged_problem
               where file_no = ? and code in (select value from json_each(?)) group by row_no order by row_no`,
  },
  ledger: {
    files: 'select file_id as file, name, header from import_file where batch_id = ? order by file_id',
    problems:
      'select row_no as row, code, column_name as "column", found from row_problem where file_id = ? order by row_no, problem_no',
    rejected: `select row_no as row, group_concat(distinct code) as codes from row_problem
               where file_id = ? and code in (select value from json_each(?)) group by row_no order by row_no`,
  },
} as const;

const stoppedCodes = JSON.stringify(
  Object.entries(rowProblemLevels).flatMap(([code, level]) => (level === 'stopped' ? [code] : [])),
);

interface ReportedFile {
  readonly file: number;
  readonly name: string;
  readonly header: string;
}

function* problemsOf(
  connection: Database,
  place: SourcePlace,
  files: readonly ReportedFile[],
): Generator<DamageProblem> {
  const ask = connection.prepare<[number], Omit<DamageProblem, 'file'>>(questions[place].problems);
  for (const { file, name } of files) for (const problem of ask.iterate(file)) yield { file: name, ...problem };
}

function* rowsOf(connection: Database, place: SourcePlace, files: readonly ReportedFile[]): Generator<RejectedRow> {
  const ask = connection.prepare<[number, string], { row: number; codes: string }>(questions[place].rejected);
  const statements = sourceStatements(connection, place);
  for (const { file, name } of files) {
    for (const { row, codes } of ask.all(file, stoppedCodes)) {
      const cells = statements.rawRows(file, [row])[0]?.cells ?? [];
      // Written by ourselves, from the list of codes.
      yield { file: name, row, codes: codes.split(',') as RowProblemCode[], cells };
    }
  }
}

function sourceOf(
  connection: Database,
  place: SourcePlace,
  reports: readonly BatchReport[],
  batch: number,
): DamageSource {
  const files =
    place === 'ledger'
      ? connection.prepare<[number], ReportedFile>(questions.ledger.files).all(batch)
      : connection.prepare<[], ReportedFile>(questions.stage.files).all();
  const headers = [...new Set(files.map(({ header }) => header))];
  return {
    reports,
    problems: () => problemsOf(connection, place, files),
    rejected: headers.map((header) => ({
      header: (JSON.parse(header) as string[]).map(String), // written by us as a list of texts
      rows: () =>
        rowsOf(
          connection,
          place,
          files.filter((file) => file.header === header),
        ),
    })),
  };
}

/** Looks into a check or an import while `work` is under way. Throws `check-unknown`, `batch-unknown`. */
export async function withDamage<Result>(
  ledger: Reading,
  stageFolder: string,
  of: DamageOf,
  work: (source: DamageSource) => Promise<Result>,
): Promise<Result> {
  if ('batch' in of) {
    const report = ledger.connection
      .prepare<[number], string>('select report from import_batch where batch_id = ?')
      .pluck()
      .get(of.batch);
    if (report === undefined) throw new Problem('batch-unknown', { batch: String(of.batch) });
    return work(sourceOf(ledger.connection, 'ledger', [storedReport(report)], of.batch));
  }
  const { connection } = openStage(stageFolder, of.check);
  try {
    const reports = connection.prepare<[], string>('select report from staged_batch order by batch_no').pluck().all();
    return await work(sourceOf(connection, 'stage', reports.map(storedReport), 0));
  } finally {
    connection.close();
  }
}
