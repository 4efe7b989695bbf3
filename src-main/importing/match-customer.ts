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

/** Every key as a number, every order as the numbers of its keys: joining numbers is quick, also for a million orders. */
export interface Numbered {
  readonly orderCount: number;
  /** Kind of each key, as its place in `identityKinds`. */
  readonly kinds: Uint8Array;
  /** Value of a key. */
  readonly textOf: (key: number) => string;
  /** The numbers of an order's keys stand at `starts[order]` up to `starts[order + 1]`. */
  readonly numbers: Int32Array;
  readonly starts: Int32Array;
}

const [BUYER, EMAIL, PHONE] = [0, 1, 2];

interface NumberedKeys extends Numbered {
  readonly keys: readonly IdentityKey[];
}

function numbered(orders: readonly OrderKeys[]): NumberedKeys {
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
  const kinds = Uint8Array.from(keys, ({ kind }) => trust.get(kind) ?? 0);
  return { orderCount: orders.length, keys, kinds, textOf: (key) => keys[key]?.value ?? '', numbers, starts };
}

/** The first of an order's keys of at most this rank; -1: none. */
function firstKey({ kinds, numbers, starts }: Numbered, order: number, from: number, to: number): number {
  for (let at = starts[order] ?? 0; at < (starts[order + 1] ?? 0); at += 1) {
    const number = numbers[at] ?? -1;
    const kind = kinds[number] ?? 0;
    if (kind >= from && kind <= to) return number;
  }
  return -1;
}

const strongKey = (all: Numbered, order: number): number => firstKey(all, order, BUYER, EMAIL);

/** Buyer ids and e-mails of one order belong to one person; through shared keys, of many orders. */
function joinStrong(all: Numbered): Forest {
  const { kinds, numbers, starts } = all;
  const forest = forestOf(kinds.length);
  for (let order = 0; order < all.orderCount; order += 1) {
    const first = strongKey(all, order);
    if (first < 0) continue;
    for (let at = starts[order] ?? 0; at < (starts[order + 1] ?? 0); at += 1) {
      const number = numbers[at] ?? 0;
      if (number !== first && (kinds[number] ?? 0) <= EMAIL) join(forest, first, number);
    }
  }
  return forest;
}

/** Which people (roots of strong groups) each phone was seen with: the first one by phone, and all where there are several. */
interface PhonePeople {
  /** By key; -1: seen with nobody. */
  readonly first: Int32Array;
  /** Phones seen with several people only. */
  readonly several: ReadonlyMap<number, readonly number[]>;
}

function peopleOfPhones(all: Numbered, strong: Forest): PhonePeople {
  const first = new Int32Array(all.kinds.length).fill(-1);
  const several = new Map<number, number[]>();
  for (let order = 0; order < all.orderCount; order += 1) {
    const phone = firstKey(all, order, PHONE, PHONE);
    if (phone < 0) continue;
    const own = strongKey(all, order);
    if (own < 0) continue;
    const root = rootOf(strong, own);
    const known = first[phone] ?? -1;
    if (known < 0) first[phone] = root;
    else if (known !== root) {
      const people = several.get(phone);
      if (people === undefined) several.set(phone, [known, root]);
      else if (!people.includes(root)) people.push(root);
    }
  }
  return { first, several };
}

/** On which marketplaces each of these people has an id. */
function marketplacesOfPeople(
  { kinds, textOf }: Numbered,
  strong: Forest,
  { several }: PhonePeople,
): ReadonlyMap<number, readonly string[]> {
  const asked = new Set([...several.values()].flat());
  const marketplaces = new Map<number, string[]>();
  if (asked.size === 0) return marketplaces;
  for (let number = 0; number < kinds.length; number += 1) {
    if (kinds[number] !== BUYER) continue;
    const root = rootOf(strong, number);
    if (!asked.has(root)) continue;
    const value = textOf(number);
    const marketplace = value.slice(0, value.indexOf(':'));
    const known = marketplaces.get(root);
    if (known === undefined) marketplaces.set(root, [marketplace]);
    else if (!known.includes(marketplace)) known.push(marketplace);
  }
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
  { several: people }: PhonePeople,
  marketplaces: ReadonlyMap<number, readonly string[]>,
  count: number,
): { readonly joined: Forest; readonly shared: ReadonlySet<number> } {
  const shared = new Set<number>();
  const candidates = forestOf(count);
  const several = [...people];
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

export interface Grouping {
  /** The group of an order, as the number of one of its keys; -1 when it has no keys. */
  readonly groupOf: (order: number) => number;
  /** Phones shared by several buyers. */
  readonly shared: ReadonlySet<number>;
}

export function groupNumbers(all: Numbered): Grouping {
  const strong = joinStrong(all);
  const people = peopleOfPhones(all, strong);
  const { joined, shared } = joinByPhones(people, marketplacesOfPeople(all, strong, people), all.kinds.length);
  return {
    shared,
    groupOf(order) {
      const own = strongKey(all, order);
      if (own >= 0) return rootOf(joined, rootOf(strong, own));
      const key = all.numbers[all.starts[order] ?? 0] ?? -1;
      if ((all.starts[order] ?? 0) === (all.starts[order + 1] ?? 0)) return -1;
      if (shared.has(key)) return key;
      const person = people.first[key] ?? -1;
      return person < 0 ? key : rootOf(joined, person);
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
