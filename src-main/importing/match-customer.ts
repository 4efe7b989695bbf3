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

/** Buyer ids and e-mails of one order belong to one person; through shared keys, of many orders. */
function joinStrong(orders: readonly OrderKeys[]): Forest {
  const forest = forestOf();
  for (const { keys } of orders) {
    const [first, ...others] = keys.filter(isStrong);
    if (first === undefined) continue;
    rootOf(forest, textOfKey(first));
    for (const other of others) join(forest, textOfKey(first), textOfKey(other));
  }
  return forest;
}

/** Which people (roots of strong groups) each phone was seen with. */
function peopleOfPhones(orders: readonly OrderKeys[], strong: Forest): Map<string, Set<string>> {
  const people = new Map<string, Set<string>>();
  for (const { keys } of orders) {
    const phone = keys.find(({ kind }) => kind === 'phone');
    if (phone === undefined) continue;
    const known = people.get(phone.value) ?? new Set<string>();
    people.set(phone.value, known);
    const own = keys.find(isStrong);
    if (own !== undefined) known.add(rootOf(strong, textOfKey(own)));
  }
  return people;
}

/** On which marketplaces each person has an id. */
function marketplacesOfPeople(orders: readonly OrderKeys[], strong: Forest): Map<string, Set<string>> {
  const marketplaces = new Map<string, Set<string>>();
  for (const { keys } of orders) {
    for (const key of keys) {
      if (key.kind !== 'buyer') continue;
      const root = rootOf(strong, textOfKey(key));
      const known = marketplaces.get(root) ?? new Set<string>();
      known.add(key.value.slice(0, key.value.indexOf(':')));
      marketplaces.set(root, known);
    }
  }
  return marketplaces;
}

/** Would joining these people put two ids of one marketplace, not joined by e-mail, into one? */
function conflict(people: Iterable<string>, marketplaces: ReadonlyMap<string, ReadonlySet<string>>): boolean {
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
  people: ReadonlyMap<string, ReadonlySet<string>>,
  marketplaces: ReadonlyMap<string, ReadonlySet<string>>,
): { readonly joined: Forest; readonly shared: ReadonlySet<string> } {
  const shared = new Set<string>();
  const candidates = forestOf();
  for (const [phone, roots] of people) {
    const [first, ...others] = roots;
    if (first === undefined) continue;
    rootOf(candidates, first);
    if (conflict(roots, marketplaces)) shared.add(phone);
    else for (const other of others) join(candidates, first, other);
  }
  const members = new Map<string, string[]>();
  for (const root of candidates.keys()) {
    const cluster = rootOf(candidates, root);
    const known = members.get(cluster) ?? [];
    members.set(cluster, known);
    known.push(root);
  }
  const broken = new Set([...members].filter(([, roots]) => conflict(roots, marketplaces)).map(([cluster]) => cluster));
  const joined = forestOf();
  for (const [phone, roots] of people) {
    const [first, ...others] = roots;
    if (first === undefined || others.length === 0 || shared.has(phone)) continue;
    if (broken.has(rootOf(candidates, first))) shared.add(phone);
    else for (const other of others) join(joined, first, other);
  }
  return { joined, shared };
}

/** The group name of an order; null when it has no keys. */
function groupNames(orders: readonly OrderKeys[]): {
  readonly nameOf: (keys: readonly IdentityKey[]) => string | null;
  readonly shared: ReadonlySet<string>;
} {
  const strong = joinStrong(orders);
  const people = peopleOfPhones(orders, strong);
  const { joined, shared } = joinByPhones(people, marketplacesOfPeople(orders, strong));
  return {
    shared,
    nameOf(keys) {
      const own = keys.find(isStrong);
      if (own !== undefined) return rootOf(joined, rootOf(strong, textOfKey(own)));
      const [key] = keys;
      if (key === undefined) return null;
      if (key.kind !== 'phone' || shared.has(key.value)) return textOfKey(key);
      const [person] = people.get(key.value) ?? [];
      return person === undefined ? textOfKey(key) : rootOf(joined, person);
    },
  };
}

/** All orders of whole components of shared keys in, the customers out. Independent of the order of `orders`. */
export function matchCustomers(orders: readonly OrderKeys[]): Matching {
  const { nameOf, shared } = groupNames(orders);
  const groups = new Map<string, { keys: Map<string, IdentityKey>; orderIds: number[] }>();
  const sharedKeys = new Map<string, IdentityKey>();
  for (const { orderId, keys } of orders) {
    const name = nameOf(keys);
    if (name === null) continue;
    const group = groups.get(name) ?? { keys: new Map<string, IdentityKey>(), orderIds: [] };
    groups.set(name, group);
    group.orderIds.push(orderId);
    for (const key of keys) {
      // A shared phone belongs to the orders that have nothing else, if there are any.
      const ofOthers = key.kind === 'phone' && shared.has(key.value) && keys.length > 1;
      (ofOthers ? sharedKeys : group.keys).set(textOfKey(key), key);
    }
  }
  const finished: CustomerGroup[] = [];
  for (const { keys, orderIds } of groups.values()) {
    const sorted = [...keys.values()].sort(compareKeys);
    const [anchor] = sorted;
    if (anchor !== undefined) finished.push({ anchor, keys: sorted, orderIds: orderIds.sort((a, b) => a - b) });
  }
  return {
    groups: finished.sort((a, b) => compareKeys(a.anchor, b.anchor)),
    sharedKeys: [...sharedKeys.values()].filter((key) => !groups.has(textOfKey(key))).sort(compareKeys),
  };
}
