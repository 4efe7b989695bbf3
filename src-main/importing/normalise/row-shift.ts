/** A row of which the cells stand under the wrong heads from some column on: they read only when moved by one. Part of `normalise-row`. */

import type { MappableField, Mapping } from '../../../src-shared/contract/mappings.ts';
import { readPhone } from '../../../src-shared/phone.ts';
import type { RowProblem, RowProblemCode } from '../../../src-shared/row-problem.ts';
import type { RawRow } from '../readers/reader.ts';
import { cleanCell } from './clean-cell.ts';
import { readMoney } from './read-money.ts';
import { readOrderNumber } from './read-order-number.ts';
import { readTime } from './read-time.ts';
import { rowProblem } from './row-shape.ts';

type Fits = (cell: string) => boolean;

const timeFields = ['orderedAt', 'paidAt', 'shippedAt', 'completedAt', 'cancelledAt'] as const;
const moneyFields = [
  'total',
  'goodsTotal',
  'shippingFee',
  'paid',
  'refund',
  'unitPrice',
  'lineAmount',
] as const satisfies readonly MappableField[];

/** What makes it worth looking: in a sound row nothing of this is found. */
const signs: ReadonlySet<RowProblemCode> = new Set([
  'order-number-missing',
  'order-number-unreadable',
  'amount-unreadable',
  'amount-too-precise',
  'amount-left-out',
  'time-unreadable',
  'time-left-out',
  'quantity-unreadable',
]);

const FEWEST_MISFITS = 2;

function isCount(cell: string): boolean {
  return /^\d{1,6}(?:\.0+)?\s*[件个只套]?$/.test(cell);
}

/** For each column of which the cells have a look of their own: does a cell belong there? Empty ones do. */
function columnsThatTell(mapping: Mapping): ReadonlyMap<number, Fits> {
  const found = new Map<number, Fits>();
  const add = (field: MappableField, fits: Fits): void => {
    for (const column of mapping.columns[field] ?? [])
      if (!found.has(column)) found.set(column, (cell) => cell === '' || fits(cell));
  };
  add('orderNumber', (cell) => readOrderNumber(cell, true).kind === 'number' && /\d{4}/.test(cell));
  for (const field of timeFields) add(field, (cell) => readTime(cell, mapping.dateOrder).kind === 'time');
  for (const field of moneyFields)
    add(field, (cell) => /\d/.test(cell) && readMoney(cell, mapping.currency).kind === 'amount');
  add('quantity', isCount);
  add('receiverPhone', (cell) => readPhone(cell).kind !== 'none');
  return found;
}

export interface ShiftFinder {
  /** null: the row stands where it should, or it cannot be told. */
  find(raw: RawRow, problems: readonly RowProblem[]): RowProblem | null;
}

export function shiftFinder(header: readonly string[], mapping: Mapping): ShiftFinder {
  let columns: ReadonlyMap<number, Fits> | null = null;
  return {
    find({ row, cells }, problems) {
      if (!problems.some(({ code }) => signs.has(code))) return null;
      columns ??= columnsThatTell(mapping);
      const cellAt = (column: number): string => cleanCell(cells[column] ?? '');
      const misfits = [...columns].filter(([column, fits]) => !fits(cellAt(column))).map(([column]) => column);
      if (misfits.length < FEWEST_MISFITS) return null;
      const first = Math.min(...misfits);
      const behind = [...columns].filter(([column]) => column >= first);
      // What was put in between is gone with the row's last cell, or one is missing and an empty one stands at the end.
      const isShifted = [1, -1].some((by) => behind.every(([column, fits]) => fits(cellAt(column + by))));
      return isShifted ? rowProblem('columns-shifted', row, header[first]?.trim() ?? null, cellAt(first)) : null;
    },
  };
}
