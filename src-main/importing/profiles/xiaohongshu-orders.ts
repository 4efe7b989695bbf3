/**
 * Xiaohongshu (千帆), the order export: one row per article, each with what the buyer was to pay for it. Refund amounts stand only in the
 * after-sale export. The buyer's number stays the same from order to order.
 */

import { type Profile, words } from './profile.ts';

export const xiaohongshuOrders: Profile = {
  id: 'xiaohongshu-orders',
  marketplace: 'xiaohongshu',
  granularity: 'line',
  currency: 'CNY',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['订单号'],
    orderedAt: ['订单创建时间', '下单时间'],
    paidAt: ['支付时间'],
    shippedAt: ['订单发货时间'],
    completedAt: ['订单完成时间'],
    status: ['订单状态'],
    afterSaleStatus: ['售后状态'],
    lineAmount: ['用户应付金额(元)'],
    buyerId: ['用户编号'],
    receiverName: ['收件人姓名'],
    receiverPhone: ['收件人电话'],
    address: ['收件人地址'],
    province: ['省'],
    city: ['市'],
    district: ['区'],
    itemTitle: ['SKU名称', '商品名称'],
    itemSpec: ['SKU规格'],
    itemSku: ['商家编码', '小红书编码'],
    quantity: ['SKU件数'],
    buyerNote: ['用户备注'],
    sellerNote: ['包裹备注信息'],
    carrier: ['快递公司'],
    trackingNumber: ['快递单号'],
    shopName: ['店铺名称'],
  },
  reading: {
    statuses: { 已取消: 'closedOrRefunded', 已关闭: 'closedOrRefunded' },
    refundedBy: ['afterSale', 'closing'],
  },
  marks: [
    '小红书编码',
    '用户应付金额(元)',
    '商家应收金额(元)（支付金额）',
    'SKU件数',
    'SKU名称',
    'SKU规格',
    '用户编号',
    '包裹备注信息',
    'SKU商家改价(元)',
    '三段码/Express Extend 2',
  ],
  needed: 3,
  foreign: [],
  always: ['orderNumber', 'paidAt', 'status', 'afterSaleStatus', 'lineAmount'],
  unread: words(`
    订单类型 | 订单标记 | 区域编码 | 条形码 | 规格ID | 达人ID | 达人名称 | 是否为赠品 | 发票/Invoice | 商品总价(元) | 平台优惠(元) | 店铺优惠(元) | 支付渠道优惠(元) |
    SKU商家改价(元) | 商家应收金额(元)（支付金额） | 支付方式 | 支付渠道订单号 | 支付期数 | 利息费用 | 手续费承担方 | sku净重(kg) | 包裹总净重(kg) | 包裹总运费(元) | 发货链接 |
    大头笔/Paint Marker | 集包地/Express Extend 1 | 三段码/Express Extend 2 | 订购人身份证姓名/ID Name | 订购人身份证号/ID Number | 收件人身份证姓名 |
    收件人身份证号 | 预售订单开始发货时间 | 预售订单截止发货时间 | 承诺发货时间 | 发货仓库 | 确认收货类型 | 是否延迟收货 | 包裹备注标记 | 异常原因 | 运费模版名称 | 物流方案名称 | 第三方机构订单号 |
    国补模式 | 供应商id | 供应商名称 | 商品ID
  `),
};
