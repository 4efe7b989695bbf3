/**
 * Text to records: RFC 4180, and what real exports do besides (unquoted `="123"`, LF, CR and CRLF mixed, quotes inside quotes
 * that are not doubled). Fed in pieces, keeps no more than one cell.
 */

import { CELL_END, HIGH, HIGH_STEP, LOW, LOW_STEP } from './row-hash.ts';

/** A quote that never closes would swallow the rest of the file: beyond this it is called broken. */
export const longestCell = 1 << 20;

/** The text ends inside of a quoted cell. */
export interface QuoteOpen {
  readonly kind: 'quote-open';
  readonly record: number;
  /** The cells of the record before it. */
  readonly cells: readonly string[];
  /** What stands behind the opening quote, as it stands. */
  readonly open: string;
}

/** What stopped the reading: the caller makes a Problem of it. */
export type RecordsFault = { readonly kind: 'too-many-columns' | 'cell-endless'; readonly record: number } | QuoteOpen;

export interface CsvRecords {
  /** Takes a piece of text; complete records go to `onRecord`. Stops at a fault and returns it. */
  write(text: string): RecordsFault | null;
  end(): RecordsFault | null;
}

export function isEmptyRow({ cells }: { readonly cells: readonly string[] }): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;

/** What was seen of a record while it was cut, so that nobody need go through its cells once more. Holds until the next record. */
export interface Seen {
  /** Of each cell: the bits of all its signs together, see `signBits`. */
  signs: Uint8Array<ArrayBuffer>;
  /** At 0 and 1 both halves of the record's hash, unfinished: see `row-hash`. */
  readonly hash: Int32Array;
}

/** A bit of its own beside those that are asked for: a delimiter or a line break. */
const BREAK = 0x80;
const SIGNS = 0x1_0000;
const NOTHING_ASKED = new Uint8Array(SIGNS);
const FIRST_COLUMNS = 128;

/** The units of a text lie here while it is read: lent to one reading at a time. */
let lent: Uint16Array<ArrayBuffer> | null = null;

function unitsOf(text: string): Uint16Array<ArrayBuffer> {
  const room = lent !== null && lent.length >= text.length ? lent : new Uint16Array(text.length);
  lent = null;
  // Both are little-endian on all machines that Node runs on.
  Buffer.from(room.buffer).write(text, 'utf16le');
  return room;
}

/** What is known of the open record and of the cell that was gone through last. One of each, in this order. */
const [HASH_HIGH, HASH_LOW, CELL_HIGH, CELL_LOW, CELL_SIGNS] = [0, 1, 2, 3, 4];

/** Goes on to the cell's end, where a sign breaks it; notes what the cell would make of the record's hash. */
function endOfPlain(units: Uint16Array, from: number, end: number, bits: Uint8Array, known: Int32Array): number {
  let high = known[HASH_HIGH] ?? 0;
  let low = known[HASH_LOW] ?? 0;
  let signs = 0;
  let at = from;
  for (; at < end; at += 1) {
    const code = units[at] ?? 0;
    const sign = bits[code] ?? 0;
    if (sign === BREAK) break;
    signs |= sign;
    high = Math.imul(high ^ code, HIGH_STEP);
    low = Math.imul(low ^ code, LOW_STEP);
  }
  known[CELL_HIGH] = high;
  known[CELL_LOW] = low;
  known[CELL_SIGNS] = signs;
  return at;
}

/** The same of a cell that stood in quotes: here delimiters and line breaks are signs like others. */
function noteQuoted(value: string, signBits: Uint8Array, known: Int32Array): void {
  let high = known[HASH_HIGH] ?? 0;
  let low = known[HASH_LOW] ?? 0;
  let signs = 0;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    signs |= signBits[code] ?? 0;
    high = Math.imul(high ^ code, HIGH_STEP);
    low = Math.imul(low ^ code, LOW_STEP);
  }
  known[CELL_HIGH] = high;
  known[CELL_LOW] = low;
  known[CELL_SIGNS] = signs;
}

function afterSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at += 1;
  return at;
}

