/**
 * Amazon, the report of all orders: one row per article, `item-price` for all its pieces together; tax, shipping and gift wrap on top, promotions
 * off. Amounts are empty while an order is pending or once it is cancelled. No buyer stands in it. Quotes in its cells are literal.
 */

import { type Profile, words } from './profile.ts';

export const amazonOrders: Profile = {
  id: 'amazon-orders',
  marketplace: 'amazon',
  granularity: 'line',
  currency: 'USD',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['amazon-order-id'],
    orderedAt: ['purchase-date'],
    status: ['order-status'],
    lineAmount: ['item-price'],
    lineExtra: ['item-tax', 'shipping-price', 'shipping-tax', 'gift-wrap-price', 'gift-wrap-tax'],
    lineDiscount: ['item-promotion-discount', 'ship-promotion-discount'],
    currency: ['currency'],
    province: ['ship-state'],
    city: ['ship-city'],
    postcode: ['ship-postal-code'],
    country: ['ship-country'],
    itemTitle: ['product-name'],
    itemSku: ['sku'],
    quantity: ['quantity'],
    lineStatus: ['item-status'],
  },
  reading: {
    discountsApart: true,
    refundedBy: [],
    statuses: {
      'Pending - Waiting for Pick Up': 'paid',
      Shipping: 'shipped',
      'Shipped - Picked Up': 'shipped',
      'Shipped - Out for Delivery': 'shipped',
      'Shipped - Delivered to Buyer': 'completed',
      'Shipped - Returned to Seller': 'refunded',
      'Shipped - Returning to Seller': 'shipped',
      'Shipped - Rejected by Buyer': 'refunded',
      'Shipped - Lost in Transit': 'shipped',
      'Shipped - Damaged': 'shipped',
    },
  },
  marks: [
    'amazon-order-id',
    'merchant-order-id',
    'fulfillment-channel',
    'sales-channel',
    'item-promotion-discount',
    'ship-promotion-discount',
    'item-status',
    'ship-service-level',
  ],
  needed: 3,
  foreign: ['buyer-email', 'order-item-id'],
  always: ['orderNumber', 'orderedAt', 'status', 'lineAmount', 'currency'],
  unread: words(`
    merchant-order-id | last-updated-date | fulfillment-channel | sales-channel | order-channel | ship-service-level |
    asin | promotion-ids | is-business-order | purchase-order-number | price-designation
  `),
};
