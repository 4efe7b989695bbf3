/**
 * Xiaohongshu (千帆), the after-sale export: one row per case. Its words are known from programs that read it.
 */

import { type Profile, words } from './profile.ts';

export const xiaohongshuRefunds: Profile = {
  id: 'xiaohongshu-refunds',
  marketplace: 'xiaohongshu',
  granularity: 'afterSale',
  currency: 'CNY',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['订单号'],
    afterSaleNumber: ['售后单号'],
    refund: ['申请售后金额(元)'],
    afterSaleStatus: ['状态', '售后状态'],
    itemTitle: ['商品名称'],
  },
  marks: ['申请售后金额(元)', '退货创建时间', '商家确认收货时间', '订单支付时间', '售后单号'],
  needed: 2,
  foreign: ['商品单号', '用户应付金额(元)'],
  always: ['orderNumber', 'refund', 'afterSaleStatus'],
  unread: words(`
    售后类型 | 原因 | 订单支付时间 | 商家确认收货时间 | 退货创建时间 | 商品ID | 规格ID | SKU名称 | SKU规格 | 申请时间 | 退货快递单号 | 退货快递公司
  `),
};
