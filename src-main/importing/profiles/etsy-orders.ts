/**
 * Etsy, sold orders: one row per order, all of them paid. Where money went back, `Adjusted Order Total` is what is left.
 */

import { type Profile, words } from './profile.ts';

export const etsyOrders: Profile = {
  id: 'etsy-orders',
  marketplace: 'etsy',
  granularity: 'order',
  currency: 'USD',
  dateOrder: 'mdy',
  fields: {
    orderNumber: ['Order ID'],
    orderedAt: ['Sale Date'],
    paidAt: ['Date Paid'],
    shippedAt: ['Date Shipped'],
    status: ['Status'],
    total: ['Order Total'],
    remaining: ['Adjusted Order Total'],
    currency: ['Currency'],
    buyerId: ['Buyer User ID'],
    receiverName: ['Full Name'],
    address: ['Street 1'],
    province: ['Ship State'],
    city: ['Ship City'],
    postcode: ['Ship Zipcode'],
    country: ['Ship Country'],
    quantity: ['Number of Items'],
    itemsText: ['SKU'],
  },
  reading: {
    idInBrackets: true,
  },
  marks: [
    'Buyer User ID',
    'Number of Items',
    'Order Value',
    'Card Processing Fees',
    'Order Net',
    'Adjusted Order Total',
    'Adjusted Net Order Amount',
    'InPerson Discount',
  ],
  needed: 3,
  foreign: ['Transaction ID', 'Item Name'],
  always: ['orderNumber', 'orderedAt', 'status', 'total', 'remaining', 'currency'],
  unread: words(`
    First Name | Last Name | Payment Method | Street 2 | Order Value | Coupon Code | Coupon Details |
    Discount Amount | Shipping Discount | Shipping | Sales Tax | Card Processing Fees | Order Net |
    Adjusted Card Processing Fees | Adjusted Net Order Amount | Buyer | Order Type | Payment Type |
    InPerson Discount | InPerson Location
  `),
};
