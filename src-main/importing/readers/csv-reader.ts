/** Opens a text file as a table: encoding, delimiter and header found, records streamed in batches. */

import { createReadStream } from 'node:fs';
import type { Encoding } from '../../../src-shared/contract/imports.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { csvRecords, type RecordsFault } from './csv-records.ts';
import { decoderFor, detectEncoding } from './detect-encoding.ts';
import { findHeader, headerSearchRows } from './find-header.ts';
import { maxColumns, rowsPerBatch } from './limits.ts';
import type { RawRow, ReadOptions, Table } from './reader.ts';
import { sniffDelimiter } from './sniff-delimiter.ts';

const CHUNK_BYTES = 1 << 18;
const SNIFF_CHARACTERS = 1 << 17;

interface Source {
  readonly path: string;
  readonly name: string;
  readonly encoding: Encoding;
  readonly cancelled: () => boolean;
  /** Bytes handed out so far. */
  read: number;
}

async function* texts(source: Source): AsyncGenerator<string> {
  const decoder = decoderFor(source.encoding);
  const stream = createReadStream(source.path, { highWaterMark: CHUNK_BYTES });
  source.read = 0;
  try {
    for await (const chunk of stream) {
      if (source.cancelled()) throw new Problem('import-cancelled', {});
      // Without an encoding set, a file stream gives Buffers.
      const bytes = chunk as Buffer;
      source.read += bytes.length;
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('file-unreadable', { name: source.name });
  } finally {
    stream.destroy();
  }
}

function problemOf(fault: RecordsFault, name: string): Problem {
  if (fault.kind === 'too-many-columns') return new Problem('file-has-too-many-columns', { name, limit: maxColumns });
  return new Problem('file-is-damaged', { name, where: `第 ${fault.record} 行 (row ${fault.record})` });
}

/** All records, also empty ones, in pieces as they come. */
async function* records(source: Source, delimiter: string): AsyncGenerator<readonly RawRow[]> {
  let ready: RawRow[] = [];
  const reader = csvRecords(delimiter, maxColumns, (row, cells) => ready.push({ row, cells }));
  const taken = (fault: RecordsFault | null): readonly RawRow[] => {
    if (fault !== null) throw problemOf(fault, source.name);
    const rows = ready;
    ready = [];
    return rows;
  };
  for await (const text of texts(source)) yield taken(reader.write(text));
  yield taken(reader.end());
}

async function firstRows(source: Source, delimiter: string): Promise<readonly RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of records(source, delimiter)) {
    rows.push(...batch.slice(0, headerSearchRows));
    if (rows.length >= headerSearchRows) break;
  }
  return rows;
}

async function beginning(source: Source): Promise<string> {
  let text = '';
  for await (const piece of texts(source)) {
    text += piece;
    if (text.length >= SNIFF_CHARACTERS) break;
  }
  return text;
}

function isEmptyRow(row: RawRow): boolean {
  return row.cells.every((cell) => cell === '' || cell.trim() === '');
}

/** The records beneath the header; empty ones at the end of the file are no records. */
async function* rowsBelow(source: Source, delimiter: string, headerRow: number): AsyncGenerator<readonly RawRow[]> {
  let batch: RawRow[] = [];
  let empties: RawRow[] = [];
  for await (const piece of records(source, delimiter)) {
    for (const row of piece) {
      if (row.row <= headerRow) continue;
      if (isEmptyRow(row)) {
        // A file of a million line breaks is not a million rows.
        if (empties.length < rowsPerBatch) empties.push(row);
        continue;
      }
      batch.push(...empties, row);
      if (empties.length > 0) empties = [];
      if (batch.length >= rowsPerBatch) {
        yield batch;
        batch = [];
      }
    }
  }
  if (batch.length > 0) yield batch;
}

export async function openCsv(path: string, name: string, options: ReadOptions): Promise<Table> {
  const encoding = options.encoding ?? (await detectEncoding(path, options.fromBeginning));
  const source: Source = { path, name, encoding, cancelled: options.cancelled ?? (() => false), read: 0 };
  const delimiter = sniffDelimiter(await beginning(source));
  const found = findHeader(await firstRows(source, delimiter));
  if (found === null) throw new Problem('file-has-no-header', { name });
  return {
    format: 'csv',
    encoding,
    delimiter,
    sheet: null,
    otherSheets: [],
    headerRow: found.row,
    header: found.header,
    above: found.above,
    rows: () => rowsBelow(source, delimiter, found.row),
    bytesRead: () => source.read,
  };
}
