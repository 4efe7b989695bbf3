/** The Chinese marketplaces of a made shop, each in its own words. The profiles say which column is which. */

import { alibabaOrders } from '../importing/profiles/alibaba-orders.ts';
import { douyinOrders } from '../importing/profiles/douyin-orders.ts';
import { douyinRefunds } from '../importing/profiles/douyin-refunds.ts';
import { jdOrders } from '../importing/profiles/jd-orders.ts';
import { kuaishouOrders } from '../importing/profiles/kuaishou-orders.ts';
import { pinduoduoOrders } from '../importing/profiles/pinduoduo-orders.ts';
import { pinduoduoRefunds } from '../importing/profiles/pinduoduo-refunds.ts';
import { wechatOrders } from '../importing/profiles/wechat-orders.ts';
import { xiaohongshuOrders } from '../importing/profiles/xiaohongshu-orders.ts';
import { xiaohongshuRefunds } from '../importing/profiles/xiaohongshu-refunds.ts';
import { youzanLines } from '../importing/profiles/youzan-lines.ts';
import { youzanOrders } from '../importing/profiles/youzan-orders.ts';
import { sumsOf, tellsAll } from './made-order.ts';
import { digitsOf, hiddenOnly, type Market, padded } from './market.ts';
import { plainManner } from './person-cells.ts';
import { caseWriter, type Form, formWriter, plainMoney } from './writer.ts';

const tab = (text: string): string => `\t${text}`;
const tabBehind = (text: string): string => `${text}\t`;
const grouped = (minor: number): string => `¥${plainMoney(minor).replace(/\B(?=(?:\d{3})+\.)/g, ',')}`;
const sellerName = '山岚茶铺';

const jdForm: Form = {
  container: 'gb18030',
  status: {
    unpaid: '等待付款',
    closed: '(删除)等待付款',
    paid: '等待出库',
    shipped: '等待确认收货',
    completed: '完成',
    refunded: '(删除)等待确认收货',
  },
  manner: {
    ...plainManner,
    maskPhone: (phone) => `${phone.slice(0, 1)}******${phone.slice(-4)}`,
    keepsStreet: true,
    address: ({ province, city, district, street }) => `${province}${city}${district}${street}`,
  },
  put: (cells) => ({ ...cells, paidBesides: '0.00', payMethod: '在线支付' }),
};

const jd: Market = {
  name: 'jd',
  marketplace: 'jd',
  openness: [
    ['masked', 62],
    ['open', 26],
    ['virtual', 12],
  ],
  // How much of an order went back stands in a list that nobody has seen: the owner is asked about it.
  tells: { ...tellsAll, partRefunded: false },
  numberOf: ({ serial }) => `29${padded(serial, 9)}7`,
  writers: [formWriter(jdOrders, jdForm)],
};

const pinduoduo: Market = {
  name: 'pinduoduo',
  marketplace: 'pinduoduo',
  openness: hiddenOnly,
  tells: { ...tellsAll, lines: false },
  numberOf: ({ orderedAt, serial }) => `${digitsOf(orderedAt).slice(2, 8)}-3${padded(serial, 13)}7`,
  writers: [
    formWriter(pinduoduoOrders, {
      container: 'utf8-bom',
      status: {
        unpaid: '待支付',
        closed: '已取消',
        paid: '待发货',
        shipped: '已发货，待签收',
        completed: '已收货',
        refunded: '未发货，退款成功',
      },
      manner: { ...plainManner, buyer: null },
      afterSale: (order) => (sumsOf(order).refund > 0 ? '退款成功' : '无售后或售后取消'),
      guard: tabBehind,
      // The moment of the deal is that of its payment: where nobody paid, there is none.
      put: (cells) => ({ ...cells, orderedAt: cells.paidAt ?? '' }),
    }),
    caseWriter(pinduoduoRefunds, { container: 'utf8-bom', done: '退款成功', guard: tabBehind }),
  ],
};

const douyin: Market = {
  name: 'douyin',
  marketplace: 'douyin',
  openness: hiddenOnly,
  tells: tellsAll,
  numberOf: ({ orderedAt, serial }) => `69${digitsOf(orderedAt).slice(2, 10)}${padded(serial, 8)}1`,
  writers: [
    formWriter(douyinOrders, {
      container: 'utf8-bom',
      status: {
        unpaid: '待支付',
        closed: '已关闭',
        paid: '备货中',
        shipped: '已发货',
        completed: '已完成',
        refunded: '已关闭',
      },
      manner: plainManner,
      guard: tab,
      afterSale: (order, line) => (order.ending === 'refunded' || line.refundMinor > 0 ? '退款成功' : '-'),
      put: (cells, { order }) => ({
        ...cells,
        closeReason: order.ending === 'closed' ? '超时未支付' : '-',
        receiverName: `##密文${order.receiver.phone.slice(-4)}`,
        receiverPhone: `$$密文${order.receiver.phone.slice(-3)}`,
        address: '##密文',
        province: order.receiver.province,
        city: order.receiver.city,
        district: order.receiver.district,
      }),
    }),
    caseWriter(douyinRefunds, { container: 'utf8-bom', done: '同意退款，退款成功', guard: tab }),
  ],
};

