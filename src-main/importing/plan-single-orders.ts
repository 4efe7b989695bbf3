/**
 * Plans the orders that the ledger has never seen and that one row alone speaks of: their fold was made while the file was read.
 * Says the same as `plan-orders`, which plans all others. Between `stage-fold` and `plan-customers`.
 */

import type { Database } from 'better-sqlite3';
import type { IdentityKey, IdentityKind } from '../../src-shared/identity.ts';
import type { OrderStatus } from '../../src-shared/order.ts';
import type { Tallies, TallyOfMany } from './batch-tally.ts';
import singleOrders from './plan-single-orders.sql?raw';

const ORDERS_AT_ONCE = 5000;
const kinds = ['buyer', 'email', 'phone', 'likely'] as const satisfies readonly IdentityKind[];

type KeysRow = readonly [orderId: number, ...values: (string | null)[]];

/** One object for each key, however many orders have it. */
function keyBook(): (kind: IdentityKind, value: string) => IdentityKey {
  const known = new Map(kinds.map((kind) => [kind, new Map<string, IdentityKey>()]));
  return (kind, value) => {
    const ofKind = known.get(kind) ?? new Map<string, IdentityKey>();
    const found = ofKind.get(value) ?? { kind, value };
    ofKind.set(value, found);
    return found;
  };
}

function tallySingles(planning: Database, tallies: Tallies): void {
  const counts = planning
    .prepare<[], TallyOfMany & { batchNo: number; status: OrderStatus }>(
      `select plan_key.batch_no as batchNo, status, count(*) as orders, count(*) as lines, sum(paid_minor is null) as unknownMoney,
         sum(paid_minor) as paidMinor, sum(refund_minor) as refundMinor, sum(net_minor) as netMinor
       from plan_key join plan_order on plan_order.order_id = plan_key.order_id
       where plan_key.fold_no is not null group by 1, 2`,
    )
    .all();
  for (const { batchNo, status, ...many } of counts) tallies.addMany(batchNo, 'new', status, many);
}

/** Yields how many orders are planned; `keys` gets theirs. */
export function* planSingleOrders(
  planning: Database,
  tallies: Tallies,
  keys: Map<number, readonly IdentityKey[] | null>,
): Generator<number, number> {
  const end = planning
    .prepare<[number, number], number | null>(
      'select max(order_id) from (select order_id from plan_key where order_id > ? order by order_id limit ?)',
    )
    .pluck();
  const [orders, lines, links, named] = singleOrders.split(';').map((sql) => planning.prepare(sql));
  if (orders === undefined || lines === undefined || links === undefined || named === undefined)
    throw new Error('plan-single-orders.sql has four statements');
  const keyOf = keyBook();
  let done = 0;
  for (let last = end.get(0, ORDERS_AT_ONCE) ?? 0, from = 1; last >= from; last = end.get(last, ORDERS_AT_ONCE) ?? 0) {
    const span = { from, to: last };
    orders.run(span);
    lines.run(span);
    links.run(span);
    // In the order of the select's columns.
    for (const row of named.raw().iterate(span) as Iterable<KeysRow>) {
      const [orderId, ...values] = row;
      const found: IdentityKey[] = [];
      for (const [at, kind] of kinds.entries()) {
        const value = values[at];
        if (typeof value === 'string') found.push(keyOf(kind, value));
      }
      keys.set(orderId, found);
      done += 1;
    }
    yield done;
    from = last + 1;
  }
  tallySingles(planning, tallies);
  return done;
}
