/** The counted orders of everybody up to a day, by customer and day, in typed arrays: what levels, grades, stages and the ladder's moves are worked out of. */

import type { OwnPurchases } from '../../../src-shared/levels.ts';
import { type CustomerScores, placesById } from '../customers-scores.ts';
import { keptSql } from '../exclusions/kept-orders.ts';
import type { Reading } from '../transaction.ts';
import purchasesSql from './purchases.sql?raw';

export interface Purchases extends Pick<OwnPurchases, 'days' | 'upTo'> {
  /** Where the orders of each place of the scores begin; one more at the end. */
  readonly starts: Int32Array;
}

const known = new WeakMap<CustomerScores, Purchases>();

/** Numbers parted by commas. */
export function numbersIn(text: string | null): readonly number[] {
  return JSON.parse(`[${text ?? ''}]`) as number[];
}

/** Few orders each: they are put in order as they come. */
function insert(days: Int32Array, nets: Float64Array, first: number, free: number, day: number, net: number): void {
  let at = free;
  while (at > first && (days[at - 1] ?? 0) > day) {
    days[at] = days[at - 1] ?? 0;
    nets[at] = nets[at - 1] ?? 0;
    at -= 1;
  }
  days[at] = day;
  nets[at] = net;
}

/** On the ground of the scores; the cache of scores forgets them together. */
export function purchasesOf(reading: Reading, scores: CustomerScores): Purchases {
  const kept = known.get(scores);
  if (kept !== undefined) return kept;
  const { on, currency, basis } = scores;
  const columns = reading.connection
    .prepare<[object], (string | null)[]>(keptSql(reading, purchasesSql, basis.excluded))
    .raw()
    .get({ on, currency, shop: basis.shop ?? null });
  const [customers, ofDays, ofNets] = [0, 1, 2].map((column) => numbersIn(columns?.[column] ?? null));
  const places = placesById(scores);
  const placeAt = (order: number): number => places[customers?.[order] ?? 0] ?? -1;
  const orders = customers?.length ?? 0;
  const starts = new Int32Array(scores.customer.length + 1);
  for (let order = 0; order < orders; order += 1) {
    const place = placeAt(order);
    if (place >= 0) starts[place + 1] = (starts[place + 1] ?? 0) + 1;
  }
  for (let place = 0; place < scores.customer.length; place += 1) {
    starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0);
  }
  const count = starts.at(-1) ?? 0;
  const [days, nets, free] = [new Int32Array(count), new Float64Array(count), starts.slice()];
  for (let order = 0; order < orders; order += 1) {
    const place = placeAt(order);
    if (place < 0) continue;
    insert(days, nets, starts[place] ?? 0, free[place] ?? 0, ofDays?.[order] ?? 0, ofNets?.[order] ?? 0);
    free[place] = (free[place] ?? 0) + 1;
  }
  const upTo = new Float64Array(count + 1);
  for (let at = 0; at < count; at += 1) upTo[at + 1] = (upTo[at] ?? 0) + (nets[at] ?? 0);
  const purchases = { days, upTo, starts };
  known.set(scores, purchases);
  return purchases;
}