const kuaishou: Market = {
  name: 'kuaishou',
  marketplace: 'kuaishou',
  openness: [
    ['masked', 9],
    ['open', 1],
  ],
  tells: { ...tellsAll, lines: false },
  numberOf: ({ orderedAt, serial }) => `${digitsOf(orderedAt).slice(2, 8)}${padded(serial, 9)}1`,
  writers: [
    formWriter(kuaishouOrders, {
      container: 'xlsx',
      status: {
        unpaid: '待付款',
        closed: '交易关闭',
        paid: '待发货',
        shipped: '已发货',
        completed: '交易成功',
        refunded: '交易关闭',
      },
      manner: plainManner,
      money: grouped,
      afterSale: (order) => (order.ending === 'refunded' ? '退款成功' : '-'),
      put: (cells, { order }) => {
        const { refund } = sumsOf(order);
        const isPart = refund > 0 && order.ending !== 'refunded';
        return { ...cells, sellerNote: isPart ? `退差价${plainMoney(refund)}元` : order.sellerNote };
      },
    }),
  ],
};

const xiaohongshu: Market = {
  name: 'xiaohongshu',
  marketplace: 'xiaohongshu',
  openness: [['masked', 1]],
  tells: tellsAll,
  numberOf: ({ serial }) => `P7${padded(serial, 16)}1`,
  writers: [
    formWriter(xiaohongshuOrders, {
      container: 'xlsx',
      status: {
        unpaid: '待付款',
        closed: '已取消',
        paid: '待配货',
        shipped: '已发货',
        completed: '已完成',
        refunded: '已取消',
      },
      manner: { ...plainManner, buyer: 'userId' },
      afterSale: (order, line) => (order.ending === 'refunded' || line.refundMinor > 0 ? '售后完成' : '无售后'),
    }),
    caseWriter(xiaohongshuRefunds, { container: 'xlsx', done: '完成' }),
  ],
};

const wechat: Market = {
  name: 'wechat',
  marketplace: 'wechat',
  openness: [
    ['masked', 8],
    ['virtual', 2],
  ],
  tells: { ...tellsAll, shipping: false },
  numberOf: ({ serial }) => `37${padded(serial, 16)}3`,
  writers: [
    formWriter(wechatOrders, {
      container: 'xlsx',
      status: {
        unpaid: '待付款',
        closed: '已取消',
        paid: '待发货',
        shipped: '已发货',
        completed: '已完成',
        refunded: '已取消',
      },
      manner: plainManner,
      afterSale: (_, line) => (line.refundMinor > 0 ? '退款完成' : ''),
    }),
  ],
};

const alibaba: Market = {
  name: '1688',
  marketplace: '1688',
  openness: [
    ['open', 9],
    ['virtual', 1],
  ],
  tells: { ...tellsAll, partRefunded: false },
  numberOf: ({ orderedAt, serial }) => `4${digitsOf(orderedAt).slice(2, 10)}${padded(serial, 9)}1`,
  writers: [
    formWriter(alibabaOrders, {
      container: 'xlsx',
      status: {
        unpaid: '等待买家付款',
        closed: '交易关闭',
        paid: '等待卖家发货',
        shipped: '等待买家收货',
        completed: '交易成功',
        refunded: '已退换货',
      },
      manner: plainManner,
      more: () => ({ 卖家会员名: sellerName, 卖家公司名: sellerName }),
    }),
  ],
};

const youzanWords: Form['status'] = {
  unpaid: '待付款',
  closed: '已关闭',
  paid: '待发货',
  shipped: '已发货',
  completed: '已完成',
  refunded: '已关闭',
};

const youzan: Market = {
  name: 'youzan',
  marketplace: 'youzan',
  openness: [
    ['open', 84],
    ['virtual', 10],
    ['masked', 6],
  ],
  // The list of things has no shipping.
  tells: { ...tellsAll, shipping: false },
  numberOf: ({ orderedAt, serial }) => `E${digitsOf(orderedAt)}0${padded(serial, 8)}1`,
  writers: [
    formWriter(youzanOrders, {
      container: 'utf8-bom',
      status: youzanWords,
      manner: { ...plainManner, buyer: 'phone' },
    }),
    formWriter(youzanLines, {
      container: 'utf8-bom',
      status: youzanWords,
      manner: plainManner,
      afterSale: (_, line) => (line.refundMinor > 0 ? '退款成功' : ''),
    }),
  ],
};

export const chinaMarkets: readonly Market[] = [
  jd,
  pinduoduo,
  douyin,
  kuaishou,
  xiaohongshu,
  wechat,
  alibaba,
  youzan,
  { ...youzan, name: 'youzan-lines', writers: [youzan.writers[1] ?? youzan.writers[0]] },
];
