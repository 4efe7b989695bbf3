/**
 * Cuts a text file into pieces of whole records without decoding it: in UTF-8, GB18030 and the single-byte encodings no part of a
 * character looks like a quote, a comma, a tab, a semicolon or a line break. Says of the same bytes what `csv-records` says of their
 * text. Between a file and the reading threads.
 */

import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import type { Encoding } from '../../../src-shared/contract/imports.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { longestCell } from './csv-records.ts';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
/** About 500 records of a marketplace's export: one block of the ledger. */
const PIECE_BYTES = 160 * 1024;
/** A character takes at most four bytes. */
const LONGEST_CELL_BYTES = longestCell * 4;
const NOWHERE = Number.POSITIVE_INFINITY;

/** Can files of this encoding be cut at bytes, with this delimiter? GB18030 has `|` inside of characters, UTF-16 everything. */
export function isCuttable(encoding: Encoding | null, delimiter: string | null): boolean {
  const plain = encoding === 'utf-8' || encoding === 'gb18030' || encoding === 'windows-1252';
  return plain && (delimiter === ',' || delimiter === '\t' || delimiter === ';');
}

/** Where a quoted cell that starts at `from` ends: at its delimiter or line break; -1: not in these bytes. */
function endOfQuoted(bytes: Buffer, from: number, separator: number, final: boolean): number {
  for (let search = from + 1; ; ) {
    const quote = bytes.indexOf(QUOTE, search);
    if (quote < 0) return -1;
    if (bytes[quote + 1] === QUOTE) {
      search = quote + 2;
      continue;
    }
    let after = quote + 1;
    while (bytes[after] === SPACE) after += 1;
    if (after >= bytes.length) return final ? bytes.length : -1;
    const code = bytes[after];
    if (code === separator || code === CR || code === LF) return after;
    search = quote + 1;
  }
}

export interface Cut {
  /** Where the last whole record ends, its line break included. */
  readonly end: number;
  readonly records: number;
}

/** Whole records from `start` on, at most `most`. `final`: the file ends with these bytes, so does the last record. */
export function cutRecords(bytes: Buffer, start: number, separator: string, final: boolean, most = NOWHERE): Cut {
  const sep = separator.charCodeAt(0);
  const next = (code: number, from: number): number => {
    const found = bytes.indexOf(code, from);
    return found < 0 ? NOWHERE : found;
  };
  let [lf, cr, quote] = [-1, -1, -1];
  let record = start;
  let from = start;
  let records = 0;
  while (records < most && from < bytes.length) {
    if (lf < from) lf = next(LF, from);
    if (cr < from) cr = next(CR, from);
    if (quote < from) quote = next(QUOTE, from);
    const end = Math.min(lf, cr);
    if (quote < end) {
      if (quote !== record && bytes[quote - 1] !== sep) {
        from = quote + 1;
        // The line break found still stands; only the next quote is looked for.
        if (lf !== NOWHERE && lf < from) lf = -1;
        continue;
      }
      const after = endOfQuoted(bytes, quote, sep, final);
      if (after < 0) break;
      from = bytes[after] === sep ? after + 1 : after;
      continue;
    }
    if (end === NOWHERE) break;
    // Whether a line feed follows is not known yet.
    if (end === cr && end + 1 === bytes.length && !final) break;
    record = end === cr && bytes[end + 1] === LF ? end + 2 : end + 1;
    from = record;
    records += 1;
  }
  if (final && records < most && record < bytes.length) return { end: bytes.length, records: records + 1 };
  return { end: record, records };
}

export interface Piece {
  /** Bytes of whole records; the last piece of a damaged file may end inside of one. */
  readonly bytes: Buffer;
  /** Record number of the first. */
  readonly firstRow: number;
  readonly records: number;
}

export interface CutFile {
  /** The records beneath the header, piece by piece. */
  pieces(): AsyncIterable<Piece>;
  bytesRead(): number;
  /** Of the whole file; known when all pieces are read. */
  sha256(): string;
}

const mark = Buffer.from([0xef, 0xbb, 0xbf]);
const NOTHING: Buffer = Buffer.alloc(0);

/** Bytes that nobody else has: a piece may be sent away with what they lie in. */
function roomFor(rest: Buffer, more: number): Buffer {
  const room = Buffer.from(new ArrayBuffer(rest.length + more));
  rest.copy(room);
  return room;
}

export function cutFile(path: string, name: string, separator: string, headerRow: number): CutFile {
  const hash = createHash('sha256');
  let read = 0;
  let row = 1;

  /** The whole records of these bytes beneath the header, and where what is left of them begins. */
  function cut(
    bytes: Buffer,
    isFirst: boolean,
    final: boolean,
  ): { readonly piece: Piece | null; readonly end: number } {
    let start = isFirst && bytes.subarray(0, mark.length).equals(mark) ? mark.length : 0;
    if (row <= headerRow) {
      const above = cutRecords(bytes, start, separator, final, headerRow + 1 - row);
      row += above.records;
      start = above.end;
    }
    if (row <= headerRow) return { piece: null, end: start };
    const { end, records } = cutRecords(bytes, start, separator, final);
    const piece = records === 0 ? null : { bytes: bytes.subarray(start, end), firstRow: row, records };
    row += records;
    return { piece, end };
  }

  async function* pieces(): AsyncGenerator<Piece> {
    const file = openSync(path, 'r');
    let rest = NOTHING;
    let isFirst = true;
    try {
      for (;;) {
        const room = roomFor(rest, PIECE_BYTES);
        // At once: a way through the pool of threads takes longer than the reading, and each piece is handed on to others anyway.
        const bytesRead = readSync(file, room, rest.length, PIECE_BYTES, null);
        const final = bytesRead === 0;
        const bytes = room.subarray(0, rest.length + bytesRead);
        hash.update(bytes.subarray(rest.length));
        read += bytesRead;
        const { piece, end } = cut(bytes, isFirst, final);
        // A copy, for the piece may take its bytes away; and only now, for a piece is all but a record of them.
        rest = Buffer.from(bytes.subarray(end));
        if (rest.length > LONGEST_CELL_BYTES)
          throw new Problem('file-is-damaged', { name, where: `第 ${row} 行 (row ${row})` });
        if (piece !== null) yield piece;
        if (final) return;
        isFirst = isFirst && piece === null && end === 0;
      }
    } finally {
      closeSync(file);
    }
  }

  async function* withProblems(): AsyncGenerator<Piece> {
    try {
      yield* pieces();
    } catch (error) {
      throw error instanceof Problem ? error : new Problem('file-unreadable', { name });
    }
  }

  return { pieces: withProblems, bytesRead: () => read, sha256: () => hash.digest('hex') };
}
