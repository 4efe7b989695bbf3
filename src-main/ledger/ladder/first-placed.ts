/** Since when everybody has placed an order, counted or not: from then on they stand on the ladder. */

import { type CustomerScores, placesById } from '../customers-scores.ts';
import { keptSql } from '../exclusions/kept-orders.ts';
import { numbersIn, purchasesOf } from '../levels/purchases.ts';
import type { Reading } from '../transaction.ts';
import firstPlacedSql from './first-placed.sql?raw';

const known = new WeakMap<CustomerScores, Int32Array>();

/** Later than any day. */
export const never = 2 ** 31 - 1;

/** Of each place of the scores, in days since 1970-01-01; 0: of some order no file says a day; `never`: none up to the day of the scores. */
export function firstPlaced(reading: Reading, scores: CustomerScores): Int32Array {
  const kept = known.get(scores);
  if (kept !== undefined) return kept;
  const { currency, basis } = scores;
  const first = new Int32Array(scores.customer.length).fill(never);
  const { days, starts } = purchasesOf(reading, scores);
  for (let at = 0; at < first.length; at += 1) {
    if ((starts[at] ?? 0) < (starts[at + 1] ?? 0)) first[at] = days[starts[at] ?? 0] ?? never;
  }
  const places = placesById(scores);
  const columns = reading.connection
    .prepare<[object], (string | null)[]>(keptSql(reading, firstPlacedSql, basis.excluded))
    .raw()
    .get({ currency, shop: basis.shop ?? null });
  const [customers, placedOn] = [numbersIn(columns?.[0] ?? null), numbersIn(columns?.[1] ?? null)];
  customers.forEach((customer, order) => {
    const at = places[customer] ?? -1;
    const day = placedOn[order] ?? never;
    if (at >= 0 && day < (first[at] ?? never)) first[at] = day;
  });
  known.set(scores, first);
  return first;
}
