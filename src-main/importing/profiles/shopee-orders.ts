/**
 * Shopee, the order export: one row per article, the order's amount on each. No refund is printed: a completed return takes back the article's
 * share of what was paid. The currency stands in the headings, as in Total Discount(PHP).
 */

import { type Profile, words } from './profile.ts';

export const shopeeOrders: Profile = {
  id: 'shopee-orders',
  marketplace: 'shopee',
  granularity: 'line',
  currency: 'USD',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['Order ID', 'Mã đơn hàng'],
    orderedAt: ['Order Creation Date', 'Ngày đặt hàng'],
    paidAt: ['Order Paid Time'],
    shippedAt: ['Ship Time'],
    completedAt: ['Order Complete Time'],
    status: ['Order Status', 'Trạng thái đơn hàng'],
    afterSaleStatus: ['Return / Refund Status'],
    total: ['Grand Total', 'Total Buyer Payment'],
    buyerId: ['Username (Buyer)', 'Người Mua'],
    receiverName: ['Receiver Name'],
    receiverPhone: ['Phone Number'],
    address: ['Delivery Address'],
    province: ['Province'],
    city: ['District', 'City'],
    postcode: ['Zip Code'],
    country: ['Country'],
    itemTitle: ['Product Name', 'Tên sản phẩm'],
    itemSpec: ['Variation Name'],
    itemSku: ['SKU Reference No.', 'Parent SKU Reference No.'],
    unitPrice: ['Deal Price', 'Original Price'],
    quantity: ['Quantity', 'Số lượng'],
    lineAmount: ['Product Subtotal'],
    buyerNote: ['Remark from buyer'],
    sellerNote: ['Note'],
    trackingNumber: ['Tracking Number*'],
  },
  reading: {
    refundedBy: ['afterSale', 'closing'],
    statuses: { Cancelled: 'closedOrRefunded' },
  },
  marks: [
    'Return / Refund Status',
    'Order Paid Time',
    'Deal Price',
    'Product Subtotal',
    'Username (Buyer)',
    'Parent SKU Reference No.',
    'Estimated Ship Out Date',
    'Buyer Paid Shipping Fee',
    'Shipping Rebate Estimate',
    'Mã đơn hàng',
    'Người Mua',
    'Trạng thái đơn hàng',
  ],
  needed: 2,
  foreign: [],
  always: ['orderNumber', 'paidAt', 'status', 'afterSaleStatus', 'total', 'lineAmount'],
  unread: words(`
    Shipping Option | Shipment Method | Estimated Ship Out Date | Total Discount(PHP) |
    Price Discount(from Seller)(PHP) | Shopee Rebate(PHP) | SKU Total Weight | Number of Items in Order |
    Order Total Weight | Seller Voucher(PHP) | Seller Absorbed Coin Cashback | Shopee Voucher(PHP) |
    Bundle Deals Indicator(Y/N) | Shopee Bundle Discount(PHP) | Seller Bundle Discount(PHP) |
    Shopee Coins Offset(PHP) | Credit Card Discount Total(PHP) | Products' Price Paid by Buyer (PHP) |
    Buyer Paid Shipping Fee | Shipping Rebate Estimate | Reverse Shipping Fee | Service Fee | Estimated Shipping Fee |
    Town | Region
  `),
};
