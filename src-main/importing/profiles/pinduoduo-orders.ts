/**
 * Pinduoduo, the order export: one row per order, of one article. What the buyer paid is `用户实付金额`; the merchant may receive more, as the
 * platform adds to it. Refund amounts stand only in the after-sale export. No buyer can be told from it. Cells end with tabs.
 */

import { type Profile, words } from './profile.ts';

export const pinduoduoOrders: Profile = {
  id: 'pinduoduo-orders',
  marketplace: 'pinduoduo',
  granularity: 'order',
  currency: 'CNY',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['订单号', '订单编号'],
    orderedAt: ['订单成交时间'],
    paidAt: ['支付时间', '订单成交时间'],
    shippedAt: ['发货时间'],
    completedAt: ['确认收货时间'],
    status: ['订单状态'],
    afterSaleStatus: ['售后状态'],
    total: ['用户实付金额(元)'],
    receiverPhone: ['用户购买手机号'],
    province: ['省'],
    city: ['市'],
    district: ['区'],
    itemsText: ['商品', '商品名称'],
    quantity: ['商品数量(件)'],
    buyerNote: ['买家留言'],
    sellerNote: ['商家备注'],
    carrier: ['快递公司'],
    trackingNumber: ['快递单号'],
    shopName: ['店铺名称'],
  },
  reading: {
    statuses: {
      已签收: 'completed',
      交易关闭: 'closed',
      '未发货，退款成功': 'refunded',
      '已发货，退款成功': 'refunded',
      '已收货，退款成功': 'refunded',
    },
    refundedBy: ['afterSale'],
    datedNumber: 'yymmdd',
  },
  marks: [
    '用户实付金额(元)',
    '商家实收金额(元)',
    '多多支付立减金额(元)',
    '店铺优惠折扣(元)',
    '平台优惠折扣(元)',
    '商品数量(件)',
    '订单成交时间',
    '样式ID',
    '用户购买手机号',
    '商家编码-规格维度',
    '商家编码-商品维度',
  ],
  needed: 2,
  foreign: [],
  always: ['orderNumber', 'paidAt', 'status', 'afterSaleStatus', 'total'],
  unread: words(`
    商品总价(元) | 邮费(元) | 店铺优惠折扣(元) | 平台优惠折扣(元) | 多多支付立减金额(元) | 上门安装费(元) | 送货入户费(元) | 送货入户并安装费(元) | 商家实收金额(元) | 街道/镇 |
    是否审核中 | 承诺发货时间 | 承诺送达时间 | 商品id | 商品规格 | 样式ID | 商品一级类目 | 商品二级类目 | 商品三级类目 | 商品四级类目 | 商家编码-规格维度 | 商家编码-商品维度 | 消费者资料 |
    消费者资料上传时间 | 是否抽奖或0元试用 | 是否顺丰加价 | 旅行类信息 | 充值号码 | 是否门店自提 | 门店名称 | 门店自定义编码
  `),
};
