/**
 * Douyin shops (抖店), the after-sale export: one row per case. What went back to the buyer is the article's and the shipping's part; the part
 * of payment discounts goes back to the platform.
 */

import { type Profile, words } from './profile.ts';

export const douyinRefunds: Profile = {
  id: 'douyin-refunds',
  marketplace: 'douyin',
  granularity: 'afterSale',
  currency: 'CNY',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['订单号'],
    afterSaleNumber: ['售后单号'],
    lineNumber: ['商品单号'],
    refund: ['退商品金额（元）', '退运费金额（元）', '退税费金额（元）'],
    afterSaleStatus: ['售后状态'],
    itemTitle: ['商品名称'],
    itemSku: ['商家编码'],
  },
  marks: [
    '售后单号',
    '商品单号',
    '退商品金额（元）',
    '退运费金额（元）',
    '退支付优惠（元）',
    '售后申请时间',
    '售后完结时间',
    '商家退款时间',
  ],
  needed: 3,
  foreign: [],
  always: ['orderNumber', 'afterSaleNumber', 'refund', 'afterSaleStatus'],
  unread: words(`
    商品ID | 应付金额（元） | 商品运费（元） | 支付优惠（元） | 商品税费（元） | 商品发货状态 | 售后类型 | 退支付优惠（元） | 售后申请时间 | 退款方式 | 是否已上传退款凭证 | 售后原因 |
    售后原因标签 | 退货物流单号 | 退货异常 | 退货发货时间 | 退货物流公司 | 自动处理截止时间 | 同意售后申请时间 | 商家退款时间 | 用户到账时间 | 售后关闭时间 | 商家退货地址 | 商家退货联系人姓名 |
    商家退货联系人电话 | 仲裁状态 | 纠纷责任方 | 是否极速退款 | 是否拒签后退款 | 发货物流单号 | 发货物流状态 | 换货物流单号 | 退货物流状态 | 售后完结时间 | 订单备注 | 用户售后说明 | 售后备注 |
    操作人 | 协商记录 | 换货商品信息 | 门店名称
  `),
};