/** The quote that closes the cell which opens at `from`; -1: it is not in this text, or more text is needed to know. */
function closingQuote(text: string, from: number, separator: number, final: boolean): number {
  for (let search = from + 1; ; ) {
    const quote = text.indexOf('"', search);
    if (quote < 0) return -1;
    if (text.charCodeAt(quote + 1) === QUOTE) {
      search = quote + 2;
      continue;
    }
    const after = afterSpaces(text, quote + 1);
    if (after >= text.length) return final ? quote : -1;
    const code = text.charCodeAt(after);
    if (code === separator || code === CR || code === LF) return quote;
    // A lone quote in the middle of a quoted cell: it is meant literally.
    search = quote + 1;
  }
}

/**
 * Splits text at `delimiter` (one character). `onRecord` gets each record's number (from 1) and cells. `signBits`: by its unit, what is asked
 * of each sign; of seven bits. `longest`: what may wait for the end of its cell.
 */
export function csvRecords(
  delimiter: string,
  maxColumns: number,
  onRecord: (record: number, cells: string[], seen: Seen) => void,
  signBits: Uint8Array = NOTHING_ASKED,
  longest = longestCell,
): CsvRecords {
  const separator = delimiter.charCodeAt(0);
  const bits = new Uint8Array(signBits);
  for (const code of [separator, LF, CR]) bits[code] = BREAK;
  const known = Int32Array.of(HIGH, LOW, 0, 0, 0);
  const seen: Seen = { signs: new Uint8Array(FIRST_COLUMNS), hash: known };
  let rest = '';
  let record = 1;
  let cells: string[] = [];

  /** Ends the cell at `at`; returns where the next one starts, or -1 when more text is needed to know. */
  const closeCell = (text: string, at: number, value: string, final: boolean): number => {
    const code = at < text.length ? text.charCodeAt(at) : -1;
    if (code === CR && at + 1 === text.length && !final) return -1;
    const column = cells.push(value) - 1;
    if (column === seen.signs.length) seen.signs = new Uint8Array(seen.signs.buffer.transfer(2 * column));
    seen.signs[column] = known[CELL_SIGNS] ?? 0;
    known[HASH_HIGH] = Math.imul((known[CELL_HIGH] ?? 0) ^ CELL_END, HIGH_STEP);
    known[HASH_LOW] = Math.imul((known[CELL_LOW] ?? 0) ^ CELL_END, LOW_STEP);
    if (code === separator) return at + 1;
    onRecord(record, cells, seen);
    record++;
    cells = [];
    known[HASH_HIGH] = HIGH;
    known[HASH_LOW] = LOW;
    return code === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
  };

  const quotedCell = (text: string, from: number, final: boolean): number => {
    const quote = closingQuote(text, from, separator, final);
    if (quote < 0) return -1;
    const words = text.slice(from + 1, quote);
    const value = words.includes('""') ? words.replaceAll('""', '"') : words;
    noteQuoted(value, signBits, known);
    return closeCell(text, afterSpaces(text, quote + 1), value, final);
  };

  const plainCell = (text: string, units: Uint16Array, from: number, final: boolean): number => {
    const at = endOfPlain(units, from, text.length, bits, known);
    return at === text.length && !final ? -1 : closeCell(text, at, text.slice(from, at), final);
  };

  const cut = (text: string, units: Uint16Array, final: boolean): RecordsFault | null => {
    let at = 0;
    while (at < text.length || (final && cells.length > 0)) {
      const isQuoted = at < text.length && units[at] === QUOTE;
      const next = isQuoted ? quotedCell(text, at, final) : plainCell(text, units, at, final);
      if (next < 0) break;
      if (cells.length > maxColumns) return { kind: 'too-many-columns', record };
      at = next;
    }
    rest = text.slice(at);
    if (final && rest !== '') return { kind: 'quote-open', record, cells, open: rest.slice(1) };
    return rest.length > longest ? { kind: 'cell-endless', record } : null;
  };

  const read = (text: string, final: boolean): RecordsFault | null => {
    const units = unitsOf(text);
    const fault = cut(text, units, final);
    lent = units;
    return fault;
  };

  return {
    write: (text) => read(rest + text, false),
    end: () => read(rest, true),
  };
}
