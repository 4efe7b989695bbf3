/**
 * Amazon, the report of new or unshipped orders: one row per article, with the buyer's address at Amazon, mostly without amounts. Business
 * buyers may share one no-reply address, which is nobody's.
 */

import { type Profile, words } from './profile.ts';

export const amazonUnshipped: Profile = {
  id: 'amazon-unshipped',
  marketplace: 'amazon',
  granularity: 'line',
  currency: 'USD',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['order-id'],
    lineNumber: ['order-item-id'],
    orderedAt: ['purchase-date'],
    paidAt: ['payments-date'],
    lineAmount: ['item-price'],
    lineExtra: ['item-tax', 'shipping-price', 'shipping-tax'],
    lineDiscount: ['item-promotion-discount', 'ship-promotion-discount'],
    currency: ['currency'],
    buyerId: ['buyer-email'],
    buyerEmail: ['buyer-email'],
    receiverName: ['recipient-name', 'buyer-name'],
    receiverPhone: ['buyer-phone-number', 'ship-phone-number'],
    address: ['ship-address-1'],
    province: ['ship-state'],
    city: ['ship-city'],
    postcode: ['ship-postal-code'],
    country: ['ship-country'],
    itemTitle: ['product-name'],
    itemSku: ['sku'],
    quantity: ['quantity-purchased'],
  },
  reading: {
    discountsApart: true,
  },
  marks: [
    'order-item-id',
    'payments-date',
    'buyer-email',
    'buyer-phone-number',
    'quantity-purchased',
    'recipient-name',
    'ship-address-1',
    'ship-service-level',
  ],
  needed: 3,
  foreign: ['amazon-order-id'],
  always: ['orderNumber', 'paidAt'],
  unread: words(`
    reporting-date | promise-date | days-past-promise | quantity-shipped | quantity-to-ship | ship-service-level |
    ship-address-2 | ship-address-3 | is-business-order | purchase-order-number | price-designation |
    is-prime
  `),
};
