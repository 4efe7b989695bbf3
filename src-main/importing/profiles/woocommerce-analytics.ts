/**
 * WooCommerce, orders downloaded from Analytics: one row per order, all its articles in one cell. `N. Revenue` is what is left of the goods
 * after refunds, without shipping and tax, so it is the goods' total here and never what the buyer paid at the till. Names alone identify nobody.
 */

import { type Profile, words } from './profile.ts';
import { wooStatuses } from './woocommerce-orders.ts';

export const woocommerceAnalytics: Profile = {
  id: 'woocommerce-analytics',
  marketplace: 'woocommerce',
  granularity: 'order',
  currency: 'USD',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['Order #'],
    orderedAt: ['Date'],
    status: ['Status'],
    goodsTotal: ['N. Revenue', 'Net Revenue'],
    receiverName: ['Customer'],
    itemsText: ['Product(s)'],
    quantity: ['Items sold'],
  },
  reading: {
    statuses: wooStatuses,
    itemsPacked: 'times',
  },
  marks: ['Order #', 'Customer type', 'Product(s)', 'Items sold', 'Coupon(s)', 'N. Revenue'],
  needed: 3,
  foreign: [],
  always: ['orderNumber', 'orderedAt', 'status', 'goodsTotal'],
  unread: words(`
    Customer type | Coupon(s)
  `),
};
