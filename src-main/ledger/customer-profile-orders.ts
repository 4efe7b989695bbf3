/** The orders of one customer, each with what was bought. Read once: all that a customer's page says of them is made of these. */

import type { AccountOrder } from './customer-profile-account.ts';
import linesSql from './customer-profile-lines.sql?raw';
import ordersSql from './customer-profile-orders.sql?raw';
import type { Reading } from './transaction.ts';

export interface ProfileOrder extends AccountOrder {
  readonly receiver_name: string | null;
  readonly receiver_phone: string | null;
  readonly address: string | null;
  /** Of its lines, in their order. */
  readonly titles: readonly string[];
}

/** As it comes from the ledger, until its lines are known. */
interface OpenOrder extends Omit<ProfileOrder, 'items' | 'titles'> {
  titles: readonly string[];
  items: string;
}

function titlesOf({ connection }: Reading, customer: number): ReadonlyMap<number, string[]> {
  const found = new Map<number, string[]>();
  const lines = connection.prepare(linesSql).raw().all(customer) as (readonly [order: number, title: string])[];
  for (const [order, title] of lines) {
    const known = found.get(order);
    if (known === undefined) found.set(order, [title]);
    else known.push(title);
  }
  return found;
}

const NOTHING: readonly string[] = [];

/** Oldest first. */
export function profileOrders(reading: Reading, customer: number): readonly ProfileOrder[] {
  const titles = titlesOf(reading, customer);
  // The columns asked for are these fields.
  const orders = reading.connection.prepare(ordersSql).all(customer) as OpenOrder[];
  for (const order of orders) {
    const own = titles.get(order.order_id) ?? NOTHING;
    order.titles = own;
    if (own.length > 0) order.items = own.join('、');
  }
  return orders;
}

export interface Favourite {
  readonly title: string;
  readonly orders: number;
}

const MOST_FAVOURITES = 8;

/** What was bought in most of these orders; of as many, what was bought last. Only counted ones tell. */
export function favouritesOf(orders: readonly ProfileOrder[]): Favourite[] {
  const found = new Map<string, { title: string; orders: number; last: string }>();
  for (const { counts, titles, ordered_on } of orders) {
    if (counts !== 1) continue;
    const day = ordered_on ?? '';
    for (const title of titles.length > 1 ? new Set(titles) : titles) {
      if (title === '') continue;
      const known = found.get(title);
      if (known === undefined) found.set(title, { title, orders: 1, last: day });
      else {
        known.orders += 1;
        if (day > known.last) known.last = day;
      }
    }
  }
  return [...found.values()]
    .sort((a, b) => b.orders - a.orders || compareTexts(b.last, a.last) || compareTexts(a.title, b.title))
    .slice(0, MOST_FAVOURITES)
    .map(({ title, orders: count }) => ({ title, orders: count }));
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

export interface Receiver {
  readonly name: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly lastDay: string | null;
  readonly orders: number;
}

const MOST_RECEIVERS = 50;

/** The ways parcels were addressed, the newest first; of one day the one of most orders. */
export function receiversOf(orders: readonly ProfileOrder[]): Receiver[] {
  const found = new Map<string, { -readonly [Key in keyof Receiver]: Receiver[Key] }>();
  for (const { receiver_name: name, receiver_phone: phone, address, ordered_on: day } of orders) {
    if (name === null && phone === null && address === null) continue;
    const key = `${name === null ? '' : '='}${name}\n${phone === null ? '' : '='}${phone}\n${address === null ? '' : '='}${address}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { name, phone, address, lastDay: day, orders: 1 });
    else {
      known.orders += 1;
      if (day !== null && day > (known.lastDay ?? '')) known.lastDay = day;
    }
  }
  return [...found.values()]
    .sort((a, b) => compareTexts(b.lastDay ?? '', a.lastDay ?? '') || b.orders - a.orders)
    .slice(0, MOST_RECEIVERS);
}
