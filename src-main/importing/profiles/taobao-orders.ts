/**
 * Taobao and Tmall, the order list (ExportOrderList and the Qianniu report): one row per order. All generations from 2012 on
 * share these words; columns came and went. `买家实付金额` (2025) is what is left after refunds.
 */

import type { Profile } from './profile.ts';

export const taobaoOrders: Profile = {
  id: 'taobao-orders',
  marketplace: 'taobao',
  granularity: 'order',
  currency: 'CNY',
  dateOrder: 'ymd',
  fields: {
    orderNumber: ['订单编号', '主订单编号'],
    orderedAt: ['订单创建时间'],
    paidAt: ['订单付款时间'],
    shippedAt: ['发货时间'],
    completedAt: ['确认收货时间'],
    status: ['订单状态'],
    closeReason: ['订单关闭原因'],
    total: ['总金额'],
    goodsTotal: ['买家应付货款'],
    shippingFee: ['买家应付邮费'],
    paid: ['买家实际支付金额', '买家实付金额'],
    refund: ['退款金额'],
    buyerId: ['买家会员名', '买家会员昵称', '买家昵称'],
    buyerAlipay: ['买家支付宝账号'],
    receiverName: ['收货人姓名'],
    receiverPhone: ['联系手机', '联系电话'],
    address: ['修改后的收货地址', '收货地址'],
    itemsText: ['宝贝标题', '商品标题'],
    quantity: ['宝贝总数量'],
    buyerNote: ['买家留言'],
    sellerNote: ['订单备注', '商家备忘', '商家备注'],
    carrier: ['物流公司'],
    trackingNumber: ['物流单号'],
    shopName: ['店铺名称'],
  },
  marks: [
    '买家会员名',
    '买家会员昵称',
    '买家支付宝账号',
    '买家应付货款',
    '买家应付邮费',
    '买家支付积分',
    '返点积分',
    '买家实际支付金额',
    '买家实付金额',
    '买家实际支付积分',
    '订单付款时间',
    '订单关闭原因',
    '宝贝标题',
    '宝贝种类',
    '宝贝总数量',
    '修改后的收货地址',
    '确认收货打款金额',
    '总金额(旧版)',
    '打款商家金额',
  ],
  needed: 2,
  // The last three: 1688 shares many words.
  foreign: ['子订单编号', '购买数量', '外部系统编号', '套餐信息', '卖家公司名', '买家公司名', '卖家会员名'],
};
