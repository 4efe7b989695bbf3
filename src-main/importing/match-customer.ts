/**
 * Whose order is this: identities in falling order of trust. A pure function of all orders' keys, so customers do not depend
 * on the order of imports. Between the fold and the customers of the ledger.
 */

import { type Decision, type IdentityKey, type IdentityKind, identityKinds } from '../../src-shared/identity.ts';
import { groupNumbers, type Numbered } from './group-numbers.ts';

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
  /** Phones (and e-mails of people the owner keeps apart) shared by several buyers: they link nobody. */
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
  return {
    orderCount: orders.length,
    keys,
    kinds,
    textOf: (key) => keys[key]?.value ?? '',
    keyNumber: ({ kind, value }) => known.get(kind)?.get(value),
    numbers,
    starts,
  };
}

interface Growing {
  readonly keys: Set<number>;
  readonly orderIds: number[];
}

/**
 * All orders of whole components of shared keys in, and the owner's decisions on them; the customers out. Independent of the order of
 * `orders`.
 */
export function matchCustomers(orders: readonly OrderKeys[], decisions: readonly Decision[] = []): Matching {
  const all = numbered(orders);
  const { groupOf, shared } = groupNumbers(all, decisions);
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
  const owned = new Set<number>();
  if (sharedKeys.size > 0) for (const { keys } of groups.values()) for (const key of keys) owned.add(key);
  for (const { keys, orderIds } of groups.values()) {
    const sorted = keysOf(keys);
    const [anchor] = sorted;
    if (anchor !== undefined) finished.push({ anchor, keys: sorted, orderIds: orderIds.sort((a, b) => a - b) });
  }
  return {
    groups: finished.sort((a, b) => compareKeys(a.anchor, b.anchor)),
    sharedKeys: keysOf([...sharedKeys].filter((key) => !owned.has(key))),
  };
}
