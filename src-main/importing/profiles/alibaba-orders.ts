/**
 * 1688, the order export: one row per article, the order's own cells merged over its rows, so that only the first has them. A paid order that
 * was closed went back whole. Buyers download a list of the same columns: where several sellers stand in it, it is one of purchases.
 */

import { type Profile, words } from './profile.ts';

export const alibabaOrders: Profile = {
  id: '1688-orders',
  marketplace: '1688',
  granularity: 'line',
  currency: 'CNY',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['订单编号'],
    orderedAt: ['订单创建时间'],
    paidAt: ['订单付款时间'],
    status: ['订单状态'],
    total: ['实付款(元)'],
    buyerId: ['买家会员名'],
    receiverName: ['收货人姓名'],
    receiverPhone: ['联系手机', '联系电话'],
    address: ['收货地址'],
    province: ['省'],
    city: ['市'],
    district: ['区'],
    postcode: ['邮编'],
    itemTitle: ['货品标题'],
    itemSpec: ['型号'],
    itemSku: ['单品货号', '货号'],
    unitPrice: ['单价(元)'],
    quantity: ['数量'],
    buyerNote: ['买家留言'],
    carrier: ['物流公司'],
    trackingNumber: ['运单号'],
  },
  reading: {
    firstRow: ['status', 'total', 'orderedAt'],
    numberOnce: true,
    refundedBy: ['closing'],
    statuses: { 已退换货: 'refunded' },
  },
  marks: [
    '卖家公司名',
    '卖家会员名',
    '买家公司名',
    '货品总价(元)',
    '涨价或折扣(元)',
    '货品标题',
    'Offer ID',
    '物料编号',
    '单品货号',
    '货品种类',
    '发货方',
  ],
  needed: 3,
  foreign: [],
  always: ['orderNumber', 'paidAt', 'status', 'total'],
  sellers: ['卖家会员名', '卖家公司名'],
  unread: words(`
    买家公司名 | 卖家公司名 | 卖家会员名 | 货品总价(元) | 运费(元) | 涨价或折扣(元) | 发货方 | 单位 | Offer ID | SKU ID | 物料编号 | 货品种类 | 买家 | 关联编号 |
    收款方式 | 订单改价
  `),
};
