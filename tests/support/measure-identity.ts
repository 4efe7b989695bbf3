/** How well a ledger knows who is who, against the truth of a made shop: precision and recall of what is certain, likely and proposed. */

import type { FoundGroup } from '../../src-main/identity/likely-groups.ts';
import type { Reading } from '../../src-main/ledger/transaction.ts';

/** Pairs that were put together: of them so many are right; and of all pairs that are one person, so many were put together. */
export interface Score {
  readonly pairs: number;
  readonly right: number;
  readonly wrong: readonly string[];
  readonly precision: number;
}

export interface Measured {
  /** Two names, e-mails or phones of one certain customer. */
  readonly certain: Score;
  /** Two orders of one certain customer. */
  readonly certainOrders: Score;
  /** Two orders of one likely customer. */
  readonly likely: Score;
  /** Two customers of a proposed group. */
  readonly proposed: Score;
  /** Of all pairs of customers that are one person: those that are proposed. */
  readonly recall: number;
  readonly missed: readonly (readonly [number, number])[];
  /** Of all pairs of orders of one person: those in one customer, and with the proposals taken. */
  readonly recallOfOrders: number;
  readonly recallWithProposals: number;
}

interface Row {
  readonly customer: number;
  readonly certainty: string;
  readonly key: string;
  readonly number: string;
}

const choose = (count: number): number => (count * (count - 1)) / 2;

function grouped<Item>(items: Iterable<Item>, keyOf: (item: Item) => string | number): Map<string | number, Item[]> {
  const groups = new Map<string | number, Item[]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known === undefined) groups.set(keyOf(item), [item]);
    else known.push(item);
  }
  return groups;
}

/** Who most of these are. */
function majority(people: readonly number[]): number {
  const [most] = [...grouped(people, (person) => person)].sort((a, b) => b[1].length - a[1].length);
  return Number(most?.[0] ?? -1);
}

function scoreOf(pairs: Iterable<readonly [string, number, string, number]>): Score {
  let [all, right] = [0, 0];
  const wrong: string[] = [];
  for (const [left, a, other, b] of pairs) {
    all += 1;
    if (a === b) right += 1;
    else wrong.push(`${left} ≠ ${other}`);
  }
  return { pairs: all, right, wrong, precision: all === 0 ? 1 : right / all };
}

function* pairsOf<Item>(items: readonly Item[]): Generator<readonly [Item, Item]> {
  for (const [place, item] of items.entries()) for (const other of items.slice(place + 1)) yield [item, other];
}

/** Pairs of orders of one person, and those of them that are in one set. */
function orderRecall(rows: readonly (Row & { person: number })[], setOf: (customer: number) => number): number {
  let [true_, found] = [0, 0];
  for (const [, own] of grouped(rows, ({ person }) => person)) {
    true_ += choose(own.length);
    for (const [, together] of grouped(own, ({ customer }) => setOf(customer))) found += choose(together.length);
  }
  return true_ === 0 ? 1 : found / true_;
}

export function measure(
  { connection }: Reading,
  groups: readonly FoundGroup[],
  personOf: (orderNumber: string) => number | undefined,
): Measured {
  const rows = connection
    .prepare<[], Row>(
      `select shop_order.customer_id as customer, certainty, order_number as number,
         coalesce(nullif(shop_order.buyer_id, ''), nullif(buyer_email, ''), receiver_phone, '') as key
       from shop_order join order_key using (order_id, shop_id) join customer using (customer_id)`,
    )
    .all()
    .map((row) => ({ ...row, person: personOf(row.number) ?? -1 }));
  const customers = grouped(rows, ({ customer }) => customer);
  const mainOf = new Map(
    [...customers].map(([customer, own]) => [Number(customer), majority(own.map(({ person }) => person))]),
  );
  const certain = scoreOf(
    (function* () {
      for (const [, own] of customers) {
        if (own[0]?.certainty !== 'certain') continue;
        const names = [...grouped(own, ({ key }) => key)].map(
          ([key, of]) => [String(key), majority(of.map(({ person }) => person))] as const,
        );
        for (const [[left, a], [right, b]] of pairsOf(names)) yield [left, a, right, b] as const;
      }
    })(),
  );
  const ordersOf = (certainty: string): Score =>
    scoreOf(
      (function* () {
        for (const [, own] of customers) {
          if (own[0]?.certainty !== certainty) continue;
          for (const [a, b] of pairsOf(own)) yield [a.number, a.person, b.number, b.person] as const;
        }
      })(),
    );
  const told = (customer: number): number => mainOf.get(customer) ?? -1;
  const proposed = scoreOf(
    (function* () {
      for (const group of groups)
        for (const [a, b] of pairsOf(group.customers)) yield [String(a), told(a), String(b), told(b)] as const;
    })(),
  );
  const setOf = new Map<number, number>();
  for (const { customers: members } of groups) for (const member of members) setOf.set(member, members[0] ?? member);
  const missed: (readonly [number, number])[] = [];
  let truePairs = 0;
  for (const [, same] of grouped(mainOf, ([, person]) => person)) {
    for (const [[a], [b]] of pairsOf(same)) {
      truePairs += 1;
      if ((setOf.get(a) ?? a) !== (setOf.get(b) ?? b)) missed.push([a, b]);
    }
  }
  return {
    certain,
    certainOrders: ordersOf('certain'),
    likely: ordersOf('likely'),
    proposed,
    recall: truePairs === 0 ? 1 : 1 - missed.length / truePairs,
    missed,
    recallOfOrders: orderRecall(rows, (customer) => customer),
    recallWithProposals: orderRecall(rows, (customer) => setOf.get(customer) ?? customer),
  };
}
