/**
 * Weidian, the order export. No file and no program that reads one could be found: these words are a guess, and the owner is asked.
 */

import { type Profile, words } from './profile.ts';

export const weidianOrders: Profile = {
  id: 'weidian-orders',
  marketplace: 'weidian',
  granularity: 'order',
  currency: 'CNY',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['订单编号', '订单号'],
    orderedAt: ['下单时间'],
    paidAt: ['付款时间', '支付时间'],
    status: ['订单状态'],
    total: ['订单金额', '实付金额'],
    receiverName: ['收货人', '收件人姓名'],
    receiverPhone: ['收货电话', '联系电话'],
    address: ['收货地址'],
    itemsText: ['商品名称'],
    quantity: ['商品数量', '数量'],
    buyerNote: ['买家备注'],
    sellerNote: ['卖家备注'],
  },
  reading: { statuses: { 已关闭: 'closedOrRefunded' } },
  marks: ['收货电话', '型号编码', '商品型号', '卖家备注'],
  needed: 2,
  foreign: [],
  always: ['orderNumber', 'paidAt', 'total'],
  isGuess: true,
  unread: words(`
    商品型号 | 型号编码 | 商品编码
  `),
};
