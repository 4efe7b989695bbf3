/** The figures of every customer as of a day, read once into typed arrays. */

import type { Day } from '../../src-shared/day.ts';
import { noDay } from '../../src-shared/rfm.ts';
import { keptSql } from '../ledger/exclusions/kept-orders.ts';
import type { Reading } from '../ledger/transaction.ts';
import { dayCounter, daysOf, numbersOf, readColumns } from './columns.ts';
import figuresSql from './customer-figures.sql?raw';
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

/** True when no order was placed after the day, so that the summaries say all. */
function isUpToDate(reading: Reading, on: Day): boolean {
  const last = reading.connection.prepare('select max(ordered_on) from shop_order').pluck().get();
  return typeof last !== 'string' || last <= on;
}

type InputRow = readonly [
  customer: number,
  recency: number,
  orders: number,
  net: number,
  first: string,
  last: string,
  paid: number,
  refund: number,
];

function noFigures(on: Day, scope: Scope, count: number): Figures {
  return {
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
}

function upTo(figures: Figures, count: number): Figures {
  const { customer, likely, frequency, netMinor, paidMinor, refundMinor, firstDay, lastDay } = figures;
  if (customer.length === count) return figures;
  return {
    ...figures,
    customer: customer.slice(0, count),
    likely: likely.slice(0, count),
    frequency: frequency.slice(0, count),
    netMinor: netMinor.slice(0, count),
    paidMinor: paidMinor.slice(0, count),
    refundMinor: refundMinor.slice(0, count),
    firstDay: firstDay.slice(0, count),
    lastDay: lastDay.slice(0, count),
  };
}

/** Everybody with an order in the scope; with `current`, also what the summaries of their shops come to. */
function everybody(reading: Reading, on: Day, scope: Scope, current: boolean, excluded: boolean): Figures {
  const sql = keptSql(reading, figuresSql, excluded);
  const { count, columns } = readColumns(reading, sql, { shop: scope.shop, currency: scope.currency });
  const [ids = '', counted = '', nets = '', firsts = '', lasts = '', paids = '', refunds = ''] = columns;
  const figures = noFigures(on, scope, count);
  const { customer, frequency, netMinor, paidMinor, refundMinor, firstDay, lastDay } = figures;
  const [paidOf, refundOf] = [numbersOf(paids, count), numbersOf(refunds, count)];
  const [idOf, countOf, netOf] = [numbersOf(ids, count), numbersOf(counted, count), numbersOf(nets, count)];
  const [first, last] = [daysOf(firsts, count), daysOf(lasts, count)];
  let place = -1;
  for (let row = 0; row < count; row += 1) {
    // One row after another of the same customer: other shops.
    if (place < 0 || customer[place] !== idOf[row]) place += 1;
    customer[place] = idOf[row] ?? 0;
    if (!current) continue;
    frequency[place] = (frequency[place] ?? 0) + (countOf[row] ?? 0);
    netMinor[place] = (netMinor[place] ?? 0) + (netOf[row] ?? 0);
    paidMinor[place] = (paidMinor[place] ?? 0) + (paidOf[row] ?? 0);
    refundMinor[place] = (refundMinor[place] ?? 0) + (refundOf[row] ?? 0);
    const [from, to, known] = [first[row] ?? noDay, last[row] ?? noDay, firstDay[place] ?? noDay];
    if (known === noDay || (from !== noDay && from < known)) firstDay[place] = from;
    if (to > (lastDay[place] ?? noDay)) lastDay[place] = to;
  }
  return upTo(figures, place + 1);
}

function markLikely(reading: Reading, { customer, likely }: Figures): void {
  const ids = reading.connection
    .prepare<[], number>("select customer_id from customer where certainty = 'likely' order by customer_id")
    .pluck()
    .all();
  let place = 0;
  // Both ascend by customer.
  for (const id of ids) {
    while (place < customer.length && (customer[place] ?? 0) < id) place += 1;
    if (customer[place] === id) likely[place] = 1;
  }
}

/** Every customer with an order in the scope, also those without a counted one. `excluded`: orders that rules exclude are orders too. */
export function readFigures(reading: Reading, on: Day, shop?: number, excluded = false): Figures {
  const scope = scopeOf(reading, shop);
  const current = isUpToDate(reading, on);
  const figures = everybody(reading, on, scope, current, excluded);
  markLikely(reading, figures);
  if (current) return figures;
  const { customer, frequency, netMinor, paidMinor, refundMinor, firstDay, lastDay } = figures;
  const numberOf = dayCounter();
  let place = 0;
  for (const row of reading.connection
    .prepare(keptSql(reading, rfmInputs.sql, excluded))
    .raw()
    .iterate({ shop: scope.shop, currency: scope.currency, on }) as Iterable<InputRow>) {
    while (place < customer.length && (customer[place] ?? 0) < row[0]) place += 1;
    if (customer[place] !== row[0]) continue;
    frequency[place] = row[2];
    netMinor[place] = row[3];
    paidMinor[place] = row[6];
    refundMinor[place] = row[7];
    firstDay[place] = numberOf(row[4]);
    lastDay[place] = numberOf(row[5]);
  }
  return figures;
}
