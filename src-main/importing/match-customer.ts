/**
 * Whose order is this: identities in falling order of trust. A pure function of all orders' keys, so customers do not depend
 * on the order of imports. Between the fold and the customers of the ledger.
 */

import { type Decision, type IdentityKey, identityKinds } from '../../src-shared/identity.ts';
import { groupNumbers } from './group-numbers.ts';
import { rankOf } from './key-ranks.ts';
import type { Numbered } from './numbered-keys.ts';

export interface OrderKeys {
  readonly orderId: number;
  /** At most one phone, who answers there only beside it, and a likely key only alone: as `keysOfOrder` gives them. */
  readonly keys: readonly IdentityKey[];
}

export interface CustomerGroup {
  /** The strongest, then smallest key: the customer's stable name. */
  readonly anchor: IdentityKey;
  readonly keys: readonly IdentityKey[];
  readonly orderIds: readonly number[];
  /** Orders of a phone that several people answer, which say not which: put together for want of better. */
  readonly isUnsure: boolean;
}

export interface Matching {
  /** In the order of their anchors. */
  readonly groups: readonly CustomerGroup[];
  /** Phones (and e-mails of people the owner keeps apart) shared by several people: they link nobody. */
  readonly sharedKeys: readonly IdentityKey[];
}

export function textOfKey(key: IdentityKey): string {
  return `${key.kind} ${key.value}`;
}

/** A name typed by hand comes after those of marketplaces: a customer goes on being named by these. */
function orderOf(value: string): string {
  return value.startsWith('hand:') ? `\uffff${value}` : value;
}

export function compareKeys(a: IdentityKey, b: IdentityKey): number {
  const difference = rankOf(a) - rankOf(b);
  if (difference !== 0 || a.value === b.value) return difference;
  return orderOf(a.value) < orderOf(b.value) ? -1 : 1;
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
  return {
    orderCount: orders.length,
    keys,
    ranks: Uint8Array.from(keys, rankOf),
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
  const { groupOf, isOfOthers, isUnsure } = groupNumbers(all, decisions);
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
      (isOfOthers(order, key) ? sharedKeys : group.keys).add(key);
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
    if (anchor === undefined) continue;
    const unsure = [...keys].every(isUnsure);
    finished.push({ anchor, keys: sorted, orderIds: orderIds.sort((a, b) => a - b), isUnsure: unsure });
  }
  return {
    groups: finished.sort((a, b) => compareKeys(a.anchor, b.anchor)),
    sharedKeys: keysOf([...sharedKeys].filter((key) => !owned.has(key))),
  };
}
