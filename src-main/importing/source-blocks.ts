/**
 * Raw rows in compressed blocks of about 500, so that every number reaches its cell. Between a reader and the ledger's `source_block`.
 * A block is a JSON array of [record number, cell, cell, …], or of a text file the very bytes of its records: behind a line that names
 * its delimiter, the number of the first record and its encoding (UTF-8 where it names none).
 */

// As a whole: a runtime without the younger method has no such name to import.
import zlib from 'node:zlib';
import type { Encoding } from '../../src-shared/contract/imports.ts';
import { csvRecords } from './readers/csv-records.ts';
import { decoderFor } from './readers/detect-encoding.ts';
import { maxColumns } from './readers/limits.ts';
import type { RawRow } from './readers/reader.ts';

export const rowsPerBlock = 500;

const LEVEL = 1;
const OF_JSON = '['.charCodeAt(0);
const LINE_FEED = 0x0a;
/** What a zstd frame begins with; no deflated block does. */
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

/** A block takes less packed: its bytes come in one piece. */
const PACKED_BYTES = 128 * 1024;

/** A runtime may lack the younger method, which takes a third of the time. */
function compressed(bytes: Uint8Array): Buffer {
  // Node's types know the function, the runtime may not.
  const younger: typeof zlib.zstdCompressSync | undefined = zlib.zstdCompressSync;
  if (younger === undefined) return zlib.deflateRawSync(bytes, { level: LEVEL });
  return younger(bytes, { params: { [zlib.constants.ZSTD_c_compressionLevel]: LEVEL }, chunkSize: PACKED_BYTES });
}

/** Blocks come to about so much; a smaller buffer would be gathered from pieces. */
const PLAIN_BYTES = 256 * 1024;

export function plainBlock(block: Uint8Array): Buffer {
  const isZstd = ZSTD.equals(block.subarray(0, ZSTD.length));
  const options = { chunkSize: PLAIN_BYTES };
  return isZstd ? zlib.zstdDecompressSync(block, options) : zlib.inflateRawSync(block, options);
}

export function packBlock(rows: readonly RawRow[]): Buffer {
  return compressed(Buffer.from(JSON.stringify(rows.map(({ row, cells }) => [row, ...cells]))));
}

/** `bytes`: whole records, one after the other, the first with this number. */
export function packBytes(encoding: Encoding, delimiter: string, firstRow: number, bytes: Uint8Array): Buffer {
  return compressed(Buffer.concat([Buffer.from(`${delimiter}${firstRow} ${encoding}\n`), bytes]));
}

function rawRowOf(entry: unknown): RawRow {
  if (!Array.isArray(entry)) throw new TypeError('a source block holds something that is no row');
  const [row, ...cells] = entry as readonly unknown[];
  return { row: Number(row), cells: cells.map(String) };
}

/** Whole records as they stand in their file. */
export interface TextBlock {
  readonly bytes: Buffer;
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** Number of the first record. */
  readonly firstRow: number;
}

/** null: the block holds no text but rows. */
export function textIn(plain: Buffer): TextBlock | null {
  if (plain[0] === OF_JSON) return null;
  const start = plain.indexOf(LINE_FEED);
  const head = plain.toString('latin1', 0, start);
  const [delimiter = ','] = head;
  const [first = '', encoding = 'utf-8'] = head.slice(delimiter.length).split(' ');
  // Written by packBytes.
  return { bytes: plain.subarray(start + 1), encoding: encoding as Encoding, delimiter, firstRow: Number(first) };
}

/** null: these bytes are no whole records. */
export function recordsIn({ bytes, encoding, delimiter, firstRow }: TextBlock): readonly RawRow[] | null {
  const decoder = decoderFor(encoding, { fatal: false, ignoreBOM: true });
  const rows: RawRow[] = [];
  const reader = csvRecords(delimiter, maxColumns, (record, cells) => rows.push({ row: firstRow - 1 + record, cells }));
  return (reader.write(decoder.decode(bytes)) ?? reader.end()) === null ? rows : null;
}

export function textRows(block: TextBlock): readonly RawRow[] {
  const rows = recordsIn(block);
  if (rows === null) throw new TypeError('a source block holds text that is no records');
  return rows;
}

export function rowsOf(plain: Buffer): readonly RawRow[] {
  const entries: unknown = JSON.parse(plain.toString('utf8'));
  if (!Array.isArray(entries)) throw new TypeError('a source block holds no rows');
  return entries.map(rawRowOf);
}

export function unpackBlock(block: Uint8Array): readonly RawRow[] {
  const bytes = plainBlock(block);
  const text = textIn(bytes);
  return text === null ? rowsOf(bytes) : textRows(text);
}
