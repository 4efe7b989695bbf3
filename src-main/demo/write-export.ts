/** Orders of the demo shop as the marketplace would have exported them: one row an order, and one row a thing bought. */

import { addDays, dayOf } from '../../src-shared/day.ts';
import { minorOf, plainMinor } from '../../src-shared/money.ts';
import { detailHeader, listHeader } from './export-columns.ts';
import { sumsOf } from './made-order.ts';
import type { DemoLine, DemoOrder, Ending } from './orders.ts';
import { masked } from './person-cells.ts';

export const demoShopName = '山岚茶铺';

const STATUS: Readonly<Record<Ending, string>> = {
  unpaid: '等待买家付款',
  closed: '交易关闭',
  paid: '买家已付款，等待卖家发货',
  shipped: '卖家已发货，等待买家确认',
  completed: '交易成功',
  refunded: '交易关闭',
};
const CARRIERS = ['圆通速递', '中通快递', '顺丰速运'] as const;

const money = (minor: number): string => plainMinor(minorOf(minor));
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
/** The marketplace guards its numbers with a formula, so that a spreadsheet keeps every digit. */
const guarded = (digits: string): string => `="${digits}"`;
const sum = (lines: readonly DemoLine[], of: (line: DemoLine) => number): number =>
  lines.reduce((total, line) => total + of(line), 0);

const RELAY_DAYS = 15;

/** A relay number works for so many days after the order was completed. */
function relayEnds(completedAt: string): string {
  const day = dayOf(completedAt.slice(0, 10));
  return day === null ? '' : `${addDays(day, RELAY_DAYS)}${completedAt.slice(10)}`;
}

function receiverCells(order: DemoOrder): Readonly<Record<string, string>> {
  const { receiver, person, number } = order;
  const place = `${receiver.province} ${receiver.city} ${receiver.district}`;
  const whole = `${place} ${receiver.street}(000000)`;
  const phone = receiver.phone;
  switch (person.openness) {
    case 'open':
      return { 收货人姓名: receiver.name, 收货地址: whole, 联系手机: `'${phone}` };
    case 'virtual': {
      // A relay number, another extension for every order.
      const relay = `'15400000000-${1000 + (Number(number.slice(11, 16)) % 9000)}`;
      return {
        收货人姓名: receiver.name,
        收货地址: whole,
        联系手机: relay,
        虚拟号过期时间: relayEnds(order.completedAt),
      };
    }
    case 'hidden':
      return { 收货人姓名: '***', 收货地址: '***', 联系手机: '' };
    case 'masked':
    case 'guest': {
      const hidden = `${phone.slice(0, 3)}****${phone.slice(-4)}`;
      return { 收货人姓名: masked(receiver.name, 1), 收货地址: `${place} ****(000000)`, 联系手机: hidden };
    }
  }
}

function paidCells(order: DemoOrder): Readonly<Record<string, string>> {
  const { goods, total, refund } = sumsOf(order);
  const isPaid = order.paidAt !== '';
  const received = order.ending === 'completed' ? total - refund : 0;
  return {
    买家应付货款: money(goods),
    买家应付邮费: money(order.shippingMinor),
    总金额: money(total),
    // Falls to nothing when all of it went back, as in the marketplace's files.
    买家实际支付金额: money(isPaid && order.ending !== 'refunded' ? total : 0),
    支付单号: isPaid ? `2026${order.number}` : '',
    支付详情: isPaid ? '支付宝' : '',
    退款金额: money(refund),
    打款商家金额: `${money(received)}元`,
  };
}

function parcelCells(order: DemoOrder): Readonly<Record<string, string>> {
  if (order.shippedAt === '') return {};
  const turn = Number(order.number.slice(11, 16));
  const carrier = CARRIERS[turn % CARRIERS.length] ?? CARRIERS[0];
  return { 物流单号: `No:YT88${order.number.slice(2, 13)}`, 物流公司: carrier, 发货时间: order.shippedAt };
}

function closeReason(ending: Ending): string {
  if (ending === 'closed') return '买家未付款';
  return ending === 'refunded' ? '退款' : '订单未关闭';
}

