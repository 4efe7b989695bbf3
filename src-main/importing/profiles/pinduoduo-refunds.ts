/**
 * Pinduoduo, the after-sale export: one row per case. Here alone stand the amounts that went back. Its words are known from programs that
 * read it.
 */

import { type Profile, words } from './profile.ts';

export const pinduoduoRefunds: Profile = {
  id: 'pinduoduo-refunds',
  marketplace: 'pinduoduo',
  granularity: 'afterSale',
  currency: 'CNY',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['订单编号', '订单号'],
    afterSaleNumber: ['售后编号', '售后单号'],
    refund: ['退款金额(元)', '退款金额', '买家退款金额'],
    afterSaleStatus: ['售后状态'],
    itemTitle: ['商品名称', '商品'],
  },
  marks: ['售后编号', '同意退款时间', '退款成功时间', '退货运单号', '售后类型', '售后申请时间'],
  needed: 2,
  foreign: ['用户实付金额(元)', '商品单号', '申请售后金额(元)'],
  always: ['orderNumber', 'refund', 'afterSaleStatus'],
  unread: words(`
    同意退款时间 | 退款成功时间 | 退货运单号 | 退货快递公司 | 售后类型 | 售后原因 | 申请时间 | 售后申请时间 | 商品ID | 商品规格 | 交易金额(元) | 发货状态 | 订单状态 | 快递单号 |
    快递公司 | 商家备注 | 买家留言
  `),
};
