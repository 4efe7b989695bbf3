/**
 * Taobao and Tmall, the detail list (ExportOrderDetailList): one row per thing bought. `买家应付货款` is the line's amount
 * without shipping. The generation of 2017 has neither amounts nor times: it only adds lines to the order list.
 */

import { type Profile, words } from './profile.ts';

export const taobaoLines: Profile = {
  id: 'taobao-lines',
  marketplace: 'taobao',
  granularity: 'line',
  currency: 'CNY',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['主订单编号', '订单编号'],
    lineNumber: ['子订单编号'],
    orderedAt: ['订单创建时间'],
    paidAt: ['订单付款时间'],
    shippedAt: ['发货时间'],
    status: ['订单状态'],
    refund: ['退款金额'],
    itemTitle: ['标题', '商品标题', '宝贝标题'],
    itemSpec: ['商品属性'],
    itemSku: ['商家编码', '外部系统编号'],
    unitPrice: ['价格', '商品价格'],
    quantity: ['购买数量'],
    lineAmount: ['买家应付货款'],
    afterSaleStatus: ['退款状态'],
    buyerNote: ['主订单买家留言'],
    sellerNote: ['商家备注', '备注'],
    carrier: ['物流公司'],
    trackingNumber: ['物流单号'],
    shopName: ['店铺名称'],
  },
  // 子订单编号 and 商家编码 stand in other marketplaces' files as well.
  marks: ['购买数量', '外部系统编号', '套餐信息', '商品属性', '买家应付货款', '联系方式备注', '淘鲜达渠道'],
  needed: 2,
  foreign: ['买家会员名', '买家会员昵称', '收货人姓名', '宝贝种类', '宝贝总数量'],
  always: ['orderNumber'],
  unread: words(`
    套餐信息 | 支付单号 | 买家实际支付金额 | 联系方式备注 | 买家实付金额 | 淘鲜达渠道 | 商品ID | 分阶段信息 | 备注标签 | 是否主动赔付 | 主动赔付金额 | 主动赔付出账时间
  `),
};
