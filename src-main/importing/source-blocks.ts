/** Raw rows in compressed blocks of about 500, so that every number reaches its cell. Between a reader and the ledger's `source_block`. */

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { RawRow } from './readers/reader.ts';

export const rowsPerBlock = 500;

// Deflate and not zstd: every Electron the program runs in has it.
const LEVEL = 3;

/** A block: a JSON array of [record number, cell, cell, …]. */
export function packBlock(rows: readonly RawRow[]): Buffer {
  return deflateRawSync(Buffer.from(JSON.stringify(rows.map(({ row, cells }) => [row, ...cells]))), { level: LEVEL });
}

function rawRowOf(entry: unknown): RawRow {
  if (!Array.isArray(entry)) throw new TypeError('a source block holds something that is no row');
  const [row, ...cells] = entry as readonly unknown[];
  return { row: Number(row), cells: cells.map(String) };
}

export function unpackBlock(block: Uint8Array): readonly RawRow[] {
  const entries: unknown = JSON.parse(inflateRawSync(block).toString('utf8'));
  if (!Array.isArray(entries)) throw new TypeError('a source block holds no rows');
  return entries.map(rawRowOf);
}
