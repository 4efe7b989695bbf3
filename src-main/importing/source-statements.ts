/**
 * What source rows say, read again from their raw blocks with their file's mapping: live rows in the ledger, staged ones in a
 * stage. Nothing but the raw text is ever stored, so a better profile can re-read it. Before the fold.
 */

import type { Database } from 'better-sqlite3';
import { type Mapping, mappingSchema } from '../../src-shared/contract/imports.ts';
import { type CellFix, type FixRow, fixerOf } from './damage/fix-rows.ts';
import { assemblePart } from './normalise/assemble-part.ts';
import { type Normaliser, normaliserFor } from './normalise/normalise-row.ts';
import type { RowStatement } from './normalise/normalised-row.ts';
import { type OpenBlock, openBlock, type RowHint } from './open-block.ts';
import type { RawRow } from './readers/reader.ts';

const BLOCKS_KEPT = 32;

type Part = ReturnType<typeof assemblePart>;

/** Where files and blocks are: the ledger's own tables, or a stage's. */
export type SourcePlace = 'ledger' | 'stage';

const questions = {
  ledger: {
    file: 'select header, mapping from import_file where file_id = ?',
    starts: 'select first_row from source_block where file_id = ? order by first_row',
    block: 'select rows from source_block where file_id = ? and first_row = ?',
    fixes: 'select row_no as row, column_no as "column", typed from cell_fix where file_id = ?',
  },
  stage: {
    file: 'select header, mapping from staged_file where file_no = ?',
    starts: 'select first_row from staged_block where file_no = ? order by first_row',
    block: 'select rows from staged_block where file_no = ? and first_row = ?',
    fixes: 'select row_no as row, column_no as "column", typed from staged_fix where file_no = ?',
  },
} as const;

export interface SourceStatements {
  /** The raw rows with these record numbers; `hints` of the rows, in their order. */
  rawRows(file: number, rowNumbers: readonly number[], hints?: readonly RowHint[]): readonly RawRow[];
  /** What these rows of one order in one file say together. */
  part(file: number, rowNumbers: readonly number[], hints?: readonly RowHint[]): Part | null;
  /** What the owner corrected in the file. */
  fixes(file: number): readonly CellFix[];
  header(file: number): readonly string[];
  mapping(file: number): Mapping;
}

interface OpenFile {
  readonly header: readonly string[];
  readonly mapping: Mapping;
  readonly normalise: Normaliser;
  /** First rows of its blocks, ascending. */
  readonly starts: readonly number[];
  readonly fixes: readonly CellFix[];
  readonly fix: FixRow;
}

export function headerOf(json: string): readonly string[] {
  const cells: unknown = JSON.parse(json);
  return Array.isArray(cells) ? cells.map(String) : [];
}

export function mappingOf(json: string): Mapping {
  return mappingSchema.parse(JSON.parse(json));
}

/** The number of the last block that starts no later than a row. */
function blockNumberFor(starts: readonly number[], row: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}

type Blocks = (file: number, start: number) => OpenBlock | undefined;

/** Unpacked blocks, the last few kept: orders are asked for in the order of their rows. */
function blocksOf(connection: Database, question: string): Blocks {
  const ask = connection.prepare<[number, number], Uint8Array>(question).pluck();
  const kept = new Map<string, OpenBlock>();
  return (file, start) => {
    const name = `${file} ${start}`;
    let block = kept.get(name);
    if (block === undefined) {
      const bytes = ask.get(file, start);
      if (bytes === undefined) return undefined;
      block = openBlock(bytes);
      const [oldest] = kept.keys();
      if (kept.size >= BLOCKS_KEPT && oldest !== undefined) kept.delete(oldest);
    } else {
      kept.delete(name);
    }
    kept.set(name, block);
    return block;
  };
}

export function sourceStatements(connection: Database, place: SourcePlace): SourceStatements {
  const askFile = connection.prepare<[number], { header: string; mapping: string }>(questions[place].file);
  const askStarts = connection.prepare<[number], number>(questions[place].starts).pluck();
  const askFixes = connection.prepare<[number], CellFix>(questions[place].fixes);
  const blockAt = blocksOf(connection, questions[place].block);
  const files = new Map<number, OpenFile>();

  function open(file: number): OpenFile {
    const known = files.get(file);
    if (known !== undefined) return known;
    const found = askFile.get(file);
    if (found === undefined) throw new Error(`file ${file} is not in the ${place}`);
    const header = headerOf(found.header);
    const mapping = mappingOf(found.mapping);
    const normalise = normaliserFor(header, mapping);
    const fixes = askFixes.all(file);
    const opened = { header, mapping, normalise, starts: askStarts.all(file), fixes, fix: fixerOf(fixes) };
    files.set(file, opened);
    return opened;
  }

  function rawRows(file: number, rowNumbers: readonly number[], hints: readonly RowHint[] = []): readonly RawRow[] {
    const { starts, fixes } = open(file);
    return rowNumbers.flatMap((row, place) => {
      // The hash of a corrected row is that of its corrected cells.
      const hint = fixes.length === 0 ? hints[place] : undefined;
      // Blocks rarely overlap: only where rows without a shop's name were put to the others afterwards.
      for (let number = blockNumberFor(starts, row); number >= 0; number -= 1) {
        const raw = blockAt(file, starts[number] ?? 0)?.row(row, hint);
        if (raw !== undefined) return raw;
      }
      return [];
    });
  }

  return {
    rawRows,
    part(file, rowNumbers, hints) {
      const { normalise, mapping, fix } = open(file);
      const statements: RowStatement[] = [];
      for (const raw of rawRows(file, rowNumbers, hints)) {
        const { statement } = normalise(fix(raw));
        if (statement !== null) statements.push(statement);
      }
      return statements.length === 0 ? null : assemblePart(statements, mapping.granularity);
    },
    fixes: (file) => open(file).fixes,
    header: (file) => open(file).header,
    mapping: (file) => open(file).mapping,
  };
}
