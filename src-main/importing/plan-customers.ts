/** Who the customers of the touched orders are from now on, and what changes for that in the ledger. After `plan-orders`. */

import type { Database } from 'better-sqlite3';
import type { IdentityKey } from '../../src-shared/identity.ts';
import { type Affected, affectedOrders } from './affected-orders.ts';
import { type CustomerGroup, type Matching, matchCustomers, textOfKey } from './match-customer.ts';
import type { Desk, OrderPlan } from './plan-orders.ts';

export interface CustomerPlan {
  /** Customer of every affected order from now on. */
  readonly owners: ReadonlyMap<number, number>;
  readonly newCustomers: ReadonlySet<number>;
  readonly goneCustomers: readonly number[];
}

interface KnownIdentity {
  readonly customer: number | null;
}

interface StoredCustomer {
  readonly customer: number;
  readonly kind: string;
  readonly value: string;
}

interface Known {
  /** The stored customer of a key; undefined when the key is new. */
  readonly identities: ReadonlyMap<string, number | null>;
  readonly anchors: ReadonlyMap<number, string>;
}

function knownOf(ledger: Database, keys: readonly IdentityKey[]): Known {
  const askIdentity = ledger.prepare<[string, string], KnownIdentity>(
    'select customer_id as customer from identity where kind = ? and value = ?',
  );
  const askCustomer = ledger.prepare<[number], StoredCustomer>(
    'select customer_id as customer, anchor_kind as kind, anchor_value as value from customer where customer_id = ?',
  );
  const identities = new Map<string, number | null>();
  const anchors = new Map<number, string>();
  if (ledger.prepare('select 1 from identity limit 1').get() === undefined) return { identities, anchors };
  for (const key of keys) {
    const found = askIdentity.get(key.kind, key.value);
    if (found === undefined) continue;
    identities.set(textOfKey(key), found.customer);
    if (found.customer === null || anchors.has(found.customer)) continue;
    const stored = askCustomer.get(found.customer);
    if (stored !== undefined) anchors.set(stored.customer, `${stored.kind} ${stored.value}`);
  }
  return { identities, anchors };
}

/** A customer keeps its number as long as any of its keys does: the one with the same anchor, else the lowest unclaimed. */
function numberGroups(
  ledger: Database,
  groups: readonly CustomerGroup[],
  known: Known,
): ReadonlyMap<CustomerGroup, number> {
  const byAnchor = new Map([...known.anchors].map(([customer, anchor]) => [anchor, customer]));
  const numbers = new Map<CustomerGroup, number>();
  const claimed = new Set<number>();
  for (const group of groups) {
    const same = byAnchor.get(textOfKey(group.anchor));
    if (same === undefined) continue;
    numbers.set(group, same);
    claimed.add(same);
  }
  let next = ledger.prepare<[], number>('select coalesce(max(customer_id), 0) + 1 from customer').pluck().get() ?? 1;
  for (const group of groups) {
    if (numbers.has(group)) continue;
    const candidates = group.keys
      .map((key) => known.identities.get(textOfKey(key)) ?? null)
      .filter((customer) => customer !== null)
      .filter((customer) => !claimed.has(customer));
    const number = candidates.length > 0 ? Math.min(...candidates) : next++;
    numbers.set(group, number);
    claimed.add(number);
  }
  return numbers;
}

/** Remembers identities that are new, change hands or go. Answers whose identities change. */
function planIdentities(
  planning: Database,
  affected: Affected,
  after: ReadonlyMap<string, number | null>,
  known: Known,
): ReadonlySet<number> {
  const add = planning.prepare('insert into plan_identity (kind, value, customer_id, gone) values (?, ?, ?, ?)');
  const changed = new Set<number>();
  for (const key of affected.keys) {
    const text = textOfKey(key);
    const [was, will] = [known.identities.get(text), after.get(text)];
    if (was === will) continue;
    if (typeof was === 'number') changed.add(was);
    if (typeof will === 'number') changed.add(will);
    if (will !== undefined || was !== undefined) add.run(key.kind, key.value, will ?? null, will === undefined ? 1 : 0);
  }
  return changed;
}

