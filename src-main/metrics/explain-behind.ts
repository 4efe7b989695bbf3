/** What a figure of a metric is made of, where the metric itself says which orders stand behind one: a month, a cohort, a pair of items. */

import type { ExplainedOrder } from '../../src-shared/contract/explanations.ts';
import { keptSql } from '../ledger/exclusions/kept-orders.ts';
import { explainedOrder, type OrderRow, type OrderWindow } from '../ledger/explained-orders.ts';
import type { Reading } from '../ledger/transaction.ts';
import behindOrders from './behind-orders.sql?raw';
import type { Behind, Cell, SqlParams } from './metric.ts';

/** Which figure of a metric is meant, by the names of its statement's parameters: `{ month: '2026-05', part: 'new' }`. */
export type FigureRow = Readonly<Record<string, string | number>>;

export interface BehindFigure {
  /** The statement of its orders, without the excluded ones unless they are asked for. */
  readonly sql: string;
  readonly params: SqlParams;
}

/** Parameters nobody gave are null: no condition. */
export function behindFigure(
  reading: Reading,
  behind: Behind,
  params: SqlParams,
  row: FigureRow,
  excluded: boolean | undefined,
): BehindFigure {
  const own: Record<string, Cell> = Object.fromEntries(behind.keys.map((key) => [key, row[key] ?? null]));
  return { sql: keptSql(reading, behind.sql, excluded), params: { ...params, ...own } };
}

export interface BehindSums {
  readonly orders: number;
  readonly customers: number;
  readonly sumMinor: number;
}

/** How many orders and customers stand behind it, and the net of them. */
export function behindSums(reading: Reading, { sql, params }: BehindFigure): BehindSums {
  const sums = `select count(*) as orders, count(distinct customer_id) as customers, coalesce(sum(net_minor), 0) as sumMinor from (${sql})`;
  // One row: it counts.
  return reading.connection.prepare(sums).get(params) as BehindSums;
}

/** A window of its orders, newest first. */
export function behindOrdersIn(
  reading: Reading,
  { sql, params }: BehindFigure,
  { from, count }: OrderWindow,
): ExplainedOrder[] {
  const whole = behindOrders.replace('(select 1)', () => `(${sql})`);
  return reading.connection
    .prepare<[SqlParams], OrderRow>(whole)
    .all({ ...params, window_from: from, window_count: count })
    .map((row) => explainedOrder(row, true));
}
