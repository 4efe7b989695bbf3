/** Who the customers of the touched orders are from now on, and what changes for that in the ledger. After `plan-orders`. */

import type { Database } from 'better-sqlite3';
import type { Decision, IdentityKey } from '../../src-shared/identity.ts';
import { keysOfDecisions, readDecisions } from '../ledger/identity-decisions.ts';
import { affectedOrders } from './affected-orders.ts';
import { certaintyOf, confirmedKeys } from './confirmed.ts';
import { type CustomerGroup, type Matching, matchCustomers, type OrderKeys, textOfKey } from './match-customer.ts';
import type { Desk, OrderPlan } from './plan-orders.ts';

export interface CustomerPlan {
  /** Customer of every affected order from now on. */
  readonly owners: ReadonlyMap<number, number>;
  readonly newCustomers: ReadonlySet<number>;
  readonly goneCustomers: readonly number[];
}

/** A matching that is to be planned, and what it is of. */
export interface Matched {
  /** Every order that was matched by itself, with its keys from now on. */
  readonly orders: readonly OrderKeys[];
  /** Every key any of the matching's orders had or will have. */
  readonly keys: readonly IdentityKey[];
  readonly matching: Matching;
  /** The owner's, as they were matched by. */
  readonly decisions: readonly Decision[];
  /** The next free number of a customer. */
  readonly next: number;
}

interface KnownIdentity {
  readonly customer: number | null;
}

interface StoredCustomer {
  readonly customer: number;
  readonly certainty: string;
  readonly kind: string;
  readonly value: string;
}

interface Known {
  /** The stored customer of a key; undefined when the key is new. */
  readonly identities: ReadonlyMap<string, number | null>;
  readonly anchors: ReadonlyMap<number, string>;
  readonly certainties: ReadonlyMap<number, string>;
}

function knownOf(ledger: Database, keys: readonly IdentityKey[]): Known {
  const askIdentity = ledger.prepare<[string, string], KnownIdentity>(
    'select customer_id as customer from identity where kind = ? and value = ?',
  );
  const askCustomer = ledger.prepare<[number], StoredCustomer>(
    'select customer_id as customer, certainty, anchor_kind as kind, anchor_value as value from customer where customer_id = ?',
  );
  const identities = new Map<string, number | null>();
  const anchors = new Map<number, string>();
  const certainties = new Map<number, string>();
  if (ledger.prepare('select 1 from identity limit 1').get() === undefined) return { identities, anchors, certainties };
  for (const key of keys) {
    const found = askIdentity.get(key.kind, key.value);
    if (found === undefined) continue;
    identities.set(textOfKey(key), found.customer);
    if (found.customer === null || anchors.has(found.customer)) continue;
    const stored = askCustomer.get(found.customer);
    if (stored === undefined) continue;
    anchors.set(stored.customer, `${stored.kind} ${stored.value}`);
    certainties.set(stored.customer, stored.certainty);
  }
  return { identities, anchors, certainties };
}

