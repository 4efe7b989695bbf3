/**
 * WooCommerce, the plugin Customer/Order CSV Export: one row per order, each article packed in a column of its own (order_item_1, …).
 */

import { type Profile, words } from './profile.ts';
import { wooStatuses } from './woocommerce-orders.ts';

const MOST_ITEMS = 30;

export const woocommerceSuite: Profile = {
  id: 'woocommerce-suite',
  marketplace: 'woocommerce',
  granularity: 'order',
  currency: 'USD',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['order_number_formatted', 'order_number', 'order_id'],
    orderedAt: ['date'],
    status: ['status'],
    total: ['order_total'],
    refund: ['refunded_total'],
    currency: ['order_currency', 'currency'],
    buyerId: ['billing_email'],
    buyerEmail: ['billing_email'],
    receiverName: ['shipping_first_name', 'billing_first_name'],
    receiverLastName: ['shipping_last_name', 'billing_last_name'],
    receiverPhone: ['billing_phone'],
    address: ['shipping_address_1', 'billing_address_1'],
    province: ['shipping_state', 'billing_state'],
    city: ['shipping_city', 'billing_city'],
    postcode: ['shipping_postcode', 'billing_postcode'],
    country: ['shipping_country', 'billing_country'],
    itemsText: Array.from({ length: MOST_ITEMS }, (_, at) => `order_item_${at + 1}`),
    buyerNote: ['customer_note'],
  },
  reading: {
    statuses: wooStatuses,
    itemsPacked: 'pipes',
  },
  marks: [
    'order_number_formatted',
    'billing_first_name',
    'billing_email',
    'shipping_first_name',
    'order_item_1',
    'download_permissions_granted',
    'order_shipping_tax',
    'cart_discount',
  ],
  needed: 3,
  foreign: [],
  always: ['orderNumber', 'orderedAt', 'status', 'total'],
  unread: words(`
    order_shipping | order_shipping_tax | order_fees | order_fee_tax | order_tax | cart_discount | order_discount |
    payment_method | shipping_method | customer_user | billing_address_2 | billing_company |
    shipping_address_2 | shipping_company | download_permissions_granted | order_notes |
    shipping_method_1 | shipping_cost_1
  `),
};
