/** Real ledgers in temporary folders, filled row by row: what metrics and lists are asked about in tests. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openForWriting, prepareLedger } from '../../../src-main/ledger/open-ledger.ts';
import { indexPending } from '../../../src-main/ledger/search/indexing.ts';
import { type Reading, transact } from '../../../src-main/ledger/transaction.ts';
import type { OrderStatus } from '../../../src-shared/order.ts';
import { defaultTypedLines, type TypedLines } from '../../../src-shared/rfm.ts';

export interface SmallOrder {
  readonly customer: number | null;
  readonly day: string | null;
  readonly paidMinor?: number | null;
  readonly refundMinor?: number | null;
  readonly status?: OrderStatus;
  readonly counts?: boolean;
  readonly shop?: number;
  readonly number?: string;
  readonly titles?: readonly string[];
  /** Of each title; 1 without. */
  readonly quantities?: readonly number[];
  readonly receiver?: readonly [name: string, phone: string, address: string];
  readonly buyerNote?: string;
  readonly sellerNote?: string;
}

export interface SmallCustomer {
  readonly id: number;
  readonly nick?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly likely?: boolean;
  readonly note?: string;
  readonly city?: string;
  readonly province?: string;
  readonly district?: string;
}

export interface SmallLedger {
  readonly reading: Reading;
  readonly lines: (reading: Reading) => TypedLines;
  close(): void;
}

function addCustomer(reading: Reading, customer: SmallCustomer): void {
  const { id, likely = false, name = `客户${id}`, nick = `nick${id}` } = customer;
  const { connection } = reading;
  const kind = likely ? 'likely' : 'buyer';
  const value = likely ? `王|${id}` : `taobao:${nick}`;
  connection
    .prepare(
      `insert into customer (customer_id, anchor_kind, anchor_value, certainty, name, buyer_id, phone, city, note, province, district)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      id,
      kind,
      value,
      likely ? 'likely' : 'certain',
      name,
      likely ? null : nick,
      customer.phone ?? null,
      customer.city ?? null,
      customer.note ?? null,
      customer.province ?? null,
      customer.district ?? null,
    );
  const identity = connection.prepare('insert into identity (kind, value, customer_id) values (?, ?, ?)');
  identity.run(kind, value, id);
  if (customer.phone !== undefined && !customer.phone.includes('*')) identity.run('phone', customer.phone, id);
  if (customer.email !== undefined) identity.run('email', customer.email, id);
}

function addOrder(reading: Reading, order: SmallOrder, orderId: number): void {
  const { connection } = reading;
  const { status = 'completed', shop = 1, paidMinor = 1000, refundMinor = 0 } = order;
  const counts =
    order.counts ?? (order.day !== null && ['paid', 'shipped', 'completed', 'partiallyRefunded'].includes(status));
  const at = order.day === null ? null : `${order.day} 12:00:00`;
  connection
    .prepare('insert into order_key (order_id, shop_id, order_number) values (?, ?, ?)')
    .run(orderId, shop, order.number ?? String(900_000_000 + orderId));
  connection
    .prepare(
      `insert into shop_order (order_id, shop_id, customer_id, status, counts, ordered_at, paid_at, paid_minor, refund_minor, net_minor,
         receiver_name, receiver_phone, address, items_text, buyer_note, seller_note)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      orderId,
      shop,
      order.customer,
      status,
      Number(counts),
      at,
      counts ? at : null,
      paidMinor,
      refundMinor,
      paidMinor === null ? null : paidMinor - (refundMinor ?? 0),
      ...(order.receiver ?? [null, null, null]),
      order.titles === undefined ? '一件东西' : order.titles.join(' '),
      order.buyerNote ?? null,
      order.sellerNote ?? null,
    );
  order.titles?.forEach((title, index) => {
    connection
      .prepare('insert into order_line (order_id, line_no, title, quantity) values (?, ?, ?, ?)')
      .run(orderId, index + 1, title, order.quantities?.[index] ?? 1);
  });
}

const summarise = `insert into customer_total
  select customer_id, shop_id, count(*), sum(counts),
    coalesce(sum(paid_minor) filter (where counts), 0), coalesce(sum(refund_minor) filter (where counts), 0),
    coalesce(sum(net_minor) filter (where counts), 0), min(ordered_on) filter (where counts), max(ordered_on) filter (where counts)
  from shop_order where customer_id is not null group by customer_id, shop_id`;

export interface SmallShop {
  readonly name: string;
  readonly currency?: string;
  readonly marketplace?: string;
}

export interface SmallContent {
  readonly shops?: readonly SmallShop[];
  readonly customers: readonly SmallCustomer[];
  readonly orders: readonly SmallOrder[];
}

/** Fills an emptied ledger anew, and indexes everybody for search unless told `unindexed`. */
export function fill(reading: Reading, content: SmallContent, unindexed = false): void {
  transact(reading, (writing) => {
    const { connection } = writing;
    connection.exec('delete from search_pending; insert into search_pending select customer_id from customer');
    for (const table of [
      'excluded_order',
      'customer_total',
      'order_line',
      'shop_order',
      'order_key',
      'identity',
      'customer',
      'shop',
    ]) {
      connection.exec(`delete from ${table}`);
    }
    (content.shops ?? [{ name: '小店' }]).forEach((shop, index) => {
      connection
        .prepare('insert into shop values (?, ?, ?, ?)')
        .run(index + 1, shop.marketplace ?? 'taobao', shop.name, shop.currency ?? 'CNY');
    });
    for (const customer of content.customers) addCustomer(reading, customer);
    for (const [index, order] of content.orders.entries()) addOrder(reading, order, index + 1);
    connection.exec(summarise);
    connection.exec(`
      insert or ignore into search_pending select customer_id from customer;
      update ledger_state set value = value + 1 where name in ('changes', 'names')`);
    if (!unindexed) indexPending(writing, 1_000_000);
  });
}

/** Customers 1 … count, nothing special about them. */
export function plainCustomers(count: number): SmallCustomer[] {
  return Array.from({ length: count }, (_, index) => ({ id: index + 1 }));
}

export function smallLedger(content?: SmallContent, lines: TypedLines = defaultTypedLines): SmallLedger {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-metrics-'));
  prepareLedger(folder, { now: '2026-01-01T00:00:00Z' });
  const reading = openForWriting(folder, 5000);
  if (content !== undefined) fill(reading, content);
  return {
    reading,
    lines: () => lines,
    close: () => {
      reading.connection.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
