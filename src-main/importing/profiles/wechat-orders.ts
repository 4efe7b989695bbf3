/**
 * WeChat shops (微信小店、视频号小店), the order export: one row per article, with what was paid for the whole order on each row and what
 * went back of each article. What was paid may fall to nothing when all of it goes back.
 */

import { type Profile, words } from './profile.ts';

export const wechatOrders: Profile = {
  id: 'wechat-orders',
  marketplace: 'wechat',
  granularity: 'line',
  currency: 'CNY',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['订单号'],
    orderedAt: ['订单下单时间'],
    paidAt: ['支付时间'],
    shippedAt: ['订单发货时间'],
    completedAt: ['订单确认收货时间', '订单完成结算时间'],
    status: ['订单状态'],
    afterSaleStatus: ['商品售后'],
    paid: ['订单实际支付金额'],
    lineAmount: ['商品实际价格(总共)'],
    refund: ['商品已退款金额'],
    receiverName: ['收件人姓名'],
    receiverPhone: ['收件人手机'],
    address: ['收件人地址'],
    province: ['省'],
    city: ['市'],
    district: ['区'],
    itemTitle: ['商品名称'],
    itemSpec: ['商品属性'],
    itemSku: ['商品编码(自定义)', 'SKU编码(自定义)'],
    unitPrice: ['商品价格(单件)'],
    quantity: ['商品数量'],
    lineStatus: ['商品发货'],
    buyerNote: ['买家备注'],
    sellerNote: ['商家备注'],
    carrier: ['物流公司'],
    trackingNumber: ['快递单号'],
  },
  reading: {
    statuses: { 已取消: 'closedOrRefunded' },
  },
  marks: [
    '订单下单时间',
    '订单实际支付金额',
    '订单实际收款金额',
    '商品实际价格(总共)',
    '商品价格(单件)',
    '商品已退款金额',
    '商品编码(平台)',
    '订单完成结算时间',
    '带货账号昵称',
    '礼物单号',
  ],
  needed: 3,
  foreign: ['商品实际成交金额'],
  always: ['orderNumber', 'paidAt', 'status', 'paid', 'lineAmount', 'refund'],
  unread: words(`
    发货方式 | 打标颜色 | 商品总价 | 订单实际收款金额 | 订单运费 | 商品优惠 | 跨店优惠 | 商品改价 | 积分抵扣 | 支付方式 | 交易单号 | 技术服务费 | 技术服务费（将以人气卡形式返还） |
    运费险预计投保费用 | 带货方式 | 带货账号类型 | 带货账号昵称 | 带货费用渠道 | 带货费用类型 | 带货费用 | 带货佣金率 | 礼物单号 | 商品编码(平台) | 商品实际价格(单件) | 是否预售 |
    商品平台券优惠 | 商品平均运费 | 定制信息 | 定制预览图
  `),
};
