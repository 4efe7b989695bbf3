/**
 * Whole columns of everybody, read as one text a column: numbers and days parted by commas. Row by row the same takes twice the time,
 * and leaves a heap of small arrays behind.
 */

import { type Day, dayOf, daysBetween } from '../../src-shared/day.ts';
import { noDay } from '../../src-shared/rfm.ts';
import type { Reading } from '../ledger/transaction.ts';

const epoch = '1970-01-01' as Day;

function numberOfDay(text: string): number {
  const day = dayOf(text);
  return day === null ? noDay : daysBetween(epoch, day);
}

/** Days since 1970-01-01 of a day's text; few days repeat often, so they are remembered. */
export function dayCounter(): (text: string | null) => number {
  const known = new Map<string, number>();
  return (text) => {
    if (text === null) return noDay;
    const number = known.get(text) ?? numberOfDay(text);
    known.set(text, number);
    return number;
  };
}

export interface Columns {
  readonly count: number;
  readonly columns: readonly string[];
}

/** `sql` asks for `count` and then a `group_concat` for each column. */
export function readColumns(
  { connection }: Reading,
  sql: string,
  params: Readonly<Record<string, string | number | null>>,
): Columns {
  const [count, ...columns] = connection.prepare(sql).raw().get(params) as [number, ...(string | null)[]];
  return { count, columns: columns.map((column) => column ?? '') };
}

const [COMMA, MINUS, ZERO] = [44, 45, 48];

/** The whole numbers of a column. */
export function numbersOf(column: string, count: number): Float64Array {
  const numbers = new Float64Array(count);
  let [place, number, sign] = [0, 0, 1];
  for (let at = 0; at < column.length; at += 1) {
    const code = column.charCodeAt(at);
    if (code === COMMA) {
      numbers[place] = sign * number;
      place += 1;
      number = 0;
      sign = 1;
    } else if (code === MINUS) sign = -1;
    else number = number * 10 + code - ZERO;
  }
  if (count > 0) numbers[place] = sign * number;
  return numbers;
}

/** The days of a column, as days since 1970-01-01; `noDay` where there is none. */
export function daysOf(column: string, count: number): Int32Array {
  const days = new Int32Array(count);
  // Few days repeat often: each is worked out once, and found again by its digits.
  const known = new Map<number, number>([[0, noDay]]);
  let [place, from, digits] = [0, 0, 0];
  for (let at = 0; at <= column.length; at += 1) {
    const code = at < column.length ? column.charCodeAt(at) : COMMA;
    if (code !== COMMA) {
      if (code !== MINUS) digits = digits * 10 + code - ZERO;
      continue;
    }
    let day = known.get(digits);
    if (day === undefined) {
      day = numberOfDay(column.slice(from, at));
      known.set(digits, day);
    }
    if (place < count) days[place] = day;
    place += 1;
    from = at + 1;
    digits = 0;
  }
  return days;
}
