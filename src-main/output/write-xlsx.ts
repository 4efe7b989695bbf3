/** Lists as XLSX, written row by row: texts stay texts, money and counts are numbers, the header stays in sight. */

import { decimalsOf, plainMinor } from '../../src-shared/money.ts';
import type { CustomerList, ListCell } from './customer-list.ts';
import { cellStyles, columnName, otherParts, sheetBegin, sheetEnd, sheetPart } from './workbook-xml.ts';
import { type XmlBytes, xmlBytes } from './xml-bytes.ts';
import { zipWriter } from './zip-writer.ts';

/** Excel refuses a longer cell. */
const longestCell = 32_767;
const sampledRows = 200;
const rowsPerTurn = 1000;
/** Bytes handed to the zip at once. */
const pieceBytes = 256 * 1024;

/** What one sheet may hold; the rest of the list goes on in a next one. */
export interface SheetLimits {
  /** The header is one of them. */
  readonly rows: number;
  readonly bytes: number;
}

const excelLimits: SheetLimits = { rows: 1_048_576, bytes: 1024 * 1024 * 1024 };

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** How many narrow characters a text is wide; a Chinese one is two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

/** What fits a cell; no character is cut in half. */
function fitting(text: string): string {
  return text.length > longestCell ? `${text.slice(0, longestCell - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

/** The digits of a number, the letters of a text. */
function cellText(cell: ListCell, currency: string): string {
  switch (cell.kind) {
    case 'text':
      return fitting(cell.text);
    case 'number':
      return cell.text;
    case 'count':
      return String(cell.count);
    case 'money':
      return plainMinor(cell.minor, currency);
    case 'empty':
      return '';
  }
}

function styleOf(kind: ListCell['kind']): number {
  return kind === 'empty' ? cellStyles.text : cellStyles[kind];
}

function columnWidths(heads: readonly string[], sample: readonly (readonly ListCell[])[], currency: string): number[] {
  return heads.map((head, index) => {
    const widths = sample.map((row) => displayWidth(cellText(row[index] ?? { kind: 'empty' }, currency)));
    return Math.min(48, Math.max(8, displayWidth(head), ...widths) + 2);
  });
}

const rowBegin = Buffer.from('<row r="');
const rowOpen = Buffer.from('">');
const rowEnd = Buffer.from('</row>');
const textEnd = Buffer.from('</t></is></c>');
const numberEnd = Buffer.from('</v></c>');

/** Without being told, a reader drops white space at the ends of a text. */
function hasSpaceAround(text: string): boolean {
  return text.charCodeAt(0) <= 0x20 || text.charCodeAt(text.length - 1) <= 0x20;
}

interface RowWriter {
  /** Empty cells are left out. `style`: of the whole row, instead of that of each cell's kind. */
  write(number: number, cells: readonly ListCell[], style?: number): void;
}

/** Behind the reference of a cell of this style. */
interface StyledBegins {
  readonly text: Uint8Array;
  readonly spacedText: Uint8Array;
  readonly number: Uint8Array;
}

function beginsOf(style: number): StyledBegins {
  return {
    text: Buffer.from(`" s="${style}" t="inlineStr"><is><t>`),
    spacedText: Buffer.from(`" s="${style}" t="inlineStr"><is><t xml:space="preserve">`),
    number: Buffer.from(`" s="${style}"><v>`),
  };
}

function rowWriter(xml: XmlBytes, columns: number, currency: string): RowWriter {
  const references = Array.from({ length: columns }, (_, at) => Buffer.from(`<c r="${columnName(at + 1)}`));
  const begins = Array.from({ length: cellStyles.money + 1 }, (_, style) => beginsOf(style));
  const writeCell = (reference: Uint8Array, row: Uint8Array, begin: StyledBegins, cell: ListCell): void => {
    const text = cellText(cell, currency);
    // Dates and phones, too, are texts: only what we count is a number.
    const isText = cell.kind === 'text';
    if (text === '') return;
    xml.put(reference);
    xml.put(row);
    xml.put(isText ? (hasSpaceAround(text) ? begin.spacedText : begin.text) : begin.number);
    xml.text(text);
    xml.put(isText ? textEnd : numberEnd);
  };
  return {
    write: (number, cells, style) => {
      const row = Buffer.from(String(number));
      xml.put(rowBegin);
      xml.put(row);
      xml.put(rowOpen);
      for (let at = 0; at < cells.length; at++) {
        const [cell, reference] = [cells[at], references[at]];
        const begin = cell === undefined ? undefined : begins[style ?? styleOf(cell.kind)];
        if (cell === undefined || reference === undefined || begin === undefined) continue;
        writeCell(reference, row, begin, cell);
      }
      xml.put(rowEnd);
    },
  };
}

/** The rows of a list that are yet to be written, whatever sheet they go to. */
interface Rest {
  /** The first rows, read ahead. */
  readonly sample: readonly (readonly ListCell[])[];
  /** The row that comes next; null behind the last. */
  ahead(): readonly ListCell[] | null;
  pass(): void;
}

