/**
 * Workbooks of the old kinds (.xls of Excel 97 and before, SpreadsheetML 2003) and web pages dressed as such, read whole by a library made
 * for them. The one door of that library. It runs in a worker, which can be killed; formulas and macros never run.
 */

import { readFile, stat } from 'node:fs/promises';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { Encoding } from '../../../src-shared/contract/imports.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { numberText, serialText } from './cell-text.ts';
import { decoderFor, detectEncoding } from './detect-encoding.ts';
import { findHeader, type HeaderFound, headerSearchRows } from './find-header.ts';
import { maxColumns, maxOldBookBytes, rowsPerBatch } from './limits.ts';
import type { RawRow, ReadOptions, Table } from './reader.ts';

/** One sector of the container an old workbook lies in. */
const SMALLEST_XLS = 512;

type Library = typeof import('@e965/xlsx');

/** Loaded when the first old file comes: most owners have none. */
async function library(): Promise<Library> {
  const [xlsx, codepages] = await Promise.all([import('@e965/xlsx'), import('@e965/xlsx/dist/cpexcel.full.mjs')]);
  // Files of before Excel 97 have Chinese in the encoding of their system.
  xlsx.set_cptable(codepages);
  return xlsx;
}

/** The library's table of number formats has no types. */
function isDateFormat(format: string, xlsx: Library): boolean {
  const formats = xlsx.SSF as { readonly is_date: (format: string) => boolean };
  return formats.is_date(format);
}

/** As the owner sees it in the sheet; long numbers as they are kept, never rounded again. */
function textOf(cell: CellObject | undefined, xlsx: Library, from1904: boolean): string {
  if (cell?.v === undefined) return '';
  if (cell.t === 'e') return cell.w ?? '#N/A';
  if (cell.t === 'b') return cell.v === true ? 'TRUE' : 'FALSE';
  if (cell.t !== 'n') return String(cell.v).toWellFormed();
  const isDate = typeof cell.z === 'string' && isDateFormat(cell.z, xlsx);
  return isDate ? serialText(String(cell.v), from1904) : numberText(String(cell.v));
}

type Cells = readonly (readonly (CellObject | undefined)[] | undefined)[];

function cellsOf(sheet: WorkSheet): Cells {
  const cells: unknown = sheet['!data'];
  // What the library promises for sheets read densely.
  return Array.isArray(cells) ? (cells as Cells) : [];
}

function rowsOf(sheet: WorkSheet, xlsx: Library, from1904: boolean, name: string): readonly RawRow[] {
  return cellsOf(sheet).flatMap((row, at) => {
    const cells = Array.from(row ?? [], (cell) => textOf(cell ?? undefined, xlsx, from1904));
    while (cells.at(-1) === '') cells.pop();
    if (cells.length > maxColumns) throw new Problem('file-has-too-many-columns', { name, limit: maxColumns });
    return cells.length === 0 ? [] : [{ row: at + 1, cells }];
  });
}

interface FoundSheet {
  readonly name: string;
  readonly rows: readonly RawRow[];
  readonly header: HeaderFound;
}

/** The first sheet with a header of known words, else the first with any header. */
function chooseSheet(sheets: readonly (readonly [string, readonly RawRow[]])[], name: string): FoundSheet {
  let first: FoundSheet | null = null;
  for (const [sheet, rows] of sheets) {
    const header = findHeader(rows.slice(0, headerSearchRows));
    if (header === null) continue;
    const found = { name: sheet, rows, header };
    if (header.knownCells >= 2) return found;
    first ??= found;
  }
  if (first === null) throw new Problem('file-has-no-header', { name });
  return first;
}

function visibleSheets(book: WorkBook): readonly string[] {
  const visible = book.SheetNames.filter((_, at) => (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) === 0);
  return visible.length > 0 ? visible : book.SheetNames;
}

/** What the library says of a file it cannot read, in our words. */
function problemOf(error: unknown, name: string): Error {
  if (error instanceof Problem) return error;
  const isLocked = error instanceof Error && /password|encrypt/i.test(error.message);
  return isLocked ? new Problem('file-is-encrypted', { name }) : new Problem('file-is-damaged', { name, where: 'xls' });
}

