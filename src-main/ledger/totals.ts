/** What the ledger holds, in one question: the numbers on the first page, before a restore, and of `totals`. */

import { type Totals, totalsSchema } from '../../src-shared/contract/ledger.ts';
import { keptSql, reasonedSql } from './exclusions/kept-orders.ts';
import totalsSql from './totals.sql?raw';
import type { Reading } from './transaction.ts';

const NO_ORDERS = { unpaid: 0, paid: 0, shipped: 0, completed: 0, closed: 0, partiallyRefunded: 0, refunded: 0 };

/** What a ledger without orders holds. */
export const emptyTotals: Totals = {
  customers: 0,
  likely: 0,
  orders: 0,
  lines: 0,
  ordersWithoutBuyer: 0,
  status: NO_ORDERS,
  byCurrency: {},
  firstDay: null,
  lastDay: null,
};

/** Totals of all shops, or of one. A shop nobody knows has none. `excluded`: orders that rules exclude are in them too. */
export function ledgerTotals(
  reading: Reading,
  of: { readonly shop?: number | undefined; readonly excluded?: boolean | undefined } = {},
): Totals {
  const row = reading.connection
    .prepare<{ shop: number | null }, Readonly<Record<string, unknown>>>(
      keptSql(reading, reasonedSql(reading, totalsSql, of.excluded), of.excluded),
    )
    .get({ shop: of.shop ?? null });
  if (row === undefined) return emptyTotals;
  const status: unknown = JSON.parse(String(row['status']));
  return totalsSchema.parse({
    ...row,
    status: { ...NO_ORDERS, ...(status as object) }, // json_group_object makes an object
    byCurrency: JSON.parse(String(row['byCurrency'])) as unknown,
  });
}
