/**
 * WooCommerce, the plugin Advanced Order Export: one row per article, the order's own fields on each. There is no time of payment: the status
 * says which orders were paid. Columns are chosen by the shop; the currency stands in none of the usual ones.
 */

import { type Profile, type Reading, words } from './profile.ts';

/** The words as the shop's database has them. Plugins write these, or what the shop's pages show. */
export const wooStatuses: NonNullable<Reading['statuses']> = {
  'wc-pending': 'unpaid',
  'wc-on-hold': 'unpaid',
  'wc-checkout-draft': 'unpaid',
  'auto-draft': 'unpaid',
  'wc-processing': 'paid',
  'wc-completed': 'completed',
  'wc-cancelled': 'closed',
  'wc-failed': 'closed',
  trash: 'closed',
  'wc-refunded': 'refunded',
};

export const woocommerceOrders: Profile = {
  id: 'woocommerce-orders',
  marketplace: 'woocommerce',
  granularity: 'line',
  currency: 'USD',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['Order Number', 'Order ID'],
    orderedAt: ['Order Date'],
    paidAt: ['Paid Date', 'Date Paid'],
    completedAt: ['Completed Date'],
    status: ['Order Status'],
    total: ['Order Total Amount'],
    orderRefund: ['Order Refund Amount'],
    currency: ['Order Currency', 'Currency'],
    buyerId: ['Email (Billing)'],
    buyerEmail: ['Email (Billing)'],
    receiverName: ['First Name (Shipping)', 'First Name (Billing)'],
    receiverLastName: ['Last Name (Shipping)', 'Last Name (Billing)'],
    receiverPhone: ['Phone (Billing)'],
    address: ['Address 1&2 (Shipping)', 'Address 1&2 (Billing)'],
    province: ['State Code (Shipping)', 'State Code (Billing)'],
    city: ['City (Shipping)', 'City (Billing)'],
    postcode: ['Postcode (Shipping)', 'Postcode (Billing)'],
    country: ['Country Code (Shipping)', 'Country Code (Billing)'],
    itemTitle: ['Item Name', 'Name'],
    itemSpec: ['Product Variation'],
    itemSku: ['SKU'],
    unitPrice: ['Item Cost'],
    quantity: ['Quantity', 'Quantity (- Refund)'],
    buyerNote: ['Customer Note'],
  },
  reading: { statuses: wooStatuses },
  marks: [
    'First Name (Billing)',
    'Last Name (Billing)',
    'Address 1&2 (Billing)',
    'Email (Billing)',
    'Phone (Billing)',
    'Postcode (Billing)',
    'Country Code (Billing)',
    'Payment Method Title',
    'Order Total Amount',
    'Quantity (- Refund)',
  ],
  needed: 3,
  foreign: [],
  always: ['orderNumber', 'orderedAt', 'status', 'total', 'orderRefund'],
  unread: words(`
    Company (Billing) | Payment Method Title |
    Cart Discount Amount | Order Subtotal Amount | Shipping Method Title | Order Shipping Amount |
    Order Total Tax Amount | Item # | Coupon Code | Discount Amount | Discount Amount Tax | Order Line (w/o tax) |
    Order Line Tax | Order Line Total | Order Line Total Refunded | Order Line Total (- Refund) | Image URL |
    Coupons Used
  `),
};