function restOf(rows: Iterator<readonly ListCell[]>): Rest {
  const further = (): readonly ListCell[] | null => {
    const next = rows.next();
    return next.done === true ? null : next.value;
  };
  const sample: (readonly ListCell[])[] = [];
  for (let row = further(); row !== null; row = sample.length < sampledRows ? further() : null) sample.push(row);
  let passed = 0;
  let row = sample[0] ?? null;
  return {
    sample,
    ahead: () => row,
    pass: () => {
      passed += 1;
      row = sample[passed] ?? further();
    },
  };
}

/** One sheet, as full as it may be. */
function* sheetPieces(
  list: SheetList,
  rest: Rest,
  begin: string,
  limits: SheetLimits,
  onRow: () => void,
): Generator<Uint8Array> {
  const xml = xmlBytes();
  const rows = rowWriter(xml, list.heads.length, list.currency);
  let [number, bytes] = [0, 0];
  yield Buffer.from(begin);
  if (list.headless !== true) {
    number += 1;
    const heads = list.heads.map((text): ListCell => ({ kind: 'text', text }));
    rows.write(number, heads, cellStyles.header);
  }
  for (let row = rest.ahead(); row !== null; row = rest.ahead()) {
    if (number >= limits.rows || bytes + xml.size() >= limits.bytes) break;
    number += 1;
    rows.write(number, row);
    rest.pass();
    onRow();
    if (xml.size() < pieceBytes) continue;
    bytes += xml.size();
    yield xml.take();
  }
  yield xml.take();
  yield Buffer.from(sheetEnd);
}

/** What a sheet is made of. */
export interface SheetList extends Pick<CustomerList, 'heads' | 'kinds' | 'currency' | 'rows'> {
  /** Its rows begin in the first line. */
  readonly headless?: boolean;
}

export interface BookSheet {
  readonly name: string;
  readonly list: SheetList;
}

/** Where the sheets of one workbook go. */
interface Book {
  readonly zip: ReturnType<typeof zipWriter>;
  /** Names of the sheets that stand. */
  readonly names: string[];
  readonly limits: SheetLimits;
  readonly onRow: () => void;
}

/** Excel takes a workbook for damaged that has a longer one. */
const LONGEST_NAME = 31;

/** What a sheet is called beside those that stand: cut where it is too long, numbered where it is taken. Excel does not tell letters by their case. */
function sheetName(wanted: string, taken: readonly string[]): string {
  for (let turn = 1; ; turn += 1) {
    const ending = turn === 1 ? '' : ` ${turn}`;
    const cut = wanted.slice(0, LONGEST_NAME - ending.length).replace(/[\ud800-\udbff]$/, '');
    const name = `${cut.trimEnd()}${ending}`;
    if (!taken.some((one) => one.toLowerCase() === name.toLowerCase())) return name;
  }
}

/** One list, on as many sheets as it needs. */
async function addSheets({ zip, names, limits, onRow }: Book, { name, list }: BookSheet): Promise<void> {
  const { currency, heads, kinds } = list;
  const rows = list.rows()[Symbol.iterator]();
  try {
    // The widths stand in front of the rows in the file: they are guessed from the first of them.
    const rest = restOf(rows);
    const widths = columnWidths(heads, rest.sample, currency);
    const columns = widths.map((width, at) => ({ width, style: styleOf(kinds[at] ?? 'text') }));
    do {
      const begin = sheetBegin(columns, names.length === 0, list.headless !== true);
      names.push(sheetName(name, names));
      await zip.add(sheetPart(names.length), sheetPieces(list, rest, begin, limits, onRow));
    } while (rest.ahead() !== null);
  } finally {
    rows.return?.();
  }
}

/** Writes the file anew; `onRows` is told how many rows of all sheets stand and may throw to give up. Answers how many there are. */
export async function writeBook(
  path: string,
  sheets: readonly BookSheet[],
  onRows: (done: number) => void,
  limits: SheetLimits = excelLimits,
): Promise<number> {
  const zip = zipWriter(path);
  let done = 0;
  const onRow = (): void => {
    done += 1;
    if (done % rowsPerTurn === 0) onRows(done);
  };
  const names: string[] = [];
  try {
    for (const sheet of sheets) await addSheets({ zip, names, limits, onRow }, sheet);
    const decimals = decimalsOf(sheets[0]?.list.currency ?? 'CNY');
    for (const [part, xml] of otherParts(names, decimals)) await zip.add(part, [Buffer.from(xml)]);
    zip.finish();
  } finally {
    zip.close();
  }
  return done;
}

/** One list as a workbook. */
export function writeXlsx(
  path: string,
  list: SheetList,
  sheetName: string,
  onRows: (done: number) => void,
  limits: SheetLimits = excelLimits,
): Promise<number> {
  return writeBook(path, [{ name: sheetName, list }], onRows, limits);
}
