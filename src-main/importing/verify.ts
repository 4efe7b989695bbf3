/**
 * Does the ledger still say what its rows say? Integrity, foreign keys, every order folded again, every customer matched again,
 * every total summed again. Changes nothing. Behind `verify` of the command line and the Settings page.
 */

import type { Database } from 'better-sqlite3';
import type { VerifyReport } from '../../src-shared/contract/ledger.ts';
import type { IdentityKey } from '../../src-shared/identity.ts';
import { excludedAmiss } from '../ledger/exclusions/apply-rules.ts';
import { foldOrder } from '../ledger/fold-order.ts';
import { readDecisions } from '../ledger/identity-decisions.ts';
import { customerFactsOf } from '../ledger/refresh-customers.ts';
import { type Reading, snapshot } from '../ledger/transaction.ts';
import { roomForImport } from './carry-out.ts';
import { certaintyOf, confirmedKeys } from './confirmed.ts';
import differingTotals from './differing-totals.sql?raw';
import { keysOfOrder } from './identity-keys.ts';
import { type CustomerGroup, matchCustomers, type OrderKeys, textOfKey } from './match-customer.ts';
import { livePartsOf, splitMarks, storedOrders, textOfFold } from './plan-orders.ts';
import { stateHash } from './state-hash.ts';
import storedCustomer from './stored-customer.sql?raw';

/** Orders named in a report; more are only counted. */
const NAMED = 100;
const ORDERS_AT_ONCE = 500;

interface KeyedOrder {
  readonly orderId: number;
  readonly orderNumber: string;
  readonly marketplace: string;
}

interface OrdersVerified {
  readonly checked: number;
  readonly differing: readonly string[];
  readonly keys: readonly OrderKeys[];
}

/** Every order ever seen, folded from its live rows. */
function verifyOrders(connection: Database): OrdersVerified {
  const page = connection.prepare<[number, number], KeyedOrder>(
    `select order_id as orderId, order_number as orderNumber, marketplace
     from order_key join shop on shop.shop_id = order_key.shop_id
     where order_id > ? order by order_id limit ?`,
  );
  const partsOf = livePartsOf(connection);
  const stored = storedOrders(connection);
  const markOf = splitMarks(connection);
  const differing: string[] = [];
  const keys: OrderKeys[] = [];
  let checked = 0;
  for (let last = 0; ; ) {
    const orders = page.all(last, ORDERS_AT_ONCE);
    for (const { orderId, orderNumber, marketplace } of orders) {
      const folded = foldOrder(partsOf({ orderId, orderNumber }));
      if (folded !== null) checked += 1;
      if (stored.textOf(orderId) !== (folded && textOfFold(folded))) differing.push(orderNumber);
      if (folded !== null) keys.push({ orderId, keys: keysOfOrder(marketplace, folded, markOf(orderId)) });
      last = orderId;
    }
    if (orders.length < ORDERS_AT_ONCE) return { checked, differing, keys };
  }
}

function groupText(
  anchor: IdentityKey,
  certainty: string,
  keys: readonly IdentityKey[],
  orderIds: readonly number[],
): string {
  return JSON.stringify([
    textOfKey(anchor),
    certainty,
    keys.map(textOfKey).sort(),
    [...orderIds].sort((a, b) => a - b),
  ]);
}

/** The stored customers as the matching would name them. */
function storedGroups(connection: Database): { readonly id: number; readonly text: string }[] {
  const identities = connection.prepare<[number], IdentityKey>(
    'select kind, value from identity where customer_id = ?',
  );
  const orders = connection.prepare<[number], number>('select order_id from shop_order where customer_id = ?').pluck();
  return connection
    .prepare<[], IdentityKey & { id: number; certainty: string }>(
      'select customer_id as id, certainty, anchor_kind as kind, anchor_value as value from customer',
    )
    .all()
    .map(({ id, certainty, ...anchor }) => ({
      id,
      text: groupText(anchor, certainty, identities.all(id), orders.all(id)),
    }));
}

/** Customers that are not who the orders' keys say, or are not called or summed up as their orders say. */
function verifyCustomers(reading: Reading, keys: readonly OrderKeys[]): number {
  const { connection } = reading;
  const decisions = readDecisions(connection);
  const { groups } = matchCustomers(keys, decisions);
  const groupOf = new Map(groups.flatMap(({ keys: own }, place) => own.map((key) => [textOfKey(key), place] as const)));
  const confirmed = confirmedKeys(decisions, (key) => groupOf.get(key));
  const textOfGroup = (group: CustomerGroup): string =>
    groupText(group.anchor, certaintyOf(group, confirmed), group.keys, group.orderIds);
  const wanted = new Set(groups.map(textOfGroup));
  const stored = storedGroups(connection);
  const factsOf = customerFactsOf(reading);
  const askStored = connection.prepare<[number], Record<string, string | null>>(storedCustomer);
  const wrong = new Set<number>();
  for (const { id, text } of stored) {
    if (!wanted.delete(text)) wrong.add(id);
    if (JSON.stringify(askStored.get(id)) !== JSON.stringify(factsOf(id))) wrong.add(id);
  }
  for (const id of connection.prepare<[], number>(differingTotals).pluck().all()) wrong.add(id);
  // A group that no stored customer stands for counts too, unless its customer is wrong already.
  return Math.max(wrong.size, wanted.size);
}

export function verifyLedger(ledger: Reading): VerifyReport {
  return snapshot(ledger, (reading) => {
    const { connection } = reading;
    roomForImport(connection);
    const integrity = String(connection.pragma('integrity_check', { simple: true }));
    const foreignKeys = connection.prepare('pragma foreign_key_check').all().length;
    const { checked, differing: folded, keys } = verifyOrders(connection);
    const differing = [...folded, ...excludedAmiss(reading)];
    const customersDiffering = verifyCustomers(reading, keys);
    const ok = integrity === 'ok' && foreignKeys === 0 && differing.length === 0 && customersDiffering === 0;
    return {
      ok,
      integrity,
      foreignKeys,
      ordersChecked: checked,
      ordersDiffering: differing.slice(0, NAMED),
      customersDiffering,
      stateHash: stateHash(reading),
    };
  });
}

export { stateHash } from './state-hash.ts';
