/** Has a spreadsheet rounded the long order numbers of a file, or are those that end in zeros genuine? Part of `recognise`. */

import type { Mapping } from '../../src-shared/contract/mappings.ts';
import { cleanCell } from './normalise/clean-cell.ts';
import { hasZeroedTail } from './normalise/read-order-number.ts';
import type { RawRow, Table } from './readers/reader.ts';

const FEWEST_LONG_NUMBERS = 5;
/** Spreadsheets keep 15 digits: with one or two more, many a genuine number ends in zeros there. */
const KEPT_DIGITS = 15;
const SHORT_TAIL = 2;

/** No more of them end in zeros than chance would have it. */
function endsByChance(long: readonly string[], zeroed: number): boolean {
  const expected = long.reduce((sum, number) => sum + 10 ** (KEPT_DIGITS - number.length), 0);
  return zeroed <= expected + 3 * Math.sqrt(expected);
}

/** Cells, one by one, as some program laid them down: nobody pastes one beneath another. */
const isSheet = (table: Table): boolean => table.format === 'xlsx' || table.sheet !== null;

/**
 * A spreadsheet rounds every long number of a column; when hardly any ends in zeros, none was rounded. Only a workbook, or a page made like
 * one, can say so: its cells of text were never numbers. In a text file, one sheet may have been pasted beneath another, so there each
 * number stands for itself, unless all are so short that a zero at the end says nothing.
 */
function keepsLongNumbers(table: Table, rows: readonly RawRow[], mapping: Mapping): boolean {
  const columns = mapping.columns.orderNumber ?? [];
  const numbers = rows.flatMap((row) => columns.slice(0, 1).map((column) => cleanCell(row.cells[column] ?? '')));
  const long = numbers.filter((number) => /^\d{16,}$/.test(number));
  if (long.length < FEWEST_LONG_NUMBERS) return false;
  const zeroed = long.filter(hasZeroedTail).length;
  if (isSheet(table)) return zeroed * 10 < long.length || endsByChance(long, zeroed);
  return long.every((number) => number.length <= KEPT_DIGITS + SHORT_TAIL) && endsByChance(long, zeroed);
}

/** The mapping with what this very file shows of its numbers. */
export function knowingItsNumbers(table: Table, rows: readonly RawRow[], mapping: Mapping): Mapping {
  const { longNumbersWhole: _, ...rest } = mapping;
  return keepsLongNumbers(table, rows, mapping) ? { ...rest, longNumbersWhole: true } : rest;
}
