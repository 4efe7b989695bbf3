/** What an import's figures are made of: its orders, in their present state, and what they come to. */

import type { Explanation } from '../../src-shared/contract/metrics.ts';
import { minorOf } from '../../src-shared/money.ts';
import { Problem } from '../../src-shared/problem.ts';
import type { Reading } from '../ledger/transaction.ts';
import batchOrders from './batch-orders.sql?raw';
import { mostOrders, type OrderRow, orderOf } from './explanation.ts';

interface Sums {
  readonly orders: number;
  readonly net: number | null;
}

/** Subject: 'import-batch'. The sum is null where no file says what was paid. Throws `batch-unknown`. */
export function explainBatch(reading: Reading, batch: number): Explanation {
  const { connection } = reading;
  if (connection.prepare('select 1 from import_batch where batch_id = ?').get(batch) === undefined) {
    throw new Problem('batch-unknown', { batch: String(batch) });
  }
  // One row: it counts. Sums stay in the batch's one currency.
  const { orders, net } = connection
    .prepare(`select count(*) as orders, sum(net_minor) as net from (${batchOrders})`)
    .get({ batch }) as Sums;
  const first = connection
    .prepare<[{ batch: number; most: number }], OrderRow>(`${batchOrders} limit :most`)
    .all({ batch, most: mostOrders });
  const fact = (name: string, value: number) => ({ name, value: String(value), line: null, verdict: null });
  return {
    subject: 'import-batch',
    facts: [fact('orders', orders), ...(net === null ? [] : [fact('netMinor', net)])],
    rules: ['batch', 'net'],
    sql: batchOrders,
    params: { batch },
    orders: first.map(orderOf),
    orderCount: orders,
    sumMinor: net === null ? null : minorOf(net),
  };
}
