/**
 * Shopify, the orders export (orders_export.csv): one row per thing bought, the order's own fields on its first row only; the
 * further rows have the Lineitem columns and repeat Name, Email and Created at. The buyer is the e-mail: two of them are two people even
 * with one phone. No shop's name is in the file: Vendor is who makes the goods.
 */

import type { Profile } from './profile.ts';

export const shopifyOrders: Profile = {
  id: 'shopify-orders',
  marketplace: 'shopify',
  granularity: 'line',
  currency: 'USD',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['Name'],
    orderedAt: ['Created at'],
    paidAt: ['Paid at'],
    shippedAt: ['Fulfilled at'],
    cancelledAt: ['Cancelled at', 'Canceled at'],
    status: ['Financial Status'],
    fulfilment: ['Fulfillment Status'],
    total: ['Total'],
    goodsTotal: ['Subtotal'],
    shippingFee: ['Shipping'],
    refund: ['Refunded Amount'],
    outstanding: ['Outstanding Balance'],
    currency: ['Currency'],
    buyerId: ['Email'],
    buyerEmail: ['Email'],
    receiverName: ['Shipping Name', 'Billing Name'],
    receiverPhone: ['Phone', 'Billing Phone', 'Shipping Phone'],
    address: ['Shipping Street', 'Shipping Address1', 'Billing Street', 'Billing Address1'],
    province: ['Shipping Province Name', 'Shipping Province', 'Billing Province Name', 'Billing Province'],
    city: ['Shipping City', 'Billing City'],
    itemTitle: ['Lineitem name'],
    itemSku: ['Lineitem sku'],
    unitPrice: ['Lineitem price'],
    quantity: ['Lineitem quantity'],
    lineDiscount: ['Lineitem discount'],
    lineStatus: ['Lineitem fulfillment status'],
    buyerNote: ['Notes'],
  },
  firstRow: ['status', 'total', 'goodsTotal', 'currency', 'paidAt'],
  linesPriced: true,
  marks: [
    'Financial Status',
    'Fulfillment Status',
    'Fulfilled at',
    'Accepts Marketing',
    'Lineitem quantity',
    'Lineitem name',
    'Lineitem price',
    'Lineitem sku',
    'Lineitem requires shipping',
    'Lineitem fulfillment status',
  ],
  needed: 4,
  foreign: [],
};
