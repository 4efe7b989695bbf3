/** The purchase days of customers, and what the models know of them as of a day. */

import { type Day, daysBetween } from '../../../src-shared/day.ts';
import { keptSql } from '../../ledger/exclusions/kept-orders.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { scopeOf } from '../scope.ts';
import type { Spending } from './gamma-gamma.ts';
import type { History } from './histories.ts';
import sql from './purchase-days.sql?raw';

export interface PurchaseQuestion {
  readonly on: Day;
  readonly shop?: number | undefined;
  /** Orders that a rule excludes count too. */
  readonly excluded?: boolean | undefined;
}

/** Of one customer, oldest first. Days are counted from 1970-01-01. */
export interface Purchases {
  readonly customer: number;
  readonly days: readonly number[];
  /** Net of each day, in minor units. */
  readonly net: readonly number[];
}

/** The first of the days that the statement counts. */
export const epoch = '1970-01-01' as Day;

/** The day's number from 1970-01-01. */
export function dayNumber(day: Day): number {
  return daysBetween(epoch, day);
}

export function purchasesSql(reading: Reading, { excluded }: Pick<PurchaseQuestion, 'excluded'>): string {
  return keptSql(reading, sql, excluded);
}

/** Everybody's, or one customer's, one customer after the other. Throws `shop-unknown`. */
export function* purchasesOf(reading: Reading, question: PurchaseQuestion, customer?: number): Generator<Purchases> {
  const scope = scopeOf(reading, question.shop);
  const params = { on: question.on, shop: scope.shop, currency: scope.currency, customer: customer ?? null };
  const rows = reading.connection.prepare(purchasesSql(reading, question)).raw().iterate(params) as Iterable<
    [customer: number, day: number, netMinor: number]
  >;
  let days: number[] = [];
  let net: number[] = [];
  let of: number | null = null;
  for (const [id, day, netMinor] of rows) {
    if (id !== of) {
      if (of !== null) yield { customer: of, days, net };
      of = id;
      days = [];
      net = [];
    }
    days.push(day);
    net.push(netMinor);
  }
  if (of !== null) yield { customer: of, days, net };
}

/** As of the end of a day; null: they had not come yet. */
export function historyAsOf({ days }: Purchases, on: number): History | null {
  const first = days[0];
  if (first === undefined || first > on) return null;
  let seen = 0;
  while (seen < days.length && (days[seen] ?? 0) <= on) seen += 1;
  return { repeats: seen - 1, lastWeeks: ((days[seen - 1] ?? first) - first) / 7, knownWeeks: (on - first) / 7 };
}

/** What they spent on each day after the first, as of a day; null where that is nothing. In minor units. */
export function spendingAsOf({ days, net }: Purchases, on: number): Spending | null {
  let sum = 0;
  let repeats = 0;
  for (let at = 1; at < days.length && (days[at] ?? 0) <= on; at += 1) {
    sum += net[at] ?? 0;
    repeats += 1;
  }
  return repeats > 0 && sum > 0 ? { repeats, mean: sum / repeats } : null;
}
