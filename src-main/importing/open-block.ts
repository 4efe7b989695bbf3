/**
 * A block of raw rows, opened for the few rows that are asked of it: a text block is read where the row stands and only as a whole when
 * many are asked for. Between `source-blocks` and `source-statements`.
 */

import { cutRecords, isCuttable } from './readers/cut-records.ts';
import type { RawRow } from './readers/reader.ts';
import { hashOfRow } from './readers/row-hash.ts';
import { plainBlock, recordsIn, rowsOf, type TextBlock, textIn, textRows } from './source-blocks.ts';

/** What is known of a row before it is read: a word that stands in it, and the hash of its cells. */
export interface RowHint {
  readonly word: string;
  readonly hash: Uint8Array;
}

export interface OpenBlock {
  row(row: number, hint?: RowHint): RawRow | undefined;
}

/** From so many rows on, or lines to look at for one, it takes less to read them all. */
const FEW = 12;
const LF = 0x0a;
const CR = 0x0d;

function readWhole(rows: readonly RawRow[]): OpenBlock {
  const byNumber = new Map(rows.map((raw) => [raw.row, raw]));
  return { row: (row) => byNumber.get(row) };
}

/** Where the line begins that `at` lies in. Inside a quoted cell no record begins there: what is read is held against the hash of the row. */
function lineStart(bytes: Buffer, at: number): number {
  if (at === 0) return 0;
  return Math.max(bytes.lastIndexOf(LF, at - 1), bytes.lastIndexOf(CR, at - 1)) + 1;
}

function recordAt(block: TextBlock, start: number, row: number): RawRow | undefined {
  const { end } = cutRecords(block.bytes, start, block.delimiter, true, 1);
  return recordsIn({ ...block, bytes: block.bytes.subarray(start, end), firstRow: row })?.[0];
}

/** The row with this hash, found by a word of it; not where the word stands in many lines. */
function byHint(block: TextBlock, row: number, { word, hash }: RowHint): RawRow | undefined {
  const { bytes } = block;
  let at = bytes.indexOf(word, 0, 'latin1');
  for (let line = 0; at >= 0 && line < FEW; line += 1) {
    const start = lineStart(bytes, at);
    const raw = recordAt(block, start, row);
    if (raw !== undefined && Buffer.compare(hashOfRow(raw.cells), hash) === 0) return raw;
    const next = bytes.indexOf(LF, at);
    at = next < 0 ? -1 : bytes.indexOf(word, next, 'latin1');
  }
  return undefined;
}

function readInPlaces(block: TextBlock): OpenBlock {
  let asked = 0;
  let whole: OpenBlock | null = null;
  return {
    row(row, hint) {
      asked += 1;
      const found = whole === null && asked <= FEW && hint !== undefined ? byHint(block, row, hint) : undefined;
      if (found !== undefined) return found;
      whole ??= readWhole(textRows(block));
      return whole.row(row);
    },
  };
}

export function openBlock(packed: Uint8Array): OpenBlock {
  const bytes = plainBlock(packed);
  const text = textIn(bytes);
  if (text === null) return readWhole(rowsOf(bytes));
  return isCuttable(text.encoding, text.delimiter) ? readInPlaces(text) : readWhole(textRows(text));
}
