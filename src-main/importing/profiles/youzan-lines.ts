/**
 * Youzan, the export by article: one row per article with what was paid for it and what went back; no shipping. When it was ordered only the
 * order's number tells, and whether it was paid only the status.
 */

import { type Profile, words } from './profile.ts';

export const youzanLines: Profile = {
  id: 'youzan-lines',
  marketplace: 'youzan',
  granularity: 'line',
  currency: 'CNY',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['订单号'],
    completedAt: ['交易成功时间'],
    shippedAt: ['商品发货时间'],
    status: ['订单商品状态'],
    afterSaleStatus: ['商品退款状态'],
    lineAmount: ['商品实际成交金额'],
    refund: ['商品已退款金额'],
    receiverName: ['收货人/提货人'],
    receiverPhone: ['收货人手机号/提货人手机号'],
    address: ['详细收货地址/提货地址'],
    province: ['收货人省份'],
    city: ['收货人城市'],
    district: ['收货人地区'],
    itemTitle: ['商品名称'],
    itemSpec: ['商品规格'],
    itemSku: ['规格编码', '商品编码'],
    unitPrice: ['商品单价'],
    quantity: ['商品数量'],
    lineStatus: ['商品发货状态'],
    buyerNote: ['买家备注'],
    sellerNote: ['商家订单备注'],
  },
  reading: {
    statuses: { 已关闭: 'closedOrRefunded' },
    datedNumber: 'yyyymmddhhmmss',
  },
  marks: [
    '订单商品状态',
    '商品实际成交金额',
    '商品优惠后价格',
    '商品金额小计',
    '商品退款状态',
    '商品发货状态',
    '店铺优惠（分摊）',
    '收货人手机号/提货人手机号',
    '交易成功时间',
  ],
  needed: 3,
  foreign: ['全部商品名称'],
  always: ['orderNumber', 'status', 'lineAmount', 'refund'],
  unread: words(`
    外部订单号 | 商品类型 | 商品目录 | 商品优惠方式 | 商品优惠后价格 | 商品金额小计 | 店铺优惠（分摊） | 商品抵用积分数 | 商品留言 | 商品发货方式 | 商品发货物流公司 | 商品发货物流单号 |
    发货员工 | 周期购信息 | 商品类目 | 商品成本价 | 入住时间
  `),
};
