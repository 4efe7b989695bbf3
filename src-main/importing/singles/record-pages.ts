/**
 * Rows laid down as SQLite itself lays them on the leaf pages of a table (sqlite.org/fileformat2.html): a reading thread makes whole
 * pages, so that a million orders need not pass through a million statements. Between a chunk's folds and `row-file`. SQLite's own
 * `integrity_check` is the oracle of the tests.
 */

export const pageBytes = 8192;
/** A longer record would need overflow pages: its row takes the way of statements. */
const LONGEST_RECORD = pageBytes - 35;
const LEAF = 0x0d;
const LEAF_HEADER = 8;
const POINTER = 2;
/** Room beyond the longest record: a value is written first and measured then. */
const SCRATCH = 1 << 18;
const LONGEST_TEXT = 1 << 16;

/** A text that is UTF-8 already. */
export interface Utf8Span {
  readonly source: Uint8Array;
  readonly start: number;
  readonly end: number;
}

export type RecordValue = string | number | Uint8Array | Utf8Span | null;

/** Bytes of a number as SQLite's varint: seven bits a byte, the highest first. `value`: a whole number below 2^53. */
export function writeVarint(into: Uint8Array, at: number, value: number): number {
  if (value < 0x80) {
    into[at] = value;
    return at + 1;
  }
  let count = 1;
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) count += 1;
  let rest = value;
  for (let place = at + count - 1; place >= at; place -= 1) {
    into[place] = (rest % 128) | (place === at + count - 1 ? 0 : 0x80);
    rest = Math.floor(rest / 128);
  }
  return at + count;
}

/** UTF-16 → UTF-8; a lone surrogate becomes the replacement character, as everywhere in Node. Answers where it ends. */
export function writeUnits(into: Uint8Array, start: number, units: Uint16Array, from: number, end: number): number {
  let at = start;
  for (let index = from; index < end; index += 1) {
    let code = units[index] ?? 0;
    if (code < 0x80) {
      into[at++] = code;
      continue;
    }
    if (code < 0x800) {
      into[at++] = 0xc0 | (code >> 6);
      into[at++] = 0x80 | (code & 0x3f);
      continue;
    }
    if (code >= 0xd800 && code < 0xe000) {
      const low = code < 0xdc00 && index + 1 < end ? (units[index + 1] ?? 0) : 0;
      if (low >= 0xdc00 && low < 0xe000) {
        const point = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        into[at++] = 0xf0 | (point >> 18);
        into[at++] = 0x80 | ((point >> 12) & 0x3f);
        into[at++] = 0x80 | ((point >> 6) & 0x3f);
        into[at++] = 0x80 | (point & 0x3f);
        index += 1;
        continue;
      }
      code = 0xfffd;
    }
    into[at++] = 0xe0 | (code >> 12);
    into[at++] = 0x80 | ((code >> 6) & 0x3f);
    into[at++] = 0x80 | (code & 0x3f);
  }
  return at;
}

/** SQLite's serial types of whole numbers, how many bytes each needs, and what it holds less than. */
const intTypes: readonly number[] = [1, 2, 3, 4, 5, 6];
const intBytes: readonly number[] = [1, 2, 3, 4, 6, 8];
const intLimits: readonly number[] = [2 ** 7, 2 ** 15, 2 ** 23, 2 ** 31, 2 ** 47, 2 ** 53];

export interface Pages {
  /** Whole pages one after the other. */
  readonly bytes: Uint8Array;
  /** The last row's number on each page. */
  readonly lastRows: Float64Array;
}

export interface RecordPages {
  /** Rows must come with rising numbers. false: the record is too long for a page, nothing was written. */
  add(rowNumber: number, values: readonly RecordValue[]): boolean;
  /** All pages so far; begins anew. */
  take(): Pages;
  /** Begins anew, whatever was added. */
  clear(): void;
}

/** One record on its way to a page: its serial types and its values, as long as they are. */
interface RecordScratch {
  readonly types: Uint8Array;
  readonly body: Uint8Array;
  typesEnd: number;
  bodyEnd: number;
  /** All its texts, one after the other: taken out of their strings together, which is much faster than sign by sign. */
  readonly units: Uint16Array<ArrayBuffer>;
  unitsRead: number;
}

function recordScratch(): RecordScratch {
  const units = new Uint16Array(LONGEST_RECORD);
  return { types: new Uint8Array(512), body: new Uint8Array(SCRATCH), typesEnd: 0, bodyEnd: 0, units, unitsRead: 0 };
}

function putNumber(scratch: RecordScratch, value: number): void {
  const { types, body } = scratch;
  if (value === 0 || value === 1) {
    types[scratch.typesEnd++] = 8 + value;
    return;
  }
  for (let at = 0; at < intTypes.length; at += 1) {
    const limit = intLimits[at] ?? 0;
    if (value >= limit || value < -limit) continue;
    const bytes = intBytes[at] ?? 0;
    types[scratch.typesEnd++] = intTypes[at] ?? 0;
    let rest = value;
    for (let place = scratch.bodyEnd + bytes - 1; place >= scratch.bodyEnd; place -= 1) {
      const next = Math.floor(rest / 256);
      body[place] = rest - next * 256;
      rest = next;
    }
    scratch.bodyEnd += bytes;
    return;
  }
  throw new RangeError(`${value} is no whole number that a record can hold`);
}

