/**
 * JD for third-party shops (POP), the order export: one row per article, the order's own amounts on each of its rows. What was paid is
 * `应付金额` and what the balance paid. No refund is printed: `(删除)` before the status of a paid order says that all of it went back. An order
 * that was split into others stays in the list, named as such in the seller's note.
 */

import { type Profile, words } from './profile.ts';

export const jdOrders: Profile = {
  id: 'jd-orders',
  marketplace: 'jd',
  granularity: 'line',
  currency: 'CNY',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['订单号', '订单编号'],
    orderedAt: ['下单时间'],
    paidAt: ['付款确认时间'],
    completedAt: ['订单完成时间'],
    status: ['订单状态'],
    total: ['应付金额'],
    paidBesides: ['余额支付'],
    payMethod: ['支付方式'],
    buyerId: ['下单帐号', '下单账号'],
    receiverName: ['客户姓名'],
    receiverPhone: ['联系电话'],
    address: ['客户地址'],
    itemTitle: ['商品名称'],
    itemSku: ['货号', '商家SKUID'],
    unitPrice: ['京东价'],
    quantity: ['订购数量'],
    buyerNote: ['订单备注'],
    sellerNote: ['商家备注'],
    shopName: ['店铺名称'],
  },
  reading: {
    statuses: {
      暂停: 'paid',
      暂停订单: 'paid',
      锁定: 'paid',
      锁定订单: 'paid',
      '(锁定)等待出库': 'paid',
      '(锁定)等待确认收货': 'shipped',
      '(删除)等待付款': 'closed',
      '(删除)未付款': 'closed',
      '(删除)新订单': 'closed',
      '(删除)等待付款确认': 'closed',
      '(删除)暂停': 'closedOrRefunded',
      '(删除)锁定': 'closedOrRefunded',
      '(删除)等待出库': 'closedOrRefunded',
      '(删除)等待确认收货': 'closedOrRefunded',
      '(删除)完成': 'closedOrRefunded',
    },
    refundedBy: ['closing'],
    splitNote: '订单拆分为',
  },
  marks: [
    '京东价',
    '结算金额',
    '余额支付',
    '下单帐号',
    '下单账号',
    '客户姓名',
    '客户地址',
    '付款确认时间',
    '订购数量',
    '商家备注等级（等级1-5为由高到低）',
  ],
  needed: 2,
  foreign: [],
  always: ['orderNumber', 'paidAt', 'status', 'total', 'paidBesides', 'payMethod', 'sellerNote'],
  unread: words(`
    商品ID | 订单金额 | 结算金额 | 订单类型 | 发票类型 | 发票抬头 | 发票内容 | 商家备注等级（等级1-5为由高到低） | 运费金额 | 增值税发票 | 订单来源 | 订单渠道 | 送装服务 | 服务费 |
    仓库id | 仓库名称 | 普通发票纳税编号 | 是否为品牌商订单 | 是否为toplife订单 | 商家应收 | 店铺ID
  `),
};
