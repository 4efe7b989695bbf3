/**
 * Lazada, the order export: one row for each single piece, with what was paid for it and its part of the shipping. The status says what was
 * paid; a cancelled piece was when it has a refund. The currency stands nowhere.
 */

import { type Profile, words } from './profile.ts';

export const lazadaOrders: Profile = {
  id: 'lazada-orders',
  marketplace: 'lazada',
  granularity: 'line',
  currency: 'USD',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['orderNumber'],
    lineNumber: ['orderItemId'],
    orderedAt: ['createTime'],
    completedAt: ['deliveredDate'],
    status: ['status'],
    lineAmount: ['paidPrice'],
    lineExtra: ['shippingFee'],
    refund: ['refundAmount'],
    buyerEmail: ['customerEmail'],
    receiverName: ['shippingName', 'customerName'],
    receiverPhone: ['shippingPhone'],
    address: ['shippingAddress'],
    province: ['shippingRegion'],
    city: ['shippingCity'],
    postcode: ['shippingPostCode'],
    country: ['shippingCountry'],
    itemTitle: ['itemName'],
    itemSpec: ['variation'],
    itemSku: ['sellerSku'],
    unitPrice: ['unitPrice'],
    sellerNote: ['sellerNote'],
    carrier: ['shippingProvider'],
    trackingNumber: ['trackingCode'],
  },
  reading: {
    onePiece: true,
    statuses: {
      pending: 'paid',
      confirmed: 'completed',
      canceled: 'closedOrRefunded',
      cancelled: 'closedOrRefunded',
      'failed delivery': 'closed',
      'Lost by 3PL': 'closed',
      'lost by third party': 'closed',
    },
  },
  marks: [
    'orderItemId',
    'lazadaId',
    'lazadaSku',
    'sellerSku',
    'paidPrice',
    'shippingPostCode',
    'buyerFailedDeliveryReason',
    'cdTrackingCode',
    'promisedShippingTime',
  ],
  needed: 3,
  foreign: [],
  always: ['orderNumber', 'orderedAt', 'status', 'lineAmount', 'lineExtra', 'refund'],
  unread: words(`
    orderType | Guarantee | deliveryType | lazadaId | lazadaSku | wareHouse | updateTime | rtsSla | ttsSla |
    invoiceRequired | invoiceNumber | nationalRegistrationNumber | shippingAddress2 | shippingAddress3 |
    shippingAddress4 | shippingAddress5 | shippingPhone2 | billingName | billingAddr |
    billingAddr2 | billingAddr3 | billingAddr4 | billingAddr5 | billingPhone | billingPhone2 | billingCity |
    billingPostCode | billingCountry | taxCode | branchNumber | taxInvoiceRequested | payMethod |
    sellerDiscountTotal | walletCredit | cdShippingProvider | shipmentTypeName | shippingProviderType |
    cdTrackingCode | trackingUrl | shippingProviderFM | trackingCodeFM | promisedShippingTime | premium |
    buyerFailedDeliveryReturnInitiator | buyerFailedDeliveryReason | buyerFailedDeliveryDetail |
    buyerFailedDeliveryUserName | bundleId | bundleDiscount
  `),
};
