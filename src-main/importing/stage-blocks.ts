/**
 * Raw rows that change their staged file: taken out of its blocks and put into another's. The blocks of a file never overlap: whoever
 * looks for a row finds it in the last block that begins no later. Part of the check.
 */

import type { Database } from 'better-sqlite3';
import type { RawRow } from './readers/reader.ts';
import { packBlock, rowsPerBlock, unpackBlock } from './source-blocks.ts';

/** Writes rows, ascending by number, as blocks of a file. */
function writeRows(stage: Database, file: number, rows: readonly RawRow[]): void {
  const add = stage.prepare('insert into staged_block (file_no, first_row, row_count, rows) values (?, ?, ?, ?)');
  for (let at = 0; at < rows.length; at += rowsPerBlock) {
    const some = rows.slice(at, at + rowsPerBlock);
    add.run(file, some[0]?.row ?? 0, some.length, packBlock(some));
  }
}

/** The blocks that rows belong in, by the number each begins with; `null`: before all of them. */
function byBlock<Row>(
  stage: Database,
  file: number,
  rows: readonly Row[],
  numberOf: (row: Row) => number,
): ReadonlyMap<number | null, readonly Row[]> {
  const ask = stage
    .prepare<[number, number], number | null>(
      'select max(first_row) from staged_block where file_no = ? and first_row <= ?',
    )
    .pluck();
  return Map.groupBy(rows, (row) => ask.get(file, numberOf(row)) ?? null);
}

/** Takes a block out of a file and answers its rows. */
function blockTaker(stage: Database): (file: number, first: number | null) => readonly RawRow[] {
  const take = stage
    .prepare<[number, number], Uint8Array>(
      'delete from staged_block where file_no = ? and first_row = ? returning rows',
    )
    .pluck();
  return (file, first) => {
    const block = first === null ? undefined : take.get(file, first);
    return block === undefined ? [] : unpackBlock(block);
  };
}

/** Puts rows into the blocks of a file, each between its neighbours. */
function putRows(stage: Database, file: number, rows: readonly RawRow[]): void {
  const takeBlock = blockTaker(stage);
  for (const [first, own] of byBlock(stage, file, rows, ({ row }) => row)) {
    const beside = takeBlock(file, first);
    writeRows(
      stage,
      file,
      [...beside, ...own].toSorted((a, b) => a.row - b.row),
    );
  }
}

/** Moves the raw text of these rows from one file to another. */
export function moveRows(stage: Database, from: number, to: number, numbers: readonly number[]): void {
  const takeBlock = blockTaker(stage);
  const moved: RawRow[] = [];
  for (const [first, own] of byBlock(stage, from, numbers, (row) => row)) {
    const going = new Set(own);
    const rows = takeBlock(from, first);
    moved.push(...rows.filter(({ row }) => going.has(row)));
    writeRows(
      stage,
      from,
      rows.filter(({ row }) => !going.has(row)),
    );
  }
  putRows(stage, to, moved);
}

interface BlockPlace {
  readonly file: number;
  readonly first: number;
}

/** Does a block of one of these files reach beyond the beginning of the next? Opens only those behind which the file changes. */
function interleave(stage: Database, files: readonly [number, number]): boolean {
  const places = stage
    .prepare<[number, number], BlockPlace>(
      'select file_no as file, first_row as first from staged_block where file_no in (?, ?) order by first_row',
    )
    .all(...files);
  const ask = stage
    .prepare<[number, number], Uint8Array>('select rows from staged_block where file_no = ? and first_row = ?')
    .pluck();
  return places.some(({ file, first }, at) => {
    const next = places[at + 1];
    if (next === undefined || next.file === file) return false;
    const block = ask.get(file, first);
    return block !== undefined && (unpackBlock(block).at(-1)?.row ?? 0) > next.first;
  });
}

/** All blocks of one file become those of another. */
export function joinBlocks(stage: Database, from: number, to: number): void {
  if (!interleave(stage, [from, to])) {
    stage.prepare('update staged_block set file_no = ? where file_no = ?').run(to, from);
    return;
  }
  const blocks = stage
    .prepare<[number], Uint8Array>('delete from staged_block where file_no = ? returning rows')
    .pluck()
    .all(from);
  putRows(stage, to, blocks.flatMap(unpackBlock));
}