/** false: the text is longer than a page anyway. */
function putSpan(scratch: RecordScratch, { source, start, end }: Utf8Span): boolean {
  if (end - start > LONGEST_TEXT || scratch.bodyEnd > LONGEST_RECORD) return false;
  const { types, body } = scratch;
  scratch.typesEnd = writeVarint(types, scratch.typesEnd, 13 + 2 * (end - start));
  for (let at = start; at < end; at += 1) body[scratch.bodyEnd++] = source[at] ?? 0;
  return true;
}

/** false: the text is longer than a page anyway. */
function put(scratch: RecordScratch, value: RecordValue): boolean {
  const { types, body } = scratch;
  if (value === null) types[scratch.typesEnd++] = 0;
  else if (typeof value === 'number') putNumber(scratch, value);
  else if (typeof value === 'string') {
    if (scratch.bodyEnd > LONGEST_RECORD) return false;
    const unitsEnd = scratch.unitsRead + value.length;
    const end = writeUnits(body, scratch.bodyEnd, scratch.units, scratch.unitsRead, unitsEnd);
    scratch.unitsRead = unitsEnd;
    scratch.typesEnd = writeVarint(types, scratch.typesEnd, 13 + 2 * (end - scratch.bodyEnd));
    scratch.bodyEnd = end;
  } else if ('source' in value) {
    return putSpan(scratch, value);
  } else {
    scratch.typesEnd = writeVarint(types, scratch.typesEnd, 12 + 2 * value.length);
    body.set(value, scratch.bodyEnd);
    scratch.bodyEnd += value.length;
  }
  return true;
}

const varintBytes = (value: number): number => (value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x20_0000 ? 3 : 8);

/** Pages to begin with: those of a piece of a file. */
const FIRST_PAGES = 32;

/** One scratch for all its records: for one table at a time. */
export function recordPages(): RecordPages {
  const scratch = recordScratch();
  const unitBytes = Buffer.from(scratch.units.buffer);
  /** The pages one after the other, the open one last. Behind it, nothing but zeros. */
  let room = new Uint8Array(FIRST_PAGES * pageBytes);
  let page = room.subarray(0, pageBytes);
  let lastRows: number[] = [];
  let cells = 0;
  let content = pageBytes;
  let last = 0;

  function openPage(): void {
    const start = lastRows.length * pageBytes;
    if (start === room.length) room = new Uint8Array(room.buffer.transfer(2 * room.length));
    page = room.subarray(start, start + pageBytes);
    cells = 0;
    content = pageBytes;
  }

  function closePage(): void {
    if (cells === 0) return;
    page[0] = LEAF;
    page[3] = cells >> 8;
    page[4] = cells & 0xff;
    page[5] = content >> 8;
    page[6] = content & 0xff;
    lastRows.push(last);
    cells = 0;
  }

  function clear(): void {
    room.fill(0, 0, lastRows.length * pageBytes + pageBytes);
    lastRows = [];
    openPage();
  }

  /** The record in the scratch becomes the page's next cell. */
  function place(rowNumber: number, headerBytes: number, record: number): void {
    const { types, body, typesEnd, bodyEnd } = scratch;
    // How many bytes stand before the record is only known once they are written: at the front of the free space, then moved.
    const front = LEAF_HEADER + POINTER * (cells + 1);
    let at = writeVarint(page, front, record);
    at = writeVarint(page, at, rowNumber);
    at = writeVarint(page, at, headerBytes);
    const before = at - front;
    const start = content - before - typesEnd - bodyEnd;
    page.copyWithin(start, front, at);
    // A few bytes: a view of them would take longer.
    for (let type = 0; type < typesEnd; type += 1) page[start + before + type] = types[type] ?? 0;
    page.set(body.subarray(0, bodyEnd), start + before + typesEnd);
    if (start > front) page.fill(0, front, Math.min(at, start));
    page[LEAF_HEADER + POINTER * cells] = start >> 8;
    page[LEAF_HEADER + POINTER * cells + 1] = start & 0xff;
    content = start;
  }

  return {
    clear,
    add(rowNumber, values) {
      let texts = '';
      for (const value of values) if (typeof value === 'string') texts += value;
      // Every unit takes a byte at least.
      if (texts.length > LONGEST_RECORD) return false;
      unitBytes.write(texts, 'utf16le');
      scratch.unitsRead = 0;
      scratch.typesEnd = 0;
      scratch.bodyEnd = 0;
      for (const value of values) if (!put(scratch, value)) return false;
      const headerBytes = scratch.typesEnd + (scratch.typesEnd < 0x7f ? 1 : 2);
      const record = headerBytes + scratch.bodyEnd;
      if (record > LONGEST_RECORD) return false;
      if (LEAF_HEADER + POINTER * (cells + 1) + varintBytes(record) + 9 + record > content) {
        closePage();
        openPage();
      }
      place(rowNumber, headerBytes, record);
      cells += 1;
      last = rowNumber;
      return true;
    },
    take() {
      closePage();
      const taken = { bytes: room.slice(0, lastRows.length * pageBytes), lastRows: Float64Array.from(lastRows) };
      clear();
      return taken;
    },
  };
}
