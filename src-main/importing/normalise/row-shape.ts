/** Rows that are no orders: empty ones, totals, notes, the header once more; and rows whose cells do not fit under the header. */

import { headerKey } from '../../../src-shared/header-words.ts';
import type { RowProblem, RowProblemCode } from '../../../src-shared/row-problem.ts';
import type { RawRow } from '../readers/reader.ts';
import { cleanCell } from './clean-cell.ts';

export const longestFound = 200;
/** What a cell may hold: more than any spreadsheet program allows. */
const longestCell = 32 * 1024;

export function rowProblem(code: RowProblemCode, row: number, column: string | null, found: string): RowProblem {
  return { code, row, column, found: found.slice(0, longestFound) };
}

const TOTAL = /^#?\s*(?:合计|总计|小计|汇总|共计|总和|本页合计|grand total|sub ?total|totals?|sum)(?:[\s:：(（].*)?$/i;
const NOTE = /^[#*—–=-]|[\s:：，。；]|record\(s\)/i;
/** Lines that exports end with, also where they have several cells. */
const FOOTER = /record\(s\) downloaded|^seller id\s*:/i;

interface Shape {
  readonly header: readonly string[];
  /** Normalised header words, for telling a repeated header. */
  readonly keys: readonly string[];
  readonly orderNumberColumns: readonly number[];
  /** The columns that the mapping reads, and the highest of them. */
  readonly usedColumns: readonly number[];
  readonly lastColumn: number;
}

export function shapeOf(
  header: readonly string[],
  columns: Readonly<Record<string, readonly number[] | undefined>>,
): Shape {
  const used = Object.values(columns).flatMap((list) => list ?? []);
  return {
    header,
    keys: header.map(headerKey),
    orderNumberColumns: columns['orderNumber'] ?? [],
    usedColumns: used,
    lastColumn: Math.max(-1, ...used),
  };
}

function repeatsHeader(cells: readonly string[], shape: Shape): boolean {
  const column = shape.orderNumberColumns[0];
  if (column === undefined || /^[="'\s]*\d/.test(cells[column] ?? '')) return false;
  if (headerKey(cells[column] ?? '') !== shape.keys[column] || shape.keys[column] === '') return false;
  const same = cells.filter((cell, index) => cell !== '' && headerKey(cell) === shape.keys[index]).length;
  return same * 2 >= shape.keys.filter((key) => key !== '').length;
}

function firstText(cells: readonly string[], columns: readonly number[]): string {
  for (const column of columns) {
    const text = cleanCell(cells[column] ?? '');
    if (text !== '') return text;
  }
  return '';
}

/** An order number begins with a digit, and no word for a total does. */
function isTotal(text: string): boolean {
  const code = text.charCodeAt(0);
  return !(code >= 48 && code <= 57) && TOTAL.test(text);
}

/** '#1001' where order numbers stand is what is left of an order. */
function isNote(first: string, order: string): boolean {
  return NOTE.test(first) && !(order === first && /^#\d+$/.test(first));
}

function isFooter(cells: readonly string[], shape: Shape): boolean {
  return cells.length < shape.header.length && cells.length <= 4 && cells.some((cell) => FOOTER.test(cell.trim()));
}

/** A row beneath the header that says in words what each column is: no order number has no digit, no order has none anywhere. */
function explainsColumns(cells: readonly string[], shape: Shape): boolean {
  const column = shape.orderNumberColumns[0];
  const number = column === undefined ? '' : (cells[column] ?? '');
  if (number.length < 6 || /\d/.test(number) || !/\p{L}/u.test(number)) return false;
  return shape.usedColumns.every((used) => !/\d/.test(cells[used] ?? ''));
}

/** A row that breaks off in this column: what there is of it tells the owner where. */
export function brokenOff({ row, cells }: RawRow, header: readonly string[], column: number): RowProblem {
  return rowProblem('last-record-cut', row, header[column]?.trim() || null, cells.join(' | '));
}

/** The problem that takes the whole row out, or null when the row can be read. */
export function shapeProblem(raw: RawRow, shape: Shape): RowProblem | null {
  const { cells, row, endsIn } = raw;
  if (endsIn !== undefined) return brokenOff(raw, shape.header, endsIn);
  let filled = 0;
  let first = '';
  for (const cell of cells) {
    if (cell === '') continue;
    const text = cell.length > longestCell ? cell : cleanCell(cell);
    if (text === '') continue;
    if (filled === 0) first = text;
    filled++;
    // Two filled cells: neither empty nor a note.
    if (filled === 2) break;
  }
  if (filled === 0) return rowProblem('empty-row', row, null, '');
  const order = firstText(cells, shape.orderNumberColumns);
  if (isTotal(order) || (order === '' && isTotal(first))) return rowProblem('total-row', row, null, first);
  if (filled === 1 && shape.header.length > 2 && isNote(first, order)) return rowProblem('note-row', row, null, first);
  if (repeatsHeader(cells, shape)) return rowProblem('repeated-header', row, null, first);
  if (isFooter(cells, shape) || explainsColumns(cells, shape)) return rowProblem('note-row', row, null, first);
  return misfit(raw, shape);
}

function misfit({ cells, row }: RawRow, shape: Shape): RowProblem | null {
  for (let column = shape.header.length; column < cells.length; column++) {
    const text = cleanCell(cells[column] ?? '');
    if (text !== '') return rowProblem('row-too-long', row, null, text);
  }
  if (cells.length <= shape.lastColumn) return rowProblem('row-too-short', row, null, cells.join(' | '));
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column] ?? '';
    if (cell.length > longestCell) return rowProblem('cell-too-long', row, shape.header[column] ?? null, cell);
  }
  return null;
}
