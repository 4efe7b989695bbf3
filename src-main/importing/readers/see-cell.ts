/**
 * Cells and rows as spreadsheet programs write them, seen at once in the bytes of their XML: see see-text.ts. Formulas and attributes that
 * are rare are left to the scanner.
 */

import {
  behindClosing,
  behindName,
  GREATER,
  LESS,
  localName,
  newSeen,
  type Seen,
  SLASH,
  SPACE,
  seeInlineText,
  seeText,
  standsAt,
} from './see-text.ts';

export type CellType = 'number' | 'shared' | 'inline' | 'text';

export interface SeenCell extends Seen {
  /** 0-based; -1 when the cell does not say. */
  column: number;
  style: number;
  type: CellType;
  /** Of a shared text. */
  index: number;
  /** A number written as we would write it: no sign, no exponent, no zeros that say nothing. */
  isPlain: boolean;
}

export function newSeenCell(): SeenCell {
  return { ...newSeen(), column: -1, style: 0, type: 'number', index: 0, isPlain: false };
}

const EQUALS = 61;
const QUOTE = 34;
const APOSTROPHE = 39;
const POINT = 46;
const ZERO = 48;
const [LETTER_C, LETTER_N, LETTER_O, LETTER_R, LETTER_S, LETTER_T, LETTER_V, LETTER_W] = [
  99, 110, 111, 114, 115, 116, 118, 119,
];
/** More would not fit a whole number. */
const MOST_DIGITS = 9;
/** Spreadsheets keep no more; see `numberText`. */
const SIGNIFICANT_DIGITS = 15;

function isNameByte(byte: number): boolean {
  return byte > SPACE && byte !== QUOTE && byte !== APOSTROPHE && byte !== SLASH && (byte < LESS || byte > GREATER);
}

/** Digits that number a shared text; returns what stands behind them. */
function seeIndex(bytes: Buffer, at: number, cell: SeenCell): number {
  let next = at;
  let index = 0;
  for (;;) {
    const digit = (bytes[next] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) break;
    index = index * 10 + digit;
    next++;
  }
  cell.from = at;
  cell.to = next;
  cell.index = index;
  return next <= at + MOST_DIGITS ? next : 0;
}

/** A number, plain or not; returns the `<` behind it. */
function seeNumber(bytes: Buffer, at: number, cell: SeenCell): number {
  let next = at;
  let point = -1;
  for (;;) {
    const byte = bytes[next] ?? 0;
    if (byte === POINT && point < 0) point = next;
    else if (byte < ZERO || byte > 57) break;
    next++;
  }
  cell.isPlain = false;
  if (bytes[next] !== LESS || next - at > SIGNIFICANT_DIGITS) return seeText(bytes, at, cell);
  cell.from = at;
  cell.to = next;
  cell.isAscii = true;
  cell.isCoded = false;
  const isTrimmed = point < 0 || (point < next - 1 && bytes[next - 1] !== ZERO);
  cell.isPlain = isTrimmed && point !== at && (bytes[at] !== ZERO || next - at === 1 || point === at + 1);
  return next;
}

/** `<v>…</v>` at `at`. */
function seeValue(bytes: Buffer, at: number, cell: SeenCell): number {
  const from = behindName(bytes, at + 1, LETTER_V);
  if (bytes[at] !== LESS || from === 0) return 0;
  const less =
    cell.type === 'shared'
      ? seeIndex(bytes, from, cell)
      : cell.type === 'number'
        ? seeNumber(bytes, from, cell)
        : seeText(bytes, from, cell);
  return less === 0 ? 0 : behindClosing(bytes, less, LETTER_V);
}

/** The value of r="BC12" at `at`; sets the column. Returns its closing quote; 0 when it is none. */
function seeReference(bytes: Buffer, at: number, cell: SeenCell): number {
  let column = 0;
  let next = at;
  for (;;) {
    const letter = (bytes[next] ?? 0) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    next++;
  }
  if (next === at || next > at + 3) return 0;
  cell.column = column - 1;
  for (;;) {
    const byte = bytes[next] ?? 0;
    if (byte === QUOTE) return next;
    if (byte === 0) return 0;
    next++;
  }
}

/** The value of s="12" at `at`. */
function seeStyle(bytes: Buffer, at: number, cell: SeenCell): number {
  const next = seeIndex(bytes, at, cell);
  cell.style = cell.index;
  return bytes[next] === QUOTE && next > at ? next : 0;
}

