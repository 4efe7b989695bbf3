/**
 * Youzan, the export by order: one row per order. The buyer is the phone of his account, also where a present goes to somebody else's:
 * nicknames are often missing and may change.
 */

import { type Profile, words } from './profile.ts';

export const youzanOrders: Profile = {
  id: 'youzan-orders',
  marketplace: 'youzan',
  granularity: 'order',
  currency: 'CNY',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['订单号'],
    orderedAt: ['订单创建时间'],
    paidAt: ['买家付款时间'],
    status: ['订单状态'],
    total: ['订单实付金额'],
    refund: ['订单已退款金额', '商品已退款金额'],
    receiverName: ['收货人/提货人'],
    buyerId: ['买家手机号', '手机号'],
    receiverPhone: ['收货人手机号/提货人手机号', '买家手机号', '手机号'],
    address: ['详细收货地址/提货地址'],
    province: ['收货人省份'],
    city: ['收货人城市'],
    district: ['收货人地区'],
    itemsText: ['全部商品名称'],
    quantity: ['商品总件数'],
    buyerNote: ['买家备注'],
    sellerNote: ['商家订单备注'],
  },
  reading: {
    statuses: { 已关闭: 'closedOrRefunded' },
    datedNumber: 'yyyymmddhhmmss',
    buyerByPhone: true,
  },
  marks: [
    '全部商品名称',
    '买家付款时间',
    '订单实付金额',
    '订单已退款金额',
    '收货人手机号/提货人手机号',
    '收货人/提货人',
    '详细收货地址/提货地址',
    '商品种类数',
    '商品总件数',
    '分销员',
  ],
  needed: 3,
  foreign: ['商品实际成交金额', '订单商品状态'],
  always: ['orderNumber', 'paidAt', 'status', 'total', 'refund'],
  unread: words(`
    订单退款状态 | 商品种类数 | 买家昵称 | 买家名称 | 优惠券码名称 | 分销员 | 销售渠道
  `),
};