async function bytesOf(path: string, name: string): Promise<Buffer> {
  const { size } = await stat(path);
  const limit = `${maxOldBookBytes / 1024 / 1024} MiB`;
  if (size > maxOldBookBytes) throw new Problem('file-too-large-unpacked', { name, limit });
  return readFile(path);
}

function tableOf(book: WorkBook, xlsx: Library, name: string, options: ReadOptions, encoding: Encoding | null): Table {
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  const visible = visibleSheets(book);
  const wanted = options.sheet === undefined ? visible : visible.filter((sheet) => sheet === options.sheet);
  const sheets = wanted.map((sheet): [string, readonly RawRow[]] => {
    const found = book.Sheets[sheet];
    return [sheet, found === undefined ? [] : rowsOf(found, xlsx, from1904, name)];
  });
  const found = chooseSheet(sheets, name);
  const { header } = found;
  const fitted = ({ row, cells }: RawRow): RawRow => ({
    row,
    cells: Array.from(header.header, (_, at) => cells[at] ?? ''),
  });
  const beneath = found.rows
    .filter(({ row, cells }) => row > header.row && cells.some((cell) => cell.trim() !== ''))
    .map(fitted);
  async function* rows(): AsyncGenerator<readonly RawRow[]> {
    for (let from = 0; from < beneath.length; from += rowsPerBatch) {
      if (options.cancelled?.() === true) throw new Problem('import-cancelled', {});
      yield beneath.slice(from, from + rowsPerBatch);
    }
  }
  return {
    format: encoding === null ? 'xlsx' : 'csv',
    encoding,
    delimiter: null,
    sheet: found.name,
    otherSheets: visible.filter((sheet) => sheet !== found.name),
    headerRow: header.row,
    header: header.header,
    above: header.above,
    rows,
    bytesRead: () => 0,
  };
}

/** A long whole number written out in XML still has all its digits: as a text it keeps them. */
function withWholeNumbers(xml: string): string {
  return xml.replace(/(\bType=")Number("[^>]*>\s*\d{16,}\s*<)/g, '$1String$2');
}

/** Excel 97 to 2003, and before. */
export async function openXls(path: string, name: string, options: ReadOptions): Promise<Table> {
  try {
    const [xlsx, bytes] = await Promise.all([library(), bytesOf(path, name)]);
    // The library takes what is no such file for a text.
    if (bytes.length < SMALLEST_XLS) throw new Problem('file-is-damaged', { name, where: 'xls' });
    const book = xlsx.read(bytes, { type: 'buffer', dense: true, cellNF: true, cellHTML: false, cellFormula: false });
    return tableOf(book, xlsx, name, options, null);
  } catch (error) {
    throw problemOf(error, name);
  }
}

/** A workbook in one XML text. */
export async function openXmlBook(path: string, name: string, options: ReadOptions): Promise<Table> {
  try {
    const [xlsx, bytes] = await Promise.all([library(), bytesOf(path, name)]);
    const text = decoderFor(await detectEncoding(path)).decode(bytes);
    if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new Problem('file-has-doctype', { name });
    const book = xlsx.read(withWholeNumbers(text), { type: 'string', dense: true, cellNF: true, cellFormula: false });
    return tableOf(book, xlsx, name, options, null);
  } catch (error) {
    throw problemOf(error, name);
  }
}

/** The tables of a web page, every cell as it is written. */
export async function openHtml(path: string, name: string, options: ReadOptions): Promise<Table> {
  try {
    const [xlsx, bytes] = await Promise.all([library(), bytesOf(path, name)]);
    const encoding = options.encoding ?? (await detectEncoding(path, options.fromBeginning));
    const text = decoderFor(encoding).decode(bytes);
    if (!/<table[\s>]/i.test(text)) throw new Problem('file-is-html', { name });
    const book = xlsx.read(text, { type: 'string', raw: true, dense: true });
    return tableOf(book, xlsx, name, options, encoding);
  } catch (error) {
    throw problemOf(error, name);
  }
}
