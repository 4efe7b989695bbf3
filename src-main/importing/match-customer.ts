/**
 * Whose order is this: identities in falling order of trust. A pure function of all orders' keys, so customers do not depend
 * on the order of imports. Between the fold and the customers of the ledger.
 */

import { type IdentityKey, type IdentityKind, identityKinds } from '../../src-shared/identity.ts';
import { type Forest, forestOf, join, rootOf } from './forest.ts';

export interface OrderKeys {
  readonly orderId: number;
  /** At most one phone, and a likely key only alone: as `keysOfOrder` gives them. */
  readonly keys: readonly IdentityKey[];
}

export interface CustomerGroup {
  /** The strongest, then smallest key: the customer's stable name. */
  readonly anchor: IdentityKey;
  readonly keys: readonly IdentityKey[];
  readonly orderIds: readonly number[];
}

export interface Matching {
  /** In the order of their anchors. */
  readonly groups: readonly CustomerGroup[];
  /** Phones shared by several buyers: they link nobody. */
  readonly sharedKeys: readonly IdentityKey[];
}

export function textOfKey(key: IdentityKey): string {
  return `${key.kind} ${key.value}`;
}

const trust = new Map<IdentityKind, number>(identityKinds.map((kind, index) => [kind, index]));

export function compareKeys(a: IdentityKey, b: IdentityKey): number {
  const difference = (trust.get(a.kind) ?? 0) - (trust.get(b.kind) ?? 0);
  if (difference !== 0 || a.value === b.value) return difference;
  return a.value < b.value ? -1 : 1;
}

const isStrong = ({ kind }: IdentityKey): boolean => kind === 'buyer' || kind === 'email';

/** Every key as a number, every order as the numbers of its keys: joining numbers is quick, also for a million orders. */
interface Numbered {
  readonly orders: readonly OrderKeys[];
  readonly keys: readonly IdentityKey[];
  /** The numbers of an order's keys stand at `starts[order]` up to `starts[order + 1]`. */
  readonly numbers: Int32Array;
  readonly starts: Int32Array;
}

function numbered(orders: readonly OrderKeys[]): Numbered {
  const known = new Map(identityKinds.map((kind) => [kind, new Map<string, number>()]));
  const keys: IdentityKey[] = [];
  const starts = new Int32Array(orders.length + 1);
  const numbers = new Int32Array(orders.reduce((sum, order) => sum + order.keys.length, 0));
  let filled = 0;
  orders.forEach((order, at) => {
    for (const key of order.keys) {
      const ofKind = known.get(key.kind);
      let number = ofKind?.get(key.value);
      if (number === undefined) {
        number = keys.push(key) - 1;
        ofKind?.set(key.value, number);
      }
      numbers[filled] = number;
      filled += 1;
    }
    starts[at + 1] = filled;
  });
  return { orders, keys, numbers, starts };
}

/** The first of an order's keys of which `test` holds; -1: none. */
function firstKey({ keys, numbers, starts }: Numbered, order: number, test: (key: IdentityKey) => boolean): number {
  for (let at = starts[order] ?? 0; at < (starts[order + 1] ?? 0); at += 1) {
    const number = numbers[at] ?? -1;
    const key = keys[number];
    if (key !== undefined && test(key)) return number;
  }
  return -1;
}

/** Buyer ids and e-mails of one order belong to one person; through shared keys, of many orders. */
function joinStrong(all: Numbered): Forest {
  const forest = forestOf(all.keys.length);
  const { keys, numbers, starts } = all;
  for (let order = 0; order < all.orders.length; order += 1) {
    const first = firstKey(all, order, isStrong);
    if (first < 0) continue;
    for (let at = starts[order] ?? 0; at < (starts[order + 1] ?? 0); at += 1) {
      const number = numbers[at] ?? 0;
      const key = keys[number];
      if (key !== undefined && isStrong(key)) join(forest, first, number);
    }
  }
  return forest;
}

const isPhone = ({ kind }: IdentityKey): boolean => kind === 'phone';

/** Which people (roots of strong groups) each phone was seen with. */
function peopleOfPhones(all: Numbered, strong: Forest): ReadonlyMap<number, readonly number[]> {
  const people = new Map<number, number[]>();
  for (let order = 0; order < all.orders.length; order += 1) {
    const phone = firstKey(all, order, isPhone);
    if (phone < 0) continue;
    const known = people.get(phone) ?? [];
    if (known.length === 0) people.set(phone, known);
    const own = firstKey(all, order, isStrong);
    const root = own < 0 ? -1 : rootOf(strong, own);
    if (root >= 0 && !known.includes(root)) known.push(root);
  }
  return people;
}

