/** On which days everybody bought, for whoever works on all of them at once. */

import type { CustomerScores } from '../customers-scores.ts';
import { keptSql } from '../exclusions/kept-orders.ts';
import type { Reading } from '../transaction.ts';
import sql from './purchase-days.sql?raw';

/** More than any day since 1970 that is one: a customer and a day make one number that sorts by both. */
const dayRoom = 2 ** 22;

/** One purchase day a place, by customer and then by day. */
export interface PurchaseDays {
  readonly customer: Int32Array;
  /** Days since 1970-01-01. */
  readonly day: Int32Array;
}

/** All scores of one state of the ledger, one day, shop and choice of orders say the same; the cache of scores forgets them together. */
const known = new WeakMap<CustomerScores, PurchaseDays>();

function numbersIn(text: string | null): number[] {
  return text === null ? [] : text.split(',').map(Number);
}

/** Several orders of one day are one purchase. On the ground of the scores, worked out once for each. */
export function purchaseDays(reading: Reading, scores: CustomerScores): PurchaseDays {
  const kept = known.get(scores);
  if (kept !== undefined) return kept;
  const { on, currency, basis } = scores;
  const [customers, days] = reading.connection
    .prepare<[object], [string | null, string | null]>(keptSql(reading, sql, basis.excluded))
    .raw()
    .get({ on, currency, shop: basis.shop ?? null }) ?? [null, null];
  const dayNumbers = numbersIn(days);
  const keys = Float64Array.from(numbersIn(customers), (customer, at) => customer * dayRoom + (dayNumbers[at] ?? 0));
  keys.sort();
  const found = { customer: new Int32Array(keys.length), day: new Int32Array(keys.length) };
  let count = 0;
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? 0;
    if (at > 0 && key === keys[at - 1]) continue;
    const customer = Math.floor(key / dayRoom);
    found.customer[count] = customer;
    found.day[count] = key - customer * dayRoom;
    count += 1;
  }
  const made = { customer: found.customer.subarray(0, count), day: found.day.subarray(0, count) };
  known.set(scores, made);
  return made;
}

/** What is said of each customer with a purchase day: their days lie between two places, the second not among them. */
export function eachBuyer(
  { customer }: PurchaseDays,
  tell: (customer: number, from: number, to: number) => void,
): void {
  let from = 0;
  for (let at = 1; at <= customer.length; at += 1) {
    if (at < customer.length && customer[at] === customer[from]) continue;
    tell(customer[from] ?? 0, from, at);
    from = at;
  }
}
