/** Beside each month or item, what it was a year before. Pure. */

import type { Report } from '../../../src-shared/contract/reports.ts';
import { monthsBefore } from './period.ts';
import { rowsOf, type Told, textOf } from './told.ts';

interface Beside {
  /** What tells rows apart; a month is looked for twelve months earlier. */
  readonly key: 'month' | 'title';
  readonly column: string;
  readonly as: string;
}

const besides: Readonly<Record<string, Beside>> = {
  'sales-by-month': { key: 'month', column: 'net_minor', as: 'year_before_minor' },
  'new-and-returning': { key: 'month', column: 'returning_orders', as: 'year_before_returning' },
  'repurchase-rate': { key: 'month', column: 'rate', as: 'year_before_rate' },
  'best-items': { key: 'title', column: 'orders', as: 'year_before_orders' },
};

export interface WithBefore {
  readonly rows: readonly Told[];
  /** The column that was added; null where nothing is known of the year before. */
  readonly added: string | null;
}

export function withYearBefore(name: string, rows: readonly Told[], before: Report | undefined): WithBefore {
  const beside = besides[name];
  const past = rowsOf(before, name);
  if (beside === undefined || past.length === 0) return { rows, added: null };
  const { key, column, as } = beside;
  const known = new Map(past.map((row) => [textOf(row, key), row[column] ?? null]));
  const keyOf = (row: Told): string => (key === 'month' ? monthsBefore(textOf(row, key), 12) : textOf(row, key));
  return { rows: rows.map((row) => ({ ...row, [as]: known.get(keyOf(row)) ?? null })), added: as };
}
