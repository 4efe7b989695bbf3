/** Tables of a report as rows that know their columns' names. Pure. */

import type { Report } from '../../../src-shared/contract/reports.ts';

export type Told = Readonly<Record<string, string | number | null>>;

/** No rows where the report has no such table. */
export function rowsOf(report: Report | undefined, name: string): readonly Told[] {
  const table = report?.tables.find((one) => one.name === name);
  if (table === undefined) return [];
  return table.rows.map((row) => Object.fromEntries(table.columns.map((column, at) => [column, row[at] ?? null])));
}

/** 0 where the cell is empty. */
export function numberOf(row: Told | undefined, column: string): number {
  return Number(row?.[column] ?? 0);
}

export function textOf(row: Told | undefined, column: string): string {
  return String(row?.[column] ?? '');
}

/** A share with one decimal, as `38.2%`. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

/**
 * The share that came back within so many months (or, counted `active`, in the last of them), over all cohorts that are old enough; null where
 * none is.
 */
export function backWithin(
  cohorts: readonly Told[],
  later: number,
  counted: 'came_back' | 'active' = 'came_back',
): { share: number; customers: number } | null {
  const rows = cohorts.filter((row) => numberOf(row, 'later') === later);
  const customers = rows.reduce((sum, row) => sum + numberOf(row, 'customers'), 0);
  if (customers === 0) return null;
  return { share: rows.reduce((sum, row) => sum + numberOf(row, counted), 0) / customers, customers };
}
