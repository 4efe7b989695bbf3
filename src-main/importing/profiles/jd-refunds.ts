/**
 * JD, the list of after-sale services (售后服务单): one row per service, under a first line of group names. Its words are known from programs
 * that read it, not from a file, so the owner is asked.
 */

import { type Profile, words } from './profile.ts';

export const jdRefunds: Profile = {
  id: 'jd-refunds',
  marketplace: 'jd',
  granularity: 'afterSale',
  currency: 'CNY',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['订单号', '订单编号'],
    afterSaleNumber: ['服务单号', '退款单号'],
    refund: ['退款金额'],
    afterSaleStatus: ['服务单状态', '退款状态', '状态'],
    itemTitle: ['商品名称'],
    quantity: ['商品数量'],
  },
  marks: ['服务单号', '客户期望', '一级申请原因', '商家首次处理时间', '审核时间'],
  needed: 2,
  foreign: [],
  always: ['orderNumber', 'refund'],
  isGuess: true,
  unread: words(`
    客户期望 | 一级申请原因 | 二级申请原因 | 商家首次处理时间 | 审核时间 | 商品编号 | 申请时间
  `),
};
