/** The orders whose customer may change with some orders' keys: everything connected to them by old or new keys. Before `match-customer`. */

import type { Database } from 'better-sqlite3';
import type { IdentityKey, IdentityKind } from '../../src-shared/identity.ts';
import { type OrderKeys, textOfKey } from './match-customer.ts';

const ordersOfKey = `
  select order_identity.order_id
  from identity
  cross join order_identity on order_identity.identity_id = identity.identity_id
  where identity.kind = ? and identity.value = ?`;
const keysOfStoredOrder = `
  select identity.kind, identity.value
  from order_identity
  cross join identity on identity.identity_id = order_identity.identity_id
  where order_identity.order_id = ?`;

export interface Affected {
  /** Whole components as they will be: touched orders with their new keys, the others with their stored ones. */
  readonly orders: readonly OrderKeys[];
  /** Every key any of them had or will have. */
  readonly keys: readonly IdentityKey[];
}

const AT_ONCE = 1000;

/** Yields how many keys were followed so far. */
export function* affectedOrders(
  ledger: Database,
  changed: ReadonlyMap<number, readonly IdentityKey[] | null>,
): Generator<number, Affected> {
  const askOrders = ledger.prepare<[IdentityKind, string], number>(ordersOfKey).pluck();
  const askKeys = ledger.prepare<[number], IdentityKey>(keysOfStoredOrder);
  const hasOrders = ledger.prepare('select 1 from order_identity limit 1').get() !== undefined;
  const orders = new Map<number, OrderKeys>();
  const keys = new Map<string, IdentityKey>();
  const waiting: IdentityKey[] = [];
  // The same key is often the same object: that is seen without comparing words.
  const met = new Set<IdentityKey>();
  const meet = (key: IdentityKey): void => {
    if (met.has(key)) return;
    met.add(key);
    const text = textOfKey(key);
    if (keys.has(text)) return;
    keys.set(text, key);
    waiting.push(key);
  };
  for (const [orderId, after] of changed) {
    if (after !== null && after.length > 0) orders.set(orderId, { orderId, keys: after });
    for (const key of after ?? []) meet(key);
    if (hasOrders) for (const key of askKeys.all(orderId)) meet(key);
  }
  let done = 0;
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    done += 1;
    if (done % AT_ONCE === 0) yield done;
    if (!hasOrders) continue;
    for (const orderId of askOrders.all(key.kind, key.value)) {
      if (changed.has(orderId) || orders.has(orderId)) continue;
      const stored = askKeys.all(orderId);
      orders.set(orderId, { orderId, keys: stored });
      for (const other of stored) meet(other);
    }
  }
  yield done;
  return { orders: [...orders.values()], keys: [...keys.values()] };
}
