/**
 * Raw rows in compressed blocks of about 500, so that every number reaches its cell. Between a reader and the ledger's `source_block`.
 * A block is a JSON array of [record number, cell, cell, …], or of a text file the records as they stand in it: its delimiter, the number
 * of the first record, a line feed, and the text.
 */

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { csvRecords } from './readers/csv-records.ts';
import { maxColumns } from './readers/limits.ts';
import type { RawRow } from './readers/reader.ts';

export const rowsPerBlock = 500;

// Deflate and not zstd: every Electron the program runs in has it.
const LEVEL = 1;
const OF_JSON = '[';

export function packBlock(rows: readonly RawRow[]): Buffer {
  return deflateRawSync(Buffer.from(JSON.stringify(rows.map(({ row, cells }) => [row, ...cells]))), { level: LEVEL });
}

/** `text`: whole records, one after the other, the first with this number. */
export function packText(delimiter: string, firstRow: number, text: string): Buffer {
  return deflateRawSync(Buffer.from(`${delimiter}${firstRow}\n${text}`), { level: LEVEL });
}

function rawRowOf(entry: unknown): RawRow {
  if (!Array.isArray(entry)) throw new TypeError('a source block holds something that is no row');
  const [row, ...cells] = entry as readonly unknown[];
  return { row: Number(row), cells: cells.map(String) };
}

function rowsOfText(block: string): readonly RawRow[] {
  const [delimiter = ','] = block;
  const start = block.indexOf('\n');
  const before = Number(block.slice(delimiter.length, start)) - 1;
  const rows: RawRow[] = [];
  const reader = csvRecords(delimiter, maxColumns, (record, cells) => rows.push({ row: before + record, cells }));
  const fault = reader.write(block.slice(start + 1)) ?? reader.end();
  if (fault !== null) throw new TypeError('a source block holds text that is no records');
  return rows;
}

export function unpackBlock(block: Uint8Array): readonly RawRow[] {
  const text = inflateRawSync(block).toString('utf8');
  if (!text.startsWith(OF_JSON)) return rowsOfText(text);
  const entries: unknown = JSON.parse(text);
  if (!Array.isArray(entries)) throw new TypeError('a source block holds no rows');
  return entries.map(rawRowOf);
}
