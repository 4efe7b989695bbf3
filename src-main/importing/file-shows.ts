/**
 * What a file shows of itself: has a spreadsheet rounded its long order numbers, or are those that end in zeros genuine; do its numbers begin
 * with zeros; do its dates begin with the year? Part of `recognise`.
 */

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

function orderNumbersIn(rows: readonly RawRow[], mapping: Mapping): readonly string[] {
  const columns = mapping.columns.orderNumber ?? [];
  return rows.flatMap((row) => columns.slice(0, 1).map((column) => cleanCell(row.cells[column] ?? '')));
}

/** Cells, one by one, as some program laid them down: nobody pastes one beneath another. */
const isSheet = (table: Table): boolean => table.format === 'xlsx' || table.sheet !== null;

/**
 * A spreadsheet rounds every long number of a column; when hardly any ends in zeros, none was rounded. Only a workbook, or a page made like
 * one, can say so: its cells of text were never numbers. In a text file, one sheet may have been pasted beneath another, so there each
 * number stands for itself, unless all are so short that a zero at the end says nothing.
 */
function keepsLongNumbers(table: Table, numbers: readonly string[]): boolean {
  const long = numbers.filter((number) => /^\d{16,}$/.test(number));
  if (long.length < FEWEST_LONG_NUMBERS) return false;
  const zeroed = long.filter(hasZeroedTail).length;
  if (isSheet(table)) return zeroed * 10 < long.length || endsByChance(long, zeroed);
  return long.every((number) => number.length <= KEPT_DIGITS + SHORT_TAIL) && endsByChance(long, zeroed);
}

/** How long the numbers are, where some begin with zeros and most are as long as those; null elsewhere. */
function digitsOf(numbers: readonly string[]): number | null {
  const digits = numbers.filter((number) => /^\d{2,}$/.test(number));
  const [first, ...others] = digits.filter((number) => number.startsWith('0'));
  if (first === undefined || digits.length < FEWEST_LONG_NUMBERS) return null;
  const length = first.length;
  if (others.some((number) => number.length !== length) || digits.some((number) => number.length > length)) return null;
  return digits.filter((number) => number.length === length).length * 10 >= digits.length * 6 ? length : null;
}

const YEAR_FIRST = /^\d{4}\s*[-/.年]/;
const YEAR_LAST = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/;

/** Are dates of this file written with the year first, but for a column or a few cells that somebody changed? */
function beginsWithYear(dates: readonly string[]): boolean {
  const first = dates.filter((date) => YEAR_FIRST.test(date)).length;
  return first > 2 && first * 4 >= first + dates.filter((date) => YEAR_LAST.test(date)).length;
}

const FEWEST_DATES = 3;

/**
 * A spreadsheet that takes the month for the day turns 03/04/2025 into a date, the third of April for the fourth of March, and leaves 25/03/2025 as
 * it is. So it shows: no day above 12 where the year stands first, and none below where it stands last.
 */
function isHalfSwapped(dates: readonly string[]): boolean {
  const first = dates.flatMap((date) => {
    const day = /^\d{4}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*(\d{1,2})/.exec(date)?.[1];
    return day === undefined ? [] : [Number(day)];
  });
  const last = dates.flatMap((date) => {
    const read = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/.exec(date);
    return read === null ? [] : [Math.max(Number(read[1]), Number(read[2]))];
  });
  if (first.length < FEWEST_DATES || last.length < FEWEST_DATES) return false;
  return first.every((day) => day <= 12) && last.every((day) => day > 12);
}

/** The mapping with what this very file shows of its numbers and dates. `dates`: the columns that hold them. */
export function knowingItsFile(
  table: Table,
  rows: readonly RawRow[],
  mapping: Mapping,
  dates: readonly number[],
): Mapping {
  const { longNumbersWhole: _, numberDigits: __, yearFirst: ___, halfSwapped: ____, ...rest } = mapping;
  const numbers = orderNumbersIn(rows, mapping);
  const digits = digitsOf(numbers);
  const written = rows.flatMap((row) => dates.map((column) => cleanCell(row.cells[column] ?? '')));
  return {
    ...rest,
    ...(keepsLongNumbers(table, numbers) ? { longNumbersWhole: true } : {}),
    ...(digits === null ? {} : { numberDigits: digits }),
    ...(beginsWithYear(written) ? { yearFirst: true } : {}),
    ...(isHalfSwapped(written) ? { halfSwapped: true } : {}),
  };
}
