/**
 * The orders whose customer may change with some orders' keys: everything connected to them by old or new keys. A stored order's keys are
 * worked out again from what it says; which orders carry a key is known through the key's customer, and through `order_identity` for the
 * few that belong to somebody else. What the owner called the same is connected as well. Before `match-customer`.
 */

import type { Database } from 'better-sqlite3';
import { type Decision, type IdentityKey, withPhone } from '../../src-shared/identity.ts';
import { keysOfOrder, type PersonalFacts } from './identity-keys.ts';
import { type OrderKeys, textOfKey } from './match-customer.ts';
import storedFacts from './stored-facts.sql?raw';

export interface Affected {
  /** Whole components as they will be: touched orders with their new keys, the others with their stored ones. */
  readonly orders: readonly OrderKeys[];
  /** Every key any of them had or will have. */
  readonly keys: readonly IdentityKey[];
  /** Whose orders they are so far. */
  readonly customers: ReadonlySet<number>;
}

const AT_ONCE = 1000;

interface StoredFacts extends PersonalFacts {
  readonly orderId: number;
  readonly marketplace: string;
  readonly mark: string | null;
}

const keysIn = ({ marketplace, mark, ...facts }: StoredFacts): readonly IdentityKey[] =>
  keysOfOrder(marketplace, facts, mark);

/** The keys of a stored order, worked out again; null when the ledger does not have it. */
export function storedKeysOf(ledger: Database): (orderId: number) => readonly IdentityKey[] | null {
  const ask = ledger.prepare<[number], StoredFacts>(`${storedFacts} where shop_order.order_id = ?`);
  return (orderId) => {
    const facts = ask.get(orderId);
    return facts === undefined ? null : keysIn(facts);
  };
}

interface Questions {
  readonly customerOfKey: (key: IdentityKey) => number | null;
  readonly customerOfOrder: (orderId: number) => number | null;
  readonly keysOfCustomer: (customer: number) => readonly IdentityKey[];
  readonly ordersOfCustomer: (customer: number) => readonly StoredFacts[];
  /** Orders that carry the key but belong to somebody else, and such keys of an order. */
  readonly strayOrders: (key: IdentityKey) => readonly number[];
  readonly strayKeys: (orderId: number) => readonly IdentityKey[];
}

function questionsTo(ledger: Database): Questions {
  const ofKey = ledger
    .prepare<[string, string], number | null>('select customer_id from identity where kind = ? and value = ?')
    .pluck();
  const ofOrder = ledger
    .prepare<[number], number | null>('select customer_id from shop_order where order_id = ?')
    .pluck();
  const keys = ledger.prepare<[number], IdentityKey>('select kind, value from identity where customer_id = ?');
  const orders = ledger.prepare<[number], StoredFacts>(`${storedFacts} where shop_order.customer_id = ?`);
  const strays = ledger.prepare('select 1 from order_identity limit 1').get() !== undefined;
  const strayOrders = ledger
    .prepare<[string, string], number>(
      `select order_identity.order_id from identity
       cross join order_identity on order_identity.identity_id = identity.identity_id
       where identity.kind = ? and identity.value = ?`,
    )
    .pluck();
  const strayKeys = ledger.prepare<[number], IdentityKey>(
    `select identity.kind, identity.value from order_identity
     cross join identity on identity.identity_id = order_identity.identity_id
     where order_identity.order_id = ?`,
  );
  return {
    customerOfKey: ({ kind, value }) => ofKey.get(kind, value) ?? null,
    customerOfOrder: (orderId) => ofOrder.get(orderId) ?? null,
    keysOfCustomer: (customer) => keys.all(customer),
    ordersOfCustomer: (customer) => orders.all(customer),
    strayOrders: ({ kind, value }) => (strays ? strayOrders.all(kind, value) : []),
    strayKeys: (orderId) => (strays ? strayKeys.all(orderId) : []),
  };
}

/** The keys that the owner's decisions make one person of with a key. */
function sameAs(decisions: readonly Decision[]): (key: string) => readonly IdentityKey[] {
  const found = new Map<string, IdentityKey[]>();
  for (const { verdict, sides } of decisions) {
    if (verdict !== 'same') continue;
    const keys = sides.flat();
    for (const text of new Set(keys.flatMap(withPhone).map(textOfKey))) {
      const known = found.get(text);
      if (known === undefined) found.set(text, [...keys]);
      else known.push(...keys);
    }
  }
  return (key) => found.get(key) ?? [];
}

/**
 * Follows `changed` orders' keys and, with `seeds`, keys of orders that are planned elsewhere. Yields how many keys were followed so far.
 */
export function* affectedOrders(
  ledger: Database,
  changed: ReadonlyMap<number, readonly IdentityKey[] | null>,
  decisions: readonly Decision[],
  seeds: readonly IdentityKey[] = [],
): Generator<number, Affected> {
  const ask = questionsTo(ledger);
  const storedKeys = storedKeysOf(ledger);
  const same = sameAs(decisions);
  const hasOrders = ledger.prepare('select 1 from identity limit 1').get() !== undefined;
  const orders = new Map<number, OrderKeys>();
  const keys = new Map<string, IdentityKey>();
  const waiting: IdentityKey[] = [];
  const customers = new Set<number>();
  const meet = (key: IdentityKey): void => {
    const text = textOfKey(key);
    if (keys.has(text)) return;
    keys.set(text, key);
    waiting.push(key);
    for (const other of [...withPhone(key), ...same(text)]) meet(other);
  };
  const isMet = (orderId: number): boolean => changed.has(orderId) || orders.has(orderId);
  const meetKeys = (orderId: number, stored: readonly IdentityKey[]): void => {
    orders.set(orderId, { orderId, keys: stored });
    for (const key of stored) meet(key);
  };
  const meetCustomer = (customer: number | null): void => {
    if (customer === null || customers.has(customer)) return;
    customers.add(customer);
    for (const key of ask.keysOfCustomer(customer)) meet(key);
    for (const facts of ask.ordersOfCustomer(customer))
      if (!isMet(facts.orderId)) meetKeys(facts.orderId, keysIn(facts));
  };
  const meetOrder = (orderId: number): void => {
    if (isMet(orderId)) return;
    meetKeys(orderId, storedKeys(orderId) ?? []);
    meetCustomer(ask.customerOfOrder(orderId));
  };
  for (const [orderId, after] of changed) {
    if (after !== null && after.length > 0) orders.set(orderId, { orderId, keys: after });
    for (const key of after ?? []) meet(key);
    if (!hasOrders) continue;
    meetCustomer(ask.customerOfOrder(orderId));
    for (const key of ask.strayKeys(orderId)) meet(key);
  }
  for (const key of seeds) meet(key);
  let done = 0;
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    done += 1;
    if (done % AT_ONCE === 0) yield done;
    if (!hasOrders) continue;
    meetCustomer(ask.customerOfKey(key));
    for (const orderId of ask.strayOrders(key)) meetOrder(orderId);
  }
  yield done;
  return { orders: [...orders.values()], keys: [...keys.values()], customers };
}
