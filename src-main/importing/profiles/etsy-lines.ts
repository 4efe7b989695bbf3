/**
 * Etsy, sold order items: one row per article before its discount; the order's shipping on each row. Sales tax is collected by Etsy and no
 * part of what the shop takes. Buyers are printed as 'Name (id)'.
 */

import { type Profile, words } from './profile.ts';

export const etsyLines: Profile = {
  id: 'etsy-lines',
  marketplace: 'etsy',
  granularity: 'line',
  currency: 'USD',
  dateOrder: 'mdy',
  fields: {
    orderNumber: ['Order ID'],
    lineNumber: ['Transaction ID'],
    orderedAt: ['Sale Date'],
    paidAt: ['Date Paid'],
    shippedAt: ['Date Shipped'],
    lineAmount: ['Item Total'],
    lineDiscount: ['Discount Amount'],
    shippingFee: ['Order Shipping'],
    currency: ['Currency'],
    buyerId: ['Buyer'],
    receiverName: ['Ship Name'],
    address: ['Ship Address1'],
    province: ['Ship State'],
    city: ['Ship City'],
    postcode: ['Ship Zipcode'],
    country: ['Ship Country'],
    itemTitle: ['Item Name'],
    itemSpec: ['Variations'],
    itemSku: ['SKU'],
    unitPrice: ['Price'],
    quantity: ['Quantity'],
  },
  reading: {
    discountsApart: true,
    idInBrackets: true,
  },
  marks: [
    'Transaction ID',
    'Listing ID',
    'Item Total',
    'Order Shipping',
    'Order Sales Tax',
    'Listings Type',
    'VAT Paid by Buyer',
    'Variations',
  ],
  needed: 3,
  foreign: ['Order Value', 'Order Net'],
  always: ['orderNumber', 'paidAt', 'lineAmount', 'lineDiscount', 'shippingFee', 'currency'],
  unread: words(`
    Coupon Code | Coupon Details | Shipping Discount | Order Sales Tax | Listing ID | Ship Address2 |
    Order Type | Listings Type | Payment Type | InPerson Discount | InPerson Location | VAT Paid by Buyer
  `),
};
