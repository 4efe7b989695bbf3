/**
 * Which people the orders of a check are: those that only single orders know and the ledger does not (fresh), and all others, which go the
 * general way (mixed). Between `numbered-singles` and `plan-customers`.
 */

import type { Decision, IdentityKey } from '../../../src-shared/identity.ts';
import { type Grouping, groupNumbers } from '../group-numbers.ts';
import { type CustomerGroup, compareKeys, type Matching } from '../match-customer.ts';
import { eachMatched } from './each-single.ts';
import { type GroupBook, groupBook } from './group-book.ts';
import type { KnownPeople } from './known-people.ts';
import { keyOfText, type NumberedSingles } from './numbered-singles.ts';
import type { Singles, SinglesPiece } from './singles.ts';
import type { TextTable } from './text-table.ts';

export interface GroupedSingles {
  /** Group of each order by its place, counted from 0; -1: nobody's. */
  readonly groupOf: Int32Array;
  readonly groups: number;
  /** 1: not only single orders, or somebody the ledger knows. */
  readonly mixed: Uint8Array;
  /** Of the keys, as numbers. */
  readonly grouping: Grouping;
  readonly book: GroupBook;
  readonly shops: readonly number[];
}

/** `shopOf` answers the shop of a segment. */
export function groupSingles(
  all: NumberedSingles,
  singles: Singles,
  decisions: readonly Decision[],
  { isKnown, joins }: KnownPeople,
  shopOf: (segment: number) => number,
): GroupedSingles {
  const grouping = groupNumbers(all, decisions);
  const groupOfKey = new Int32Array(all.ranks.length).fill(-1);
  const groupOf = new Int32Array(all.orderCount);
  let groups = 0;
  for (let order = 0; order < all.orderCount; order += 1) {
    const root = grouping.groupOf(order);
    if (root >= 0 && groupOfKey[root] === -1) groupOfKey[root] = groups++;
    groupOf[order] = root < 0 ? -1 : (groupOfKey[root] ?? -1);
  }
  const mixed = new Uint8Array(groups);
  for (let order = 0; order < all.orderCount; order += 1) {
    const group = groupOf[order] ?? -1;
    if (group < 0 || mixed[group] === 1) continue;
    let goes = order >= all.folds.length;
    for (let at = all.starts[order] ?? 0; !goes && at < (all.starts[order + 1] ?? 0); at += 1)
      goes = isKnown(all.numbers[at] ?? 0);
    if (goes) mixed[group] = 1;
  }
  const shops: number[] = [];
  const placeOfShop = new Map<number, number>();
  eachMatched(singles, joins, ({ segments }, at) => {
    const shop = shopOf(segments[at] ?? 0);
    if (!placeOfShop.has(shop)) placeOfShop.set(shop, shops.push(shop) - 1);
  });
  const book = groupBook(groups, Math.max(1, shops.length));
  eachMatched(singles, joins, (piece: SinglesPiece, at, order) => {
    const group = groupOf[order] ?? -1;
    if (group >= 0 && mixed[group] === 0)
      book.add(group, piece, at, placeOfShop.get(shopOf(piece.segments[at] ?? 0)) ?? 0);
  });
  for (let group = 0; group < groups; group += 1) if (book.isTied(group)) mixed[group] = 1;
  return { groupOf, groups, mixed, grouping, book, shops };
}

export interface KeysOfGroups {
  /** Group of each key; -1: of no group, or of no order here. */
  readonly owner: Int32Array;
  /** 1: carried by an order of a mixed group. */
  readonly mixed: Uint8Array;
}

export function keysOfGroups(all: NumberedSingles, { groupOf, mixed, grouping }: GroupedSingles): KeysOfGroups {
  const owner = new Int32Array(all.ranks.length).fill(-1);
  const mixedKeys = new Uint8Array(all.ranks.length);
  for (let order = 0; order < all.orderCount; order += 1) {
    const group = groupOf[order] ?? -1;
    if (group < 0) continue;
    for (let at = all.starts[order] ?? 0; at < (all.starts[order + 1] ?? 0); at += 1) {
      const key = all.numbers[at] ?? 0;
      if (!grouping.isOfOthers(order, key)) owner[key] = group;
      if (mixed[group] === 1) mixedKeys[key] = 1;
    }
  }
  return { owner, mixed: mixedKeys };
}

/** The mixed groups as `matchCustomers` gives them; orders by their number in the ledger. */
export function mixedMatching(
  all: NumberedSingles,
  grouped: GroupedSingles,
  keys: KeysOfGroups,
  texts: TextTable,
  orderBase: number,
): Matching {
  const orderIds = new Map<number, number[]>();
  for (let order = 0; order < all.orderCount; order += 1) {
    const group = grouped.groupOf[order] ?? -1;
    if (group < 0 || grouped.mixed[group] !== 1) continue;
    const single = order < all.folds.length;
    const orderId = single ? orderBase + (all.folds[order] ?? 0) : (all.orderIds[order - all.folds.length] ?? 0);
    const known = orderIds.get(group);
    if (known === undefined) orderIds.set(group, [orderId]);
    else known.push(orderId);
  }
  const keysOf = new Map<number, IdentityKey[]>();
  const sure = new Set<number>();
  const sharedKeys: IdentityKey[] = [];
  for (let key = 0; key < keys.owner.length; key += 1) {
    const group = keys.owner[key] ?? -1;
    if (group >= 0 && grouped.mixed[group] === 1) {
      const found = keyOfText(texts.text(key));
      if (!grouped.grouping.isUnsure(key)) sure.add(group);
      const known = keysOf.get(group);
      if (known === undefined) keysOf.set(group, [found]);
      else known.push(found);
    } else if (group < 0 && keys.mixed[key] === 1) sharedKeys.push(keyOfText(texts.text(key)));
  }
  const groups: CustomerGroup[] = [];
  for (const [group, ids] of orderIds) {
    const sorted = (keysOf.get(group) ?? []).sort(compareKeys);
    const [anchor] = sorted;
    if (anchor === undefined) continue;
    groups.push({ anchor, keys: sorted, orderIds: ids.sort((a, b) => a - b), isUnsure: !sure.has(group) });
  }
  return {
    groups: groups.sort((a, b) => compareKeys(a.anchor, b.anchor)),
    sharedKeys: sharedKeys.sort(compareKeys),
  };
}
