/** The counted orders of one customer, as levels are walked along them: for the rows of a list, and for saying why. */

import { type OwnPurchases, walkLevels } from '../../../src-shared/levels.ts';
import type { CustomerScores } from '../customers-scores.ts';
import { keptSql } from '../exclusions/kept-orders.ts';
import type { Reading } from '../transaction.ts';
import ownPurchases from './own-purchases.sql?raw';
import { handLevels, holdsOn, levelsOf } from './stored-levels.ts';

export interface OwnOrder {
  readonly order_id: number;
  readonly order_number: string;
  readonly ordered_on: string;
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly net_minor: number;
}

export interface Scope {
  readonly on: string;
  readonly currency: string;
  readonly shop: number | null;
}

/** Asked once, answered for each customer. */
export function ownOrders(
  reading: Reading,
  { on, currency, shop }: Scope,
  excluded: boolean | undefined,
): (customer: number) => readonly OwnOrder[] {
  const ask = reading.connection.prepare<[object], OwnOrder>(keptSql(reading, ownPurchases, excluded));
  return (customer) => ask.all({ customer, on, currency, shop });
}

export function purchasesIn(orders: readonly OwnOrder[]): OwnPurchases {
  const upTo = new Float64Array(orders.length + 1);
  orders.forEach(({ net_minor: net }, at) => {
    upTo[at + 1] = (upTo[at] ?? 0) + net;
  });
  return { days: Int32Array.from(orders, ({ day }) => day), upTo, from: 0, to: orders.length };
}

/** What rows of a list say: the level's name, null for none. Null instead of a way to ask where no levels are in force: that costs nothing. */
export function levelNames(
  reading: Reading,
  scores: CustomerScores,
): ((customer: number, isLikely: boolean) => string | null) | null {
  const levels = levelsOf(reading);
  if (levels.length === 0) return null;
  const { on, currency, basis } = scores;
  const orders = ownOrders(reading, { on, currency, shop: basis.shop ?? null }, basis.excluded);
  const hand = handLevels(reading);
  const today = Math.round(Date.parse(on) / 86_400_000);
  return (customer, isLikely) => {
    const given = hand(customer);
    if (given !== null && holdsOn(given, levels, on)) return levels.find(({ id }) => id === given.level)?.name ?? null;
    if (isLikely && basis.likely === false) return null;
    const { rank } = walkLevels(purchasesIn(orders(customer)), levels, today);
    return levels[rank - 1]?.name ?? null;
  };
}
