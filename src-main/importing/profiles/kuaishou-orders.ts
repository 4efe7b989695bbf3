/**
 * Kuaishou shops, the order export: one row per order, of one article, often over several sheets. A paid order that was closed went back
 * whole; a refund in part stands only in the remark (退差价20.00元).
 */

import { type Profile, words } from './profile.ts';

export const kuaishouOrders: Profile = {
  id: 'kuaishou-orders',
  marketplace: 'kuaishou',
  granularity: 'order',
  currency: 'CNY',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['订单号', '订单编号'],
    orderedAt: ['订单创建时间'],
    paidAt: ['订单支付时间'],
    shippedAt: ['发货时间'],
    status: ['订单状态'],
    afterSaleStatus: ['售后状态'],
    total: ['实付款'],
    receiverName: ['收货人姓名'],
    receiverPhone: ['收货人电话'],
    address: ['收货地址'],
    province: ['收货地址-省'],
    city: ['收货地址-市'],
    district: ['收货地址-区'],
    itemsText: ['商品名称'],
    quantity: ['成交数量'],
    buyerNote: ['买家留言'],
    sellerNote: ['订单备注'],
    carrier: ['快递公司'],
    trackingNumber: ['快递单号'],
  },
  reading: {
    refundedBy: ['closing'],
    refundInNote: true,
  },
  marks: [
    '赠品订单号',
    '活动订单编号',
    '订单支付时间',
    '预售定金支付时间',
    '成交数量',
    '收货地址-省',
    '收货地址-市',
    'CPS达人ID',
    '快赚客ID',
    '团长ID',
    '主播补贴',
  ],
  needed: 3,
  foreign: [],
  always: ['orderNumber', 'paidAt', 'status', 'afterSaleStatus', 'total', 'sellerNote'],
  unread: words(`
    赠品订单号 | 活动订单编号 | 预售定金支付时间 | 快递费 | 店铺优惠 | 平台补贴 | 主播补贴 | 混资活动优惠 | 支付优惠 | 支付方式 | 账号类型 | 账号明细 | 旗帜颜色 | 活动订单 |
    预售/承诺发货时间 | 订单载体 | 国补类型 | 商品ID | 商品规格 | SKU编码 | 商品单价 | 渠道 | CPS达人ID | CPS达人昵称 | 预估推广佣金 | 预估推广者分佣比例 | 团长ID | 团长昵称 |
    快赚客ID | 快赚客昵称 | 授权推广者ID | 授权推广者昵称 | 收货地址-街道 | 物流信息 | 集运类型 | 直邮类型 | 仓库名称 | 仓库地址 | 发货类型 | 实名姓名 | 服务门店ID | 服务门店名称 |
    服务门店地址 | 国补/类国补/消费券 | 订单销售主体
  `),
};
