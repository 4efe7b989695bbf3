/**
 * Douyin shops (抖店), the order export by article: one row per sub-order, each with what was to be paid for it, shipping included. A row was
 * paid when it has a time of payment; gifts cost nothing. Refund amounts stand only in the after-sale export. Buyers are ciphers.
 */

import { type Profile, words } from './profile.ts';

export const douyinOrders: Profile = {
  id: 'douyin-orders',
  marketplace: 'douyin',
  granularity: 'line',
  currency: 'CNY',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['主订单编号', '订单编号', '订单号'],
    lineNumber: ['子订单编号', '商品单号'],
    orderedAt: ['订单提交时间', '订单创建日期'],
    paidAt: ['支付完成时间'],
    shippedAt: ['发货时间'],
    completedAt: ['订单完成时间'],
    status: ['订单状态'],
    closeReason: ['取消原因'],
    afterSaleStatus: ['售后状态'],
    lineAmount: ['订单应付金额'],
    receiverName: ['收件人'],
    receiverPhone: ['收件人手机号'],
    address: ['详细地址'],
    province: ['省'],
    city: ['市'],
    district: ['区'],
    itemTitle: ['选购商品', '商品名称'],
    itemSpec: ['商品规格'],
    itemSku: ['商家编码', '货号'],
    unitPrice: ['商品单价', '商品金额'],
    quantity: ['商品数量'],
    buyerNote: ['买家留言'],
    sellerNote: ['商家备注'],
    shopName: ['店铺名称'],
  },
  reading: {
    statuses: { 已关闭: 'closedOrRefunded' },
    refundedBy: ['afterSale', 'closing'],
  },
  marks: [
    '主订单编号',
    '选购商品',
    '订单提交时间',
    '支付完成时间',
    '收件人手机号',
    'APP渠道',
    '达人ID',
    '达人昵称',
    '鲁班落地页ID',
    '流量来源',
    '旗帜颜色',
    '商家改价',
    '是否安心购',
  ],
  needed: 4,
  foreign: ['售后单号', '买家应付货款'],
  always: ['orderNumber', 'paidAt', 'status', 'afterSaleStatus', 'lineAmount'],
  unread: words(`
    商品ID | 运费 | 优惠总金额 | 平台优惠 | 商家优惠 | 达人优惠 | 商家改价 | 支付优惠 | 红包抵扣 | 支付方式 | 手续费 | 街道 | 是否修改过地址 | 地址修改时段 | 旗帜颜色 | APP渠道 |
    流量来源 | 承诺发货时间 | 订单类型 | 鲁班落地页ID | 达人ID | 达人昵称 | 所属门店ID | 预约发货时间 | 仓库ID | 仓库名称 | 是否安心购 | 广告渠道 | 流量类型 | 流量体裁 | 流量渠道 |
    发货主体 | 发货主体明细 | 降价类优惠 | 平台实际承担优惠金额 | 商家实际承担优惠金额 | 达人实际承担优惠金额 | 预计送达时间 | 是否平台仓自流转 | 车型 | 商品69码 | 发货SN码 | 发货IMEI码1 |
    发货IMEI码2 | 预约送达时间 | 建议发货时间（起） | 建议发货时间（止） | 物流SN码 | 物流IMEI码1 | 物流IMEI码2 | 是否是以旧换新 | 换新额外补贴 | 换新额外补贴发放状态 | 快递信息 |
    序列号 | 拼团订单团编号 | 商品单价是否含税 | 税费 | 教育优惠 | 是否是渠道商品
  `),
};