/** The row of an order in the order list, its number in a formula as the marketplace's CSV has it. */
export function listCells(order: DemoOrder): readonly string[] {
  const { person } = order;
  const isNickHidden = person.openness === 'guest' || person.openness === 'hidden';
  const cells: Readonly<Record<string, string>> = {
    买家会员名: isNickHidden ? masked(person.nick, 1) : person.nick,
    买家会员昵称: masked(person.nick, 1),
    买家支付积分: '0',
    返点积分: '0',
    买家实际支付积分: '0',
    订单状态: STATUS[order.ending],
    买家留言: order.buyerNote,
    运送方式: order.shippingMinor === 0 ? '卖家包邮' : '快递',
    订单创建时间: order.orderedAt,
    订单付款时间: order.paidAt,
    确认收货时间: order.completedAt,
    宝贝标题: order.lines.map((line) => line.good.title).join('，'),
    宝贝种类: String(order.lines.length),
    宝贝总数量: String(sum(order.lines, (line) => line.quantity)),
    订单备注: order.sellerNote,
    店铺Id: '0',
    店铺名称: demoShopName,
    订单关闭原因: closeReason(order.ending),
    卖家服务费: '0',
    买家服务费: '0元',
    是否手机订单: '手机订单',
    是否上传合同照片: '否',
    是否上传小票: '否',
    是否代付: '否',
    主订单编号: order.number,
    ...receiverCells(order),
    ...paidCells(order),
    ...parcelCells(order),
  };
  return listHeader.map((name) => (name === '订单编号' ? guarded(order.number) : (cells[name] ?? '')));
}

function listRow(order: DemoOrder): string {
  const [number = '', ...rest] = listCells(order);
  return [number, ...rest.map(quoted)].join(',');
}

/** The row of one thing bought in the detail list. */
export function detailCells(order: DemoOrder, line: DemoLine, index: number): readonly string[] {
  const isPaid = order.paidAt !== '';
  const number = order.lines.length === 1 ? order.number : `${order.number.slice(0, -1)}${index + 2}`;
  const cells: Readonly<Record<string, string>> = {
    标题: line.good.title,
    价格: money(line.priceMinor),
    购买数量: String(line.quantity),
    外部系统编号: line.good.sku,
    商品属性: line.spec,
    订单状态: STATUS[order.ending],
    商家编码: line.good.sku,
    支付单号: isPaid ? `2026${order.number}` : '',
    买家应付货款: money(line.dueMinor),
    买家实际支付金额: money(isPaid && order.ending !== 'refunded' ? line.dueMinor : 0),
    退款状态: line.refundMinor > 0 ? '退款成功' : '没有申请退款',
    退款金额: line.refundMinor > 0 ? money(line.refundMinor) : '无退款申请',
    订单创建时间: order.orderedAt,
    订单付款时间: order.paidAt,
  };
  const rest = detailHeader.slice(2).map((name) => cells[name] ?? '');
  // Every row of these files ends with a comma the header does not have.
  return [guarded(number), guarded(order.number), ...rest, ''];
}

function detailRow(order: DemoOrder, line: DemoLine, index: number): string {
  const [number = '', ofOrder = '', ...rest] = detailCells(order, line, index);
  return [number, ofOrder, ...rest.slice(0, -1).map(quoted), ''].join(',');
}

/** The rows of an order list, the header first. */
export function listRows(orders: readonly DemoOrder[]): string[] {
  return [listHeader.map(quoted).join(','), ...orders.map(listRow)];
}

/** The rows of a detail list, the header first. */
export function detailRows(orders: readonly DemoOrder[]): string[] {
  const rows = orders.flatMap((order) => order.lines.map((line, index) => detailRow(order, line, index)));
  return [detailHeader.map(quoted).join(','), ...rows];
}

/** A row of sums, as people add at the end before they keep a file. */
export function sumRow(orders: readonly DemoOrder[]): string {
  const total = orders.reduce((all, order) => all + sumsOf(order).total, 0);
  return listHeader
    .map((name, index) => quoted(index === 0 ? '合计' : name === '总金额' ? money(total) : ''))
    .join(',');
}
