/**
 * Tables of `0002-customers-and-orders.sql` and `0005-search-after-import.sql` as drizzle sees them: customers, identities, orders. The
 * search index is not among them: drizzle knows no virtual tables.
 */

import { sql } from 'drizzle-orm';
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { identityKinds } from '../../../src-shared/identity.ts';
import { orderStatuses } from '../../../src-shared/order.ts';

export const customer = sqliteTable('customer', {
  customerId: integer('customer_id').primaryKey(),
  anchorKind: text('anchor_kind', { enum: identityKinds }).notNull(),
  anchorValue: text('anchor_value').notNull(),
  certainty: text('certainty', { enum: ['certain', 'likely'] }).notNull(),
  displayName: text('display_name'),
  name: text('name').notNull(),
  buyerId: text('buyer_id'),
  phone: text('phone'),
  province: text('province'),
  city: text('city'),
  district: text('district'),
  note: text('note'),
});

export const searchPending = sqliteTable('search_pending', {
  customerId: integer('customer_id').primaryKey(),
});

export const identity = sqliteTable('identity', {
  identityId: integer('identity_id').primaryKey(),
  kind: text('kind', { enum: identityKinds }).notNull(),
  value: text('value').notNull(),
  customerId: integer('customer_id'),
});

export const shopOrder = sqliteTable('shop_order', {
  orderId: integer('order_id').primaryKey(),
  shopId: integer('shop_id').notNull(),
  customerId: integer('customer_id'),
  status: text('status', { enum: orderStatuses }).notNull(),
  counts: integer('counts').notNull(),
  statusWord: text('status_word'),
  closeReason: text('close_reason'),
  orderedAt: text('ordered_at'),
  paidAt: text('paid_at'),
  shippedAt: text('shipped_at'),
  completedAt: text('completed_at'),
  orderedOn: text('ordered_on').generatedAlwaysAs(sql`substr(coalesce(ordered_at, paid_at), 1, 10)`, {
    mode: 'stored',
  }),
  totalMinor: integer('total_minor'),
  paidMinor: integer('paid_minor'),
  refundMinor: integer('refund_minor'),
  netMinor: integer('net_minor'),
  buyerId: text('buyer_id'),
  buyerEmail: text('buyer_email'),
  receiverName: text('receiver_name'),
  receiverPhone: text('receiver_phone'),
  province: text('province'),
  city: text('city'),
  district: text('district'),
  address: text('address'),
  itemsText: text('items_text'),
  quantity: integer('quantity'),
  buyerNote: text('buyer_note'),
  sellerNote: text('seller_note'),
  carrier: text('carrier'),
  trackingNumber: text('tracking_number'),
});

export const orderLine = sqliteTable(
  'order_line',
  {
    orderId: integer('order_id').notNull(),
    lineNo: integer('line_no').notNull(),
    lineNumber: text('line_number'),
    title: text('title'),
    spec: text('spec'),
    sku: text('sku'),
    quantity: integer('quantity'),
    unitPriceMinor: integer('unit_price_minor'),
    amountMinor: integer('amount_minor'),
    refundMinor: integer('refund_minor'),
    statusWord: text('status_word'),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.lineNo] })],
);

export const orderIdentity = sqliteTable(
  'order_identity',
  {
    orderId: integer('order_id').notNull(),
    identityId: integer('identity_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.identityId] })],
);

export const customerTotal = sqliteTable(
  'customer_total',
  {
    customerId: integer('customer_id').notNull(),
    shopId: integer('shop_id').notNull(),
    orders: integer('orders').notNull(),
    counted: integer('counted').notNull(),
    paidMinor: integer('paid_minor').notNull(),
    refundMinor: integer('refund_minor').notNull(),
    netMinor: integer('net_minor').notNull(),
    firstDay: text('first_day'),
    lastDay: text('last_day'),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.shopId] })],
);
