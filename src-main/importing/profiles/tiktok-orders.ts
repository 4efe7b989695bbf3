/**
 * TikTok Shop, all orders: one row per article, the order's amount and refund on each. The line beneath the header may explain the columns.
 * Dates begin with the month in America and with the day elsewhere; the file shows which.
 */

import { type Profile, words } from './profile.ts';

export const tiktokOrders: Profile = {
  id: 'tiktok-orders',
  marketplace: 'tiktok',
  granularity: 'line',
  currency: 'USD',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['Order ID'],
    orderedAt: ['Created Time', 'Create Time'],
    paidAt: ['Paid Time'],
    shippedAt: ['Shipped Time'],
    completedAt: ['Delivered Time'],
    status: ['Order Status'],
    closeReason: ['Cancel Reason'],
    total: ['Order Amount'],
    orderRefund: ['Order Refund Amount'],
    buyerId: ['Buyer Username'],
    receiverName: ['Recipient'],
    receiverPhone: ['Phone #'],
    address: ['Detail Address', 'Detailed address'],
    province: ['State', 'Province'],
    city: ['City', 'Post Town'],
    postcode: ['Zipcode', 'Zip Code'],
    country: ['Country'],
    itemTitle: ['Product Name'],
    itemSpec: ['Variation'],
    itemSku: ['Seller SKU'],
    unitPrice: ['SKU Unit Original Price'],
    quantity: ['Quantity'],
    lineAmount: ['SKU Subtotal After Discount'],
    buyerNote: ['Buyer Message'],
    sellerNote: ['Seller Note'],
    carrier: ['Shipping Provider Name'],
    trackingNumber: ['Tracking ID'],
    payMethod: ['Payment Method'],
  },
  reading: {
    refundedBy: [],
    statuses: {
      Canceled: 'closedOrRefunded',
      Cancelled: 'closedOrRefunded',
      จัดส่งแล้ว: 'shipped',
      ที่จะจัดส่ง: 'paid',
      ยกเลิกแล้ว: 'closedOrRefunded',
      Dikirim: 'shipped',
      Selesai: 'completed',
      Dibatalkan: 'closedOrRefunded',
      'Perlu dikirim': 'paid',
    },
  },
  marks: [
    'Order Substatus',
    'SKU Unit Original Price',
    'SKU Subtotal After Discount',
    'SKU Seller Discount',
    'SKU Platform Discount',
    'Order Refund Amount',
    'Shipping Fee After Discount',
    'RTS Time',
    'Phone #',
  ],
  needed: 3,
  foreign: [],
  always: ['orderNumber', 'paidAt', 'status', 'total', 'orderRefund'],
  unread: words(`
    Order Substatus | Cancelation/Return Type | Normal or Pre-order | SKU ID | Sku Quantity of return |
    SKU Subtotal Before Discount | SKU Platform Discount | SKU Seller Discount | Shipping Fee After Discount |
    Original Shipping Fee | Shipping Fee Seller Discount | Shipping Fee Platform Discount |
    Payment platform discount | Retail Delivery Fee | Taxes | RTS Time | Cancelled Time | Cancel By |
    Fulfillment Type | Warehouse Name | Delivery Option Type | Delivery Option |
    Additional address information | House Name or Number | Delivery Instruction | Weight(kg) | Product Category |
    Package ID | Shipping Information
  `),
};
