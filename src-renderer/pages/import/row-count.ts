/** Rows and orders said apart: 58 行 = 56 单 + 合计 1 + 重复 1. For a sheet with one order a row, where a missing order would be looked for. */

import type { BatchReport, Finding } from '../../../src-shared/contract/imports.ts';

export interface RowCount {
  readonly rows: number;
  readonly orders: number;
  /** Rows that are no order: totals, repeated heads, empty ones, remarks. */
  readonly totals: number;
  readonly others: number;
  /** Rows that say again what another row of the file says. */
  readonly repeated: number;
}

/** null: every row is an order, or the sheet has a row for each item. */
export function rowCount(batch: BatchReport, findings: readonly Finding[]): RowCount | null {
  const [file, second] = batch.files;
  if (file === undefined || second !== undefined) return null;
  const mapping = findings.find(({ name }) => name === file.name)?.mapping ?? null;
  if (mapping?.granularity !== 'order' || mapping.firstRow !== undefined) return null;
  const { orders, problemCounts: found } = batch;
  const all = orders.new + orders.changed + orders.same + orders.skipped;
  const totals = found['total-row'] ?? 0;
  const others = (found['repeated-header'] ?? 0) + (found['empty-row'] ?? 0) + (found['note-row'] ?? 0);
  const repeated = file.rows - all - totals - others;
  return file.rows === all || repeated < 0 ? null : { rows: file.rows, orders: all, totals, others, repeated };
}
