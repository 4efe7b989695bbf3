/** A stretch of the customer list, however long: who stands in it, and what its cells come to. Nothing is read but the score arrays. */

import type { FigureColumn } from '../../src-shared/contract/customers.ts';
import { addDays, type Day, daysBetween } from '../../src-shared/day.ts';
import { noDay } from '../../src-shared/rfm.ts';
import { customerView } from './customer-filter.ts';
import { type CustomersQuestion, customerIds, scoresFor } from './customers.ts';
import type { CustomerScores, ScoresOf } from './customers-scores.ts';
import type { Reading } from './transaction.ts';

/** `from` counts from 0. */
export interface StretchQuestion extends CustomersQuestion {
  readonly from: number;
  readonly count: number;
}

export interface CellSums {
  readonly column: FigureColumn;
  /** Cells whose value is known. */
  readonly count: number;
  /** null: days are not added up. */
  readonly sum: number | null;
  readonly mean: number | null;
  readonly least: string | number | null;
  readonly most: string | number | null;
}

function stretchOf(reading: Reading, question: StretchQuestion, scoresOf: ScoresOf) {
  const scores = scoresFor(reading, question, scoresOf);
  const { places } = customerView(reading, scores, question.filter, question.sort);
  return { scores, places: places.subarray(question.from, question.from + question.count) };
}

/** Customer ids in the order of the list. */
export function idsOfStretch(reading: Reading, question: StretchQuestion, scoresOf: ScoresOf): number[] {
  const { scores, places } = stretchOf(reading, question, scoresOf);
  return customerIds(scores, places);
}

const epoch = '1970-01-01' as Day;

/** The value of a cell; null: unknown. Days as days since 1970-01-01. */
function valueAt(scores: CustomerScores, column: FigureColumn): (at: number) => number | null {
  const orders = (at: number): number => scores.frequency[at] ?? 0;
  const day = (days: Int32Array, at: number): number | null => (days[at] === noDay ? null : (days[at] ?? null));
  switch (column) {
    case 'orders':
      return orders;
    case 'netMinor':
    case 'paidMinor':
    case 'refundMinor':
      return (at) => scores[column][at] ?? 0;
    case 'averageMinor':
      return (at) => (orders(at) === 0 ? null : Math.round((scores.netMinor[at] ?? 0) / orders(at)));
    case 'recencyDays': {
      const today = daysBetween(epoch, scores.on);
      return (at) => {
        const last = day(scores.lastDay, at);
        return last === null ? null : today - last;
      };
    }
    case 'firstDay':
    case 'lastDay':
      return (at) => day(scores[column], at);
  }
}

function sumsOf(scores: CustomerScores, places: Int32Array, column: FigureColumn): CellSums {
  const value = valueAt(scores, column);
  let [count, sum, least, most] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const at of places) {
    const found = value(at);
    if (found === null) continue;
    count += 1;
    sum += found;
    least = Math.min(least, found);
    most = Math.max(most, found);
  }
  if (column === 'firstDay' || column === 'lastDay') {
    const text = (days: number): string | null => (count === 0 ? null : addDays(epoch, days));
    return { column, count, sum: null, mean: null, least: text(least), most: text(most) };
  }
  const mean = count === 0 ? null : sum / count;
  return {
    column,
    count,
    sum,
    mean: mean !== null && column.endsWith('Minor') ? Math.round(mean) : mean,
    least: count === 0 ? null : least,
    most: count === 0 ? null : most,
  };
}

/** What the cells of a stretch come to, in the currency of the list. */
export function cellsOfStretch(
  reading: Reading,
  question: StretchQuestion & { readonly columns: readonly FigureColumn[] },
  scoresOf: ScoresOf,
): { readonly rows: number; readonly currency: string; readonly columns: CellSums[] } {
  const { scores, places } = stretchOf(reading, question, scoresOf);
  return {
    rows: places.length,
    currency: scores.currency,
    columns: question.columns.map((column) => sumsOf(scores, places, column)),
  };
}