/** On which marketplaces each person has an id. */
function marketplacesOfPeople({ keys }: Numbered, strong: Forest): ReadonlyMap<number, readonly string[]> {
  const marketplaces = new Map<number, string[]>();
  keys.forEach((key, number) => {
    if (key.kind !== 'buyer') return;
    const root = rootOf(strong, number);
    const marketplace = key.value.slice(0, key.value.indexOf(':'));
    const known = marketplaces.get(root);
    if (known === undefined) marketplaces.set(root, [marketplace]);
    else if (!known.includes(marketplace)) known.push(marketplace);
  });
  return marketplaces;
}

/** Would joining these people put two ids of one marketplace, not joined by e-mail, into one? */
function conflict(people: readonly number[], marketplaces: ReadonlyMap<number, readonly string[]>): boolean {
  if (people.length < 2) return false;
  const seen = new Set<string>();
  for (const person of people) {
    for (const marketplace of marketplaces.get(person) ?? []) {
      if (seen.has(marketplace)) return true;
      seen.add(marketplace);
    }
  }
  return false;
}

/** The people as phones join them, and the phones that join nobody: gifts and parcel stations share phones. */
function joinByPhones(
  people: ReadonlyMap<number, readonly number[]>,
  marketplaces: ReadonlyMap<number, readonly string[]>,
  count: number,
): { readonly joined: Forest; readonly shared: ReadonlySet<number> } {
  const shared = new Set<number>();
  const candidates = forestOf(count);
  const several = [...people].filter(([, roots]) => roots.length > 1);
  for (const [phone, roots] of several) {
    if (conflict(roots, marketplaces)) shared.add(phone);
    else for (const root of roots) join(candidates, roots[0] ?? root, root);
  }
  const members = new Map<number, Set<number>>();
  for (const root of several.flatMap(([, roots]) => roots)) {
    const cluster = rootOf(candidates, root);
    const known = members.get(cluster) ?? new Set<number>();
    members.set(cluster, known.add(root));
  }
  const broken = new Set(
    [...members].filter(([, roots]) => conflict([...roots], marketplaces)).map(([cluster]) => cluster),
  );
  const joined = forestOf(count);
  for (const [phone, roots] of several) {
    const [first] = roots;
    if (first === undefined || shared.has(phone)) continue;
    if (broken.has(rootOf(candidates, first))) shared.add(phone);
    else for (const root of roots) join(joined, first, root);
  }
  return { joined, shared };
}

/** The group of each order, as a number; -1 when it has no keys. */
function groupNumbers(all: Numbered): {
  readonly groupOf: (order: number) => number;
  readonly shared: ReadonlySet<number>;
} {
  const strong = joinStrong(all);
  const people = peopleOfPhones(all, strong);
  const { joined, shared } = joinByPhones(people, marketplacesOfPeople(all, strong), all.keys.length);
  return {
    shared,
    groupOf(order) {
      const own = firstKey(all, order, isStrong);
      if (own >= 0) return rootOf(joined, rootOf(strong, own));
      const key = firstKey(all, order, () => true);
      if (key < 0 || shared.has(key)) return key;
      const person = people.get(key)?.[0];
      return person === undefined ? key : rootOf(joined, person);
    },
  };
}

interface Growing {
  readonly keys: Set<number>;
  readonly orderIds: number[];
}

/** All orders of whole components of shared keys in, the customers out. Independent of the order of `orders`. */
export function matchCustomers(orders: readonly OrderKeys[]): Matching {
  const all = numbered(orders);
  const { groupOf, shared } = groupNumbers(all);
  const groups = new Map<number, Growing>();
  const sharedKeys = new Set<number>();
  orders.forEach(({ orderId }, order) => {
    const number = groupOf(order);
    if (number < 0) return;
    let group = groups.get(number);
    if (group === undefined) {
      group = { keys: new Set(), orderIds: [] };
      groups.set(number, group);
    }
    group.orderIds.push(orderId);
    const [from, to] = [all.starts[order] ?? 0, all.starts[order + 1] ?? 0];
    for (let at = from; at < to; at += 1) {
      const key = all.numbers[at] ?? 0;
      // A shared phone belongs to the orders that have nothing else, if there are any.
      const ofOthers = to - from > 1 && shared.has(key);
      (ofOthers ? sharedKeys : group.keys).add(key);
    }
  });
  const keysOf = (numbers: Iterable<number>): IdentityKey[] =>
    Array.from(numbers, (number) => all.keys[number] ?? [])
      .flat()
      .sort(compareKeys);
  const finished: CustomerGroup[] = [];
  for (const { keys, orderIds } of groups.values()) {
    const sorted = keysOf(keys);
    const [anchor] = sorted;
    if (anchor !== undefined) finished.push({ anchor, keys: sorted, orderIds: orderIds.sort((a, b) => a - b) });
  }
  return {
    groups: finished.sort((a, b) => compareKeys(a.anchor, b.anchor)),
    sharedKeys: keysOf([...sharedKeys].filter((key) => !groups.has(key))),
  };
}