const inlineWord = Buffer.from('inlineStr"');
const textWord = Buffer.from('str"');

/** The value of t="…" at `at`. */
function seeType(bytes: Buffer, at: number, cell: SeenCell): number {
  const first = bytes[at];
  if (bytes[at + 1] === QUOTE && (first === LETTER_S || first === LETTER_N)) {
    cell.type = first === LETTER_S ? 'shared' : 'number';
    return at + 1;
  }
  if (standsAt(bytes, at, inlineWord)) {
    cell.type = 'inline';
    return at + inlineWord.length - 1;
  }
  if (!standsAt(bytes, at, textWord)) return 0;
  cell.type = 'text';
  return at + textWord.length - 1;
}

/** The attributes of a cell from `at` on; returns the `>` or `/` behind them; 0 when there are others than r, s and t. */
function seeAttributes(bytes: Buffer, at: number, cell: SeenCell): number {
  cell.column = -1;
  cell.style = 0;
  cell.type = 'number';
  let next = at;
  while (bytes[next] === SPACE) {
    if (bytes[next + 2] !== EQUALS || bytes[next + 3] !== QUOTE) return 0;
    const name = bytes[next + 1];
    let quote = 0;
    if (name === LETTER_R) quote = seeReference(bytes, next + 4, cell);
    else if (name === LETTER_T) quote = seeType(bytes, next + 4, cell);
    else if (name === LETTER_S) quote = seeStyle(bytes, next + 4, cell);
    if (quote === 0) return 0;
    next = quote + 1;
  }
  return next;
}

/** A cell whose `<` is at `at`. */
export function seeCell(bytes: Buffer, at: number, cell: SeenCell): boolean {
  const name = bytes[at + 1] === LETTER_C ? at + 1 : localName(bytes, at + 1);
  if (bytes[name] !== LETTER_C) return false;
  let next = seeAttributes(bytes, name + 1, cell);
  if (next === 0) return false;
  cell.from = next;
  cell.to = next;
  if (bytes[next] === SLASH) {
    cell.end = next + 2;
    return bytes[next + 1] === GREATER;
  }
  if (bytes[next] !== GREATER) return false;
  next++;
  if (bytes[next + 1] !== SLASH)
    next = cell.type === 'inline' ? seeInlineText(bytes, next, cell) : seeValue(bytes, next, cell);
  if (next === 0) return false;
  cell.end = behindClosing(bytes, next, LETTER_C);
  return cell.end > 0;
}

/** Behind `name="…"` at `at`; 0 when something else stands there. */
function behindAttribute(bytes: Buffer, at: number): number {
  let next = at;
  while (isNameByte(bytes[next] ?? 0)) next++;
  if (next === at || bytes[next] !== EQUALS || bytes[next + 1] !== QUOTE) return 0;
  next += 2;
  for (;;) {
    const byte = bytes[next] ?? 0;
    if (byte === QUOTE) return next + 1;
    if (byte === 0) return 0;
    next++;
  }
}

/** `<row r="12" …>` at `at`; its number is the index, -1 when it does not say. */
export function seeRow(bytes: Buffer, at: number, cell: SeenCell): boolean {
  let next = localName(bytes, at + 1);
  if (bytes[next] !== LETTER_R || bytes[next + 1] !== LETTER_O || bytes[next + 2] !== LETTER_W) return false;
  next += 3;
  let number = -1;
  while (bytes[next] === SPACE) {
    if (bytes[next + 1] === LETTER_R && bytes[next + 2] === EQUALS) {
      const from = next + 4;
      next = seeIndex(bytes, from, cell);
      if (next <= from || bytes[from - 1] !== QUOTE || bytes[next] !== QUOTE) return false;
      number = cell.index;
    } else {
      next = behindAttribute(bytes, next + 1) - 1;
      if (next < 0) return false;
    }
    next++;
  }
  cell.index = number;
  cell.end = next + 1;
  return bytes[next] === GREATER;
}

/** `</row>` at `at`. */
export function seeRowEnd(bytes: Buffer, at: number, seen: Seen): boolean {
  if (bytes[at] !== LESS || bytes[at + 1] !== SLASH) return false;
  const name = localName(bytes, at + 2);
  seen.end = name + 4;
  return (
    bytes[name] === LETTER_R &&
    bytes[name + 1] === LETTER_O &&
    bytes[name + 2] === LETTER_W &&
    bytes[name + 3] === GREATER
  );
}
