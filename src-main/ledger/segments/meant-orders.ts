/** The orders of one customer that a condition speaks of: how many, what they come to, the newest of them. */

import { mostMeantOrders, type OrdersHad } from '../../../src-shared/contract/memberships.ts';
import { minorOf } from '../../../src-shared/money.ts';
import type { CustomerScores } from '../customers-scores.ts';
import { keptSql } from '../exclusions/kept-orders.ts';
import { explainedOrder, type OrderRow } from '../explained-orders.ts';
import type { SqlValue } from '../filter/named-values.ts';
import type { Reading } from '../transaction.ts';
import meantOrders from './meant-orders.sql?raw';

export interface One {
  readonly reading: Reading;
  readonly scores: CustomerScores;
  readonly customer: number;
}

/** `wanted`: a condition over `shop_order`, whose values are `values`. */
export function ordersWhere(
  { reading, scores, customer }: One,
  wanted: string,
  values: Readonly<Record<string, SqlValue>>,
): OrdersHad {
  const sql = keptSql(
    reading,
    meantOrders.replace('--[wanted]', () => wanted),
    scores.basis.excluded,
  );
  const { on, currency, basis } = scores;
  const used = { on, currency, shop: basis.shop ?? null, customer, ...values };
  const rows = reading.connection.prepare<[object], OrderRow & { counts: number }>(sql).all(used);
  const net = rows.reduce((sum, row) => sum + (row.counts === 1 ? (row.net_minor ?? 0) : 0), 0);
  const orders = rows.slice(0, mostMeantOrders).map((row) => explainedOrder(row, row.counts === 1));
  return { count: rows.length, netMinor: minorOf(net), orders };
}

/** Just these, by their numbers. */
export function ordersNumbered(one: One, ids: readonly number[]): OrdersHad {
  return ordersWhere(one, 'order_id in (select value from json_each(:ids))', { ids: JSON.stringify(ids) });
}
