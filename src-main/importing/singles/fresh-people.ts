/**
 * Writes the fresh people of a check into their side file, ready to be moved into the ledger, and says whose each single order is. After
 * `group-singles`.
 */

import { kindOfRank, LIKELY } from '../key-ranks.ts';
import type { GroupedSingles, KeysOfGroups } from './group-singles.ts';
import { keyOfText, type NumberedSingles } from './numbered-singles.ts';
import peopleTables from './people.sql?raw';
import { recordPages } from './record-pages.ts';
import { makeRowFile, type RowFile } from './row-file.ts';
import type { TextTable } from './text-table.ts';

const PAGES_AT_ONCE = 20_000;

export interface FreshPeople {
  /** Number of the first one; they follow one another. */
  readonly first: number;
  readonly count: number;
  /** 1: likely; by number from `first` on. */
  readonly likely: Uint8Array;
  /** Customer of each group; 0: it is not fresh. */
  readonly numbers: Int32Array;
}

/** The strongest, then smallest key of each fresh group: what the customer is called for ever. */
function anchorsOf(all: NumberedSingles, { groups, mixed }: GroupedSingles, { owner }: KeysOfGroups): Int32Array {
  const anchors = new Int32Array(groups).fill(-1);
  for (let key = 0; key < owner.length; key += 1) {
    const group = owner[key] ?? -1;
    if (group < 0 || mixed[group] === 1) continue;
    const before = anchors[group] ?? -1;
    if (before < 0) anchors[group] = key;
    else {
      const difference = (all.ranks[key] ?? 0) - (all.ranks[before] ?? 0);
      if (difference < 0 || (difference === 0 && all.textOf(key) < all.textOf(before))) anchors[group] = key;
    }
  }
  return anchors;
}

/** A table of a side file, filled row by row. */
function filler(file: RowFile, table: string) {
  const pages = recordPages();
  let count = 0;
  return {
    add(number: number, values: Parameters<typeof pages.add>[1]): void {
      if (!pages.add(number, [null, ...values])) throw new RangeError(`a row of ${table} is longer than a page`);
      count += 1;
      if (count % PAGES_AT_ONCE === 0) file.append(table, pages.take());
    },
    finish: (): void => file.append(table, pages.take()),
  };
}

/** The name when no order states one: the key itself, without its marketplace. */
function nameOfAnchor(kind: string, value: string): string {
  return kind === 'buyer' ? value.slice(value.indexOf(':') + 1) : value;
}

/** `next`: the next free number of a customer. */
export function writeFreshPeople(
  path: string,
  all: NumberedSingles,
  grouped: GroupedSingles,
  keys: KeysOfGroups,
  texts: TextTable,
  next: number,
): FreshPeople {
  const file = makeRowFile(path, peopleTables);
  try {
    const numbers = new Int32Array(grouped.groups);
    const [customers, identities, totals] = ['fresh_customer', 'fresh_identity', 'fresh_total'].map((table) =>
      filler(file, table),
    );
    const likely = new Uint8Array(grouped.groups);
    let [count, totalNo, identityNo] = [0, 0, 0];
    anchorsOf(all, grouped, keys).forEach((anchor, group) => {
      if (anchor < 0) return;
      const customer = next + count;
      numbers[group] = customer;
      // The most trusted key is unsure only where all are.
      const isLikely = all.ranks[anchor] === LIKELY || grouped.grouping.isUnsure(anchor);
      likely[count] = isLikely ? 1 : 0;
      count += 1;
      const { kind, value } = keyOfText(texts.text(anchor));
      const person = grouped.book.person(group);
      const phone = person.phone === null ? null : texts.text(person.phone).slice(1);
      const certainty = isLikely ? 'likely' : 'certain';
      const otherName = person.nameFold === null ? (phone ?? nameOfAnchor(kind, value)) : null;
      const name = [person.nameFold, person.nameIsBuyer ? 1 : 0, otherName] as const;
      customers?.add(customer, [kind, value, certainty, ...name, person.buyerFold, phone, person.regionFold]);
      grouped.shops.forEach((shop, place) => {
        const sums = grouped.book.totals(group, place);
        if (sums === null) return;
        const { orders, counted, paidMinor, refundMinor, netMinor, firstDay, lastDay } = sums;
        totals?.add(totalNo++, [customer, shop, orders, counted, paidMinor, refundMinor, netMinor, firstDay, lastDay]);
      });
    });
    for (let key = 0; key < keys.owner.length; key += 1) {
      const group = keys.owner[key] ?? -1;
      const isFresh = group >= 0 && grouped.mixed[group] === 0;
      const isNobodys = group < 0 && grouped.grouping.shared.has(key) && keys.mixed[key] === 0;
      if (!isFresh && !isNobodys) continue;
      const kind = kindOfRank(all.ranks[key] ?? LIKELY);
      identities?.add(identityNo++, [kind, texts.behindLetter(key), isFresh ? (numbers[group] ?? 0) : null]);
    }
    for (const table of [customers, identities, totals]) table?.finish();
    file.finish();
    return { first: next, count, likely, numbers };
  } catch (error) {
    file.abandon();
    throw error;
  }
}
