/** Which comes first in 03/04/2025, the day or the month? The other dates of the file tell. Part of `recognise`. */

import type { MappableField, Mapping } from '../../src-shared/contract/mappings.ts';
import { cleanCell } from './normalise/clean-cell.ts';
import type { RawRow, Table } from './readers/reader.ts';

type DateOrder = Mapping['dateOrder'];

/** `none`: the question does not arise. `unclear`: no date of the file tells. `mixed`: some say the one, some the other. */
export type OrderFound = DateOrder | 'none' | 'unclear' | 'mixed';

const timeFields = [
  'orderedAt',
  'paidAt',
  'shippedAt',
  'completedAt',
  'cancelledAt',
] as const satisfies MappableField[];
const THREE_NUMBERS = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)(.*)$/s;
const MOST_ROWS = 200_000;

/** What the dates seen so far allow. */
interface Evidence {
  /** Dates of which the year stands last, with four digits; and such with two, where it may stand first. */
  fourDigits: number;
  twoDigits: number;
  largest: [first: number, second: number, third: number];
  /** Distinct numbers in the places where a year of two digits may stand. */
  readonly firsts: Set<string>;
  readonly thirds: Set<string>;
  /** 9:05 AM is how Americans write it. */
  withNoon: number;
}

export function dateColumns(columns: Mapping['columns']): readonly number[] {
  return [...new Set(timeFields.flatMap((field) => columns[field] ?? []))];
}

function see(evidence: Evidence, text: string): void {
  const match = THREE_NUMBERS.exec(text);
  if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) return;
  if (match[3].length === 4) evidence.fourDigits += 1;
  else evidence.twoDigits += 1;
  const { largest } = evidence;
  for (const place of [0, 1, 2] as const) largest[place] = Math.max(largest[place], Number(match[place + 1]));
  evidence.firsts.add(match[1]);
  evidence.thirds.add(match[3]);
  if (/\d\s*[ap]\.?m\.?\s*$/i.test(match[4] ?? '')) evidence.withNoon += 1;
}

function decide(evidence: Evidence): OrderFound {
  const { fourDigits, twoDigits, largest, firsts, thirds, withNoon } = evidence;
  if (fourDigits + twoDigits === 0) return 'none';
  const [first, second, third] = largest;
  if (fourDigits === 0) {
    const possible: DateOrder[] = [];
    if (second <= 12 && third <= 31) possible.push('ymd');
    if (first <= 12 && second <= 31) possible.push('mdy');
    if (second <= 12 && first <= 31) possible.push('dmy');
    // A year changes seldom, a day always does.
    const isYearLast = thirds.size * 4 <= firsts.size && thirds.size <= 3;
    const likely = isYearLast ? possible.filter((order) => order !== 'ymd') : possible;
    const [only] = likely;
    return only === undefined ? 'mixed' : likely.length === 1 ? only : 'unclear';
  }
  if (first > 12 && second > 12) return 'mixed';
  if (first > 12) return 'dmy';
  if (second > 12) return 'mdy';
  return withNoon === fourDigits ? 'mdy' : 'unclear';
}

function emptyEvidence(): Evidence {
  return { fourDigits: 0, twoDigits: 0, largest: [0, 0, 0], firsts: new Set(), thirds: new Set(), withNoon: 0 };
}

function seeRows(evidence: Evidence, rows: readonly RawRow[], columns: readonly number[]): void {
  for (const row of rows) for (const column of columns) see(evidence, cleanCell(row.cells[column] ?? ''));
}

/** Of these rows alone. */
export function dateOrderIn(rows: readonly RawRow[], columns: readonly number[]): OrderFound {
  const evidence = emptyEvidence();
  seeRows(evidence, rows, columns);
  return decide(evidence);
}

/** Reads on where the first rows do not tell. */
export async function dateOrderOf(
  table: Table,
  first: readonly RawRow[],
  columns: readonly number[],
): Promise<OrderFound> {
  const found = dateOrderIn(first, columns);
  if (found !== 'unclear') return found;
  const evidence = emptyEvidence();
  let read = 0;
  for await (const rows of table.rows()) {
    seeRows(evidence, rows, columns);
    read += rows.length;
    if (decide(evidence) !== 'unclear' || read >= MOST_ROWS) break;
  }
  return decide(evidence);
}
