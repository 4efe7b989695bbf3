/** The figures of every customer as of a day, read once into typed arrays. */

import { type Day, dayOf, daysBetween } from '../../src-shared/day.ts';
import { noDay } from '../../src-shared/rfm.ts';
import type { Reading } from '../ledger/transaction.ts';
import { customerTotals } from './customer-totals.ts';
import { rfmInputs } from './rfm-inputs.ts';
import { type Scope, scopeOf } from './scope.ts';

/** One place per customer in each array; `customer` ascends. */
export interface Figures {
  readonly on: Day;
  readonly scope: Scope;
  readonly customer: Int32Array;
  readonly likely: Uint8Array;
  readonly frequency: Int32Array;
  readonly netMinor: Float64Array;
  readonly paidMinor: Float64Array;
  readonly refundMinor: Float64Array;
  /** Days since 1970-01-01, or `noDay`. */
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
}

const epoch = '1970-01-01' as Day;

/** Days since 1970-01-01 of a day's text; few days repeat often, so they are remembered. */
export function dayCounter(): (text: string | null) => number {
  const known = new Map<string, number>();
  return (text) => {
    if (text === null) return noDay;
    const found = known.get(text);
    if (found !== undefined) return found;
    const day = dayOf(text);
    const number = day === null ? noDay : daysBetween(epoch, day);
    known.set(text, number);
    return number;
  };
}

/** True when no order was placed after the day, so that the summaries say all. */
function isUpToDate(reading: Reading, on: Day): boolean {
  const last = reading.connection.prepare('select max(ordered_on) from shop_order').pluck().get();
  return typeof last !== 'string' || last <= on;
}

type TotalRow = [number, number, number, number, number, number, string | null, string | null];
type InputRow = [number, number, number, number, string, string, number, number];

/** Every customer with an order in the scope, also those without a counted one. */
export function readFigures(reading: Reading, on: Day, shop?: number): Figures {
  const { connection } = reading;
  const scope = scopeOf(reading, shop);
  const params = { shop: scope.shop, currency: scope.currency };
  const totals = connection.prepare(customerTotals.sql).raw().all(params) as TotalRow[];
  const count = totals.length;
  const figures: Figures = {
    on,
    scope,
    customer: new Int32Array(count),
    likely: new Uint8Array(count),
    frequency: new Int32Array(count),
    netMinor: new Float64Array(count),
    paidMinor: new Float64Array(count),
    refundMinor: new Float64Array(count),
    firstDay: new Int32Array(count).fill(noDay),
    lastDay: new Int32Array(count).fill(noDay),
  };
  const likely = new Set(
    connection.prepare("select customer_id from customer where certainty = 'likely'").pluck().all() as number[],
  );
  const numberOf = dayCounter();
  type Filled = readonly [number, number, number, number, string | null, string | null];
  const fill = (place: number, [frequency, paid, refund, net, first, last]: Filled): void => {
    figures.frequency[place] = frequency;
    figures.paidMinor[place] = paid;
    figures.refundMinor[place] = refund;
    figures.netMinor[place] = net;
    figures.firstDay[place] = numberOf(first);
    figures.lastDay[place] = numberOf(last);
  };
  const current = isUpToDate(reading, on);
  totals.forEach((row, place) => {
    figures.customer[place] = row[0];
    if (likely.has(row[0])) figures.likely[place] = 1;
    if (current) fill(place, [row[2], row[3], row[4], row[5], row[6], row[7]]);
  });
  if (current) return figures;
  // Both statements ascend by customer: one walk joins them.
  let place = 0;
  for (const row of connection
    .prepare(rfmInputs.sql)
    .raw()
    .iterate({ ...params, on }) as Iterable<InputRow>) {
    while (place < count && (figures.customer[place] ?? 0) < row[0]) place += 1;
    if (figures.customer[place] === row[0]) fill(place, [row[2], row[6], row[7], row[3], row[4], row[5]]);
  }
  return figures;
}