/** Remembers whose order it is where that changes. Answers the customers that win or lose one, or whose order says something new. */
function planOwners(
  desk: Desk,
  changed: OrderPlan['keys'],
  affected: Affected,
  owners: ReadonlyMap<number, number>,
): ReadonlySet<number> {
  const ask = desk.ledger
    .prepare<[number], number | null>('select customer_id from shop_order where order_id = ?')
    .pluck();
  const add = desk.planning.prepare('insert into plan_owner (order_id, customer_id) values (?, ?)');
  const last = desk.ledger.prepare<[], number | null>('select max(order_id) from shop_order').pluck().get() ?? 0;
  const touched = new Set<number>();
  for (const orderId of new Set([...changed.keys(), ...affected.orders.map((order) => order.orderId)])) {
    const [was, will] = [orderId > last ? null : (ask.get(orderId) ?? null), owners.get(orderId) ?? null];
    if (was !== will && changed.get(orderId) !== null) add.run(orderId, will);
    if (was === will && !changed.has(orderId)) continue;
    if (was !== null) touched.add(was);
    if (will !== null) touched.add(will);
  }
  return touched;
}

function planGroups(
  planning: Database,
  matching: Matching,
  numbers: ReadonlyMap<CustomerGroup, number>,
  known: Known,
  touched: ReadonlySet<number>,
): Pick<CustomerPlan, 'newCustomers' | 'goneCustomers'> {
  const add = planning.prepare('insert into plan_customer values (?, ?, ?, ?, ?)');
  const newCustomers = new Set<number>();
  for (const group of matching.groups) {
    const number = numbers.get(group);
    if (number === undefined) continue;
    const { kind, value } = group.anchor;
    const isNew = !known.anchors.has(number);
    if (isNew) newCustomers.add(number);
    if (!isNew && !touched.has(number) && known.anchors.get(number) === textOfKey(group.anchor)) continue;
    add.run(number, kind, value, kind === 'likely' ? 'likely' : 'certain', isNew ? 'new' : 'kept');
  }
  const alive = new Set(numbers.values());
  const goneCustomers = [...known.anchors.keys()].filter((customer) => !alive.has(customer));
  for (const customer of goneCustomers) add.run(customer, '', '', '', 'gone');
  return { newCustomers, goneCustomers };
}

/** Remembers which keys these orders have from now on. */
export function planLinks(planning: Database, changed: OrderPlan['keys']): void {
  const link = planning.prepare('insert or ignore into plan_link (order_id, kind, value) values (?, ?, ?)');
  for (const [orderId, keys] of changed) for (const key of keys ?? []) link.run(orderId, key.kind, key.value);
}

/** Yields how many keys were followed. The keys of `changed` are linked already. */
export function* planCustomers(desk: Desk, changed: OrderPlan['keys']): Generator<number, CustomerPlan> {
  const affected = yield* affectedOrders(desk.ledger, changed);
  const keyCount = affected.keys.length;
  const matching = matchCustomers(affected.orders);
  yield keyCount;
  const known = knownOf(desk.ledger, affected.keys);
  yield keyCount;
  const numbers = numberGroups(desk.ledger, matching.groups, known);
  const owners = new Map<number, number>();
  const after = new Map<string, number | null>(matching.sharedKeys.map((key) => [textOfKey(key), null]));
  for (const [group, number] of numbers) {
    for (const orderId of group.orderIds) owners.set(orderId, number);
    for (const key of group.keys) after.set(textOfKey(key), number);
  }
  const changedIdentities = planIdentities(desk.planning, affected, after, known);
  yield keyCount;
  const touched = new Set([...changedIdentities, ...planOwners(desk, changed, affected, owners)]);
  yield keyCount;
  return { owners, ...planGroups(desk.planning, matching, numbers, known, touched) };
}