/** A customer keeps its number as long as any of its keys does: the one with the same anchor, else the lowest unclaimed. */
function numberGroups(
  groups: readonly CustomerGroup[],
  known: Known,
  firstFree: number,
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
  let next = firstFree;
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
  affected: Pick<Matched, 'keys'>,
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
  affected: Pick<Matched, 'orders'>,
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

interface PlannedGroup {
  readonly group: CustomerGroup;
  readonly number: number;
  readonly certainty: 'certain' | 'likely';
}

function planGroups(
  planning: Database,
  groups: readonly PlannedGroup[],
  known: Known,
  touched: ReadonlySet<number>,
): Pick<CustomerPlan, 'newCustomers' | 'goneCustomers'> {
  const add = planning.prepare('insert into plan_customer values (?, ?, ?, ?, ?)');
  const newCustomers = new Set<number>();
  for (const { group, number, certainty } of groups) {
    const { kind, value } = group.anchor;
    const isNew = !known.anchors.has(number);
    if (isNew) newCustomers.add(number);
    const isAsBefore =
      known.anchors.get(number) === textOfKey(group.anchor) && known.certainties.get(number) === certainty;
    if (!isNew && !touched.has(number) && isAsBefore) continue;
    add.run(number, kind, value, certainty, isNew ? 'new' : 'kept');
  }
  const alive = new Set(groups.map(({ number }) => number));
  const goneCustomers = [...known.anchors.keys()].filter((customer) => !alive.has(customer));
  for (const customer of goneCustomers) add.run(customer, '', '', '', 'gone');
  return { newCustomers, goneCustomers };
}

/** Remembers which orders carry keys that belong to somebody else: through the others they are found by their customer. */
function planStrays(
  desk: Desk,
  changed: OrderPlan['keys'],
  { orders }: Matched,
  owners: ReadonlyMap<number, number>,
  after: ReadonlyMap<string, number | null>,
): void {
  const link = desk.planning.prepare('insert or ignore into plan_link (order_id, kind, value) values (?, ?, ?)');
  const unlink = desk.planning.prepare('insert or ignore into plan_unlinked (order_id) values (?)');
  const strays = desk.ledger.prepare('select 1 from order_identity limit 1').get() !== undefined;
  if (strays) for (const orderId of [...changed.keys(), ...orders.map((order) => order.orderId)]) unlink.run(orderId);
  for (const { orderId, keys } of orders) {
    const owner = owners.get(orderId);
    for (const key of keys) if ((after.get(textOfKey(key)) ?? null) !== owner) link.run(orderId, key.kind, key.value);
  }
}

export function nextCustomer(ledger: Database): number {
  return ledger.prepare<[], number>('select coalesce(max(customer_id), 0) + 1 from customer').pluck().get() ?? 1;
}

/**
 * Orders that say the same as before of who bought stay whose they are, unless the matching met them. Names those of whom they say
 * something new; `owners` come to hold them.
 */
function planSettled({ ledger, planning }: Desk, settled: OrderPlan['settled'], owners: Map<number, number>): void {
  const ask = ledger.prepare<[number], number | null>('select customer_id from shop_order where order_id = ?').pluck();
  const summed = new Set<number>();
  for (const [orderId, changesSums] of settled) {
    const stored = ask.get(orderId) ?? null;
    if (stored === null) continue;
    if (changesSums) summed.add(stored);
    if (!owners.has(orderId)) owners.set(orderId, stored);
  }
  planSums(planning, 'summed', summed);
}

/**
 * Of these customers what their orders come to changes, and what the newest says, if nothing more becomes of them. summed: it is worked out
 * again; added: new orders are added to it.
 */
export function planSums(planning: Database, action: 'summed' | 'added', customers: Iterable<number>): void {
  const add = planning.prepare("insert or ignore into plan_customer values (?, '', '', '', ?)");
  for (const customer of customers) add.run(customer, action);
}

/** Plans what a matching changes in the ledger. Yields `keys.length` between its steps. */
export function* planMatching(
  desk: Desk,
  { keys: changed, settled }: OrderPlan,
  matched: Matched,
): Generator<number, CustomerPlan> {
  const { matching, keys, next, decisions } = matched;
  const known = knownOf(desk.ledger, keys);
  yield keys.length;
  const numbers = numberGroups(matching.groups, known, next);
  const owners = new Map<number, number>();
  const after = new Map<string, number | null>(matching.sharedKeys.map((key) => [textOfKey(key), null]));
  for (const [group, number] of numbers) {
    for (const orderId of group.orderIds) owners.set(orderId, number);
    for (const key of group.keys) after.set(textOfKey(key), number);
  }
  const changedIdentities = planIdentities(desk.planning, matched, after, known);
  yield keys.length;
  planStrays(desk, changed, matched, owners, after);
  const touched = new Set([...changedIdentities, ...planOwners(desk, changed, matched, owners)]);
  // Orders that are planned elsewhere come to somebody as well.
  const own = new Set(matched.orders.map(({ orderId }) => orderId));
  for (const [orderId, number] of owners) if (!own.has(orderId)) touched.add(number);
  yield keys.length;
  // What was chosen for people put together holds or not with where the others of the decision are.
  for (const key of keysOfDecisions(decisions.filter(({ verdict }) => verdict === 'same'))) {
    const owner = after.get(textOfKey(key)) ?? null;
    if (owner !== null) touched.add(owner);
  }
  const confirmed = confirmedKeys(decisions, (key) => after.get(key));
  const groups = [...numbers].map(([group, number]) => ({ group, number, certainty: certaintyOf(group, confirmed) }));
  const planned = planGroups(desk.planning, groups, known, touched);
  planSettled(desk, settled, owners);
  return { owners, ...planned };
}

/** `seeds`: keys that are to be matched again though no order of theirs changes. Yields how many keys were followed. */
export function* planCustomers(
  desk: Desk,
  changed: OrderPlan,
  seeds: readonly IdentityKey[] = [],
): Generator<number, CustomerPlan> {
  const decisions = readDecisions(desk.ledger);
  const affected = yield* affectedOrders(desk.ledger, changed.keys, decisions, seeds);
  const matching = matchCustomers(affected.orders, decisions);
  yield affected.keys.length;
  return yield* planMatching(desk, changed, { ...affected, matching, decisions, next: nextCustomer(desk.ledger) });
}
