/**
 * Taobao and Tmall, the order list (ExportOrderList and the Qianniu report): one row per order. All generations from 2012 on
 * share these words; columns came and went. `买家实付金额` (2025) is what is left after refunds.
 */

import { type Profile, words } from './profile.ts';

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
  always: ['orderNumber'],
  unread: words(`
    买家支付积分 | 返点积分 | 买家实际支付积分 | 运送方式 | 宝贝种类 | 店铺Id | 卖家服务费 | 买家服务费 | 发票抬头 | 是否手机订单 | 分阶段订单信息 | 特权订金订单id | 是否上传合同照片 |
    是否上传小票 | 是否代付 | 定金排名 | 修改后的sku | 异常信息 | 天猫卡券抵扣 | 集分宝抵扣 | 是否是O2O交易 | 预约门店 | 新零售交易类型 | 新零售导购门店名称 | 新零售导购门店id |
    新零售发货门店名称 | 新零售发货门店id | 打款商家金额 | 含应开票给个人的个人红包 | 支付单号 | 支付详情 | 是否信用购 | 体验期结束时间 | 前N有礼 | 配送类型 | 满返红包金额 | 直播返现状态 |
    返现金额 | 新零售成交门店昵称 | 新零售成交门店id | 新零售成交经销商id | 虚拟号过期时间 | 延迟发货自动赔付金额 | 预售订单 | 确认收货打款金额 | 是否主动赔付 | 主动赔付金额 | 主动赔付出账时间 |
    商品属性SKU | C2B小额收款 | 含应开票给个人红包 | 总金额(旧版)
  `),
};
