/**
 * Shopify, the orders export (orders_export.csv): one row per thing bought, the order's own fields on its first row only; the
 * further rows have the Lineitem columns and repeat Name, Email and Created at. The buyer is the e-mail: two of them are two people even
 * with one phone. No shop's name is in the file: Vendor is who makes the goods.
 */

import { type Profile, words } from './profile.ts';

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
  reading: { firstRow: ['status', 'total', 'goodsTotal', 'currency', 'paidAt'], linesPriced: true },
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
  always: ['orderNumber'],
  unread: words(`
    Accepts Marketing | Taxes | Discount Code | Discount Amount | Shipping Method | Lineitem compare at price |
    Lineitem requires shipping | Lineitem taxable | Billing Address2 | Billing Company | Billing Zip |
    Billing Country | Shipping Address2 | Shipping Company | Shipping Zip | Shipping Country | Note Attributes |
    Payment Method | Payment Reference | Vendor | Employee | Location | Device ID | Id | Tags | Risk Level | Source |
    Tax 1 Name | Tax 1 Value | Tax 2 Name | Tax 2 Value | Tax 3 Name | Tax 3 Value | Tax 4 Name | Tax 4 Value |
    Tax 5 Name | Tax 5 Value | Receipt Number | Duties | Payment ID | Payment Terms Name | Next Payment Due At |
    Payment References | Lineitem compare-at price | Payment Reference (deprecated) | Payment terms
  `),
};
