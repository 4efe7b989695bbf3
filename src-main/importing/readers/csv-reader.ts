/** Opens a text file as a table: encoding, delimiter and header found, records streamed in batches. */

import { createReadStream } from 'node:fs';
import type { Encoding } from '../../../src-shared/contract/imports.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { csvRecords, isEmptyRow, type QuoteOpen, type RecordsFault } from './csv-records.ts';
import { decoderFor, detectEncoding } from './detect-encoding.ts';
import { findHeader, type HeaderFound, headerSearchRows } from './find-header.ts';
import { lastRecord } from './last-record.ts';
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
  /** Known when it was read to its end: it ends inside of a quoted cell. */
  openEnd: QuoteOpen | null;
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

/** All whole records, also empty ones, in pieces as they come. */
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
  const fault = reader.end();
  source.openEnd = fault?.kind === 'quote-open' ? fault : null;
  yield taken(source.openEnd === null ? fault : null);
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

/** The record that the file breaks off in; none where it does not. */
function brokenRows({ openEnd, name }: Source, delimiter: string, width: number): readonly RawRow[] {
  if (openEnd === null) return [];
  const last = lastRecord(openEnd, delimiter, width);
  if (last === null) throw problemOf(openEnd, name);
  return [last];
}

/** The records beneath the header; empty ones at the end of the file are no records. */
async function* rowsBelow(
  source: Source,
  delimiter: string,
  { row: headerRow, header }: HeaderFound,
): AsyncGenerator<readonly RawRow[]> {
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
  const broken = brokenRows(source, delimiter, header.length);
  if (broken.length > 0) batch.push(...empties, ...broken);
  if (batch.length > 0) yield batch;
}

export async function openCsv(path: string, name: string, options: ReadOptions): Promise<Table> {
  const encoding = options.encoding ?? (await detectEncoding(path, options.fromBeginning));
  const source: Source = {
    path,
    name,
    encoding,
    cancelled: options.cancelled ?? (() => false),
    read: 0,
    openEnd: null,
  };
  const delimiter = sniffDelimiter(await beginning(source));
  const found = findHeader(await firstRows(source, delimiter));
  if (found === null)
    throw source.openEnd ? problemOf(source.openEnd, name) : new Problem('file-has-no-header', { name });
  return {
    format: 'csv',
    encoding,
    delimiter,
    sheet: null,
    otherSheets: [],
    headerRow: found.row,
    header: found.header,
    above: found.above,
    rows: () => rowsBelow(source, delimiter, found),
    bytesRead: () => source.read,
  };
}
