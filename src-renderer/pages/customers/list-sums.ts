/** Sums of selected rows, in one currency or not at all; and a selection as a table for the clipboard. Pure. */

import type { CustomerRow } from '../../../src-shared/contract/customers.ts';
import { type Minor, minorOf, plainMinor, sumKnown } from '../../../src-shared/money.ts';
import type { ColumnName } from '../../state/columns.ts';

export interface ListSums {
  readonly customers: number;
  /** Of them, those with a counted order. */
  readonly buyers: number;
  readonly orders: number;
  /** null when several currencies stand side by side: they are never added. */
  readonly netMinor: Minor | null;
  readonly currencies: readonly string[];
}

export function sumsOf(rows: readonly CustomerRow[]): ListSums {
  const currencies = [...new Set(rows.map((row) => row.currency))];
  return {
    customers: rows.length,
    buyers: rows.filter((row) => row.orders > 0).length,
    orders: rows.reduce((sum, row) => sum + row.orders, 0),
    netMinor: currencies.length > 1 ? null : (sumKnown(rows.map((row) => row.netMinor)) ?? minorOf(0)),
    currencies,
  };
}

/** Net per customer who bought, to the nearest minor unit; null when there is nobody or nothing to divide. */
export function averageOf({ netMinor, buyers }: ListSums): Minor | null {
  return netMinor === null || buyers === 0 ? null : minorOf(Math.round(netMinor / buyers));
}

function cellText(row: CustomerRow, name: ColumnName, tierName: (row: CustomerRow) => string): string {
  if (name === 'tier') return tierName(row);
  if (name === 'rhythm') return '';
  if (name === 'netMinor' || name === 'averageMinor') {
    const amount = row[name];
    return amount === null ? '' : plainMinor(amount, row.currency);
  }
  const value = row[name];
  return value === null ? '' : String(value).replace(/[\t\r\n]+/g, ' ');
}

/** Tab-separated lines with a head, as a spreadsheet takes them from the clipboard. */
export function tableText(
  rows: readonly CustomerRow[],
  columns: readonly ColumnName[],
  headOf: (name: ColumnName) => string,
  tierName: (row: CustomerRow) => string,
): string {
  const shown = columns.filter((name) => name !== 'rhythm');
  const lines = rows.map((row) => shown.map((name) => cellText(row, name, tierName)).join('\t'));
  return [shown.map(headOf).join('\t'), ...lines].join('\n');
}
