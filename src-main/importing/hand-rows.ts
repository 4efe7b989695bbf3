/** What was typed by hand as the rows of a small file: a line per thing bought, and how such a file is read. Pure. */

import type { HandOrder, Lead } from '../../src-shared/contract/by-hand.ts';
import type { Mapping } from '../../src-shared/contract/mappings.ts';
import { decimalsOf, type Minor } from '../../src-shared/money.ts';

/** Whom the rows name: as the orders of that person do, so that they are found to be one. */
export interface NamedPerson {
  readonly buyerId: string;
  readonly email: string;
  readonly name: string;
  readonly phone: string;
}

const columns = [
  ['orderNumber', '订单编号'],
  ['status', '订单状态'],
  ['orderedAt', '下单时间'],
  ['paidAt', '付款时间'],
  ['paid', '实付金额'],
  ['orderRefund', '订单退款金额'],
  ['buyerId', '买家昵称'],
  ['buyerEmail', '邮箱'],
  ['receiverName', '收货人姓名'],
  ['receiverPhone', '联系手机'],
  ['address', '收货地址'],
  ['itemTitle', '商品名称'],
  ['quantity', '数量'],
  ['unitPrice', '单价'],
  ['lineAmount', '金额'],
  ['sellerNote', '卖家备注'],
] as const;

const words = { asked: '询价', unpaid: '待付款', paid: '交易成功', refunded: '已退款' } as const;

export function handMapping(currency: string): Mapping {
  return {
    profile: 'own',
    granularity: 'line',
    columns: Object.fromEntries(columns.map(([field], index) => [field, [index]])),
    dateOrder: 'ymd',
    assumePaid: false,
    currency,
    marketplace: 'hand',
    statuses: {
      [words.asked]: 'unpaid',
      [words.unpaid]: 'unpaid',
      [words.paid]: 'completed',
      [words.refunded]: 'refunded',
    },
  };
}

function amountText(minor: Minor, currency: string): string {
  const decimals = decimalsOf(currency);
  return (minor / 10 ** decimals).toFixed(decimals);
}

function cellText(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function fileOf(rows: readonly Readonly<Partial<Record<(typeof columns)[number][0], string>>>[]): string {
  const lines = rows.map((row) => columns.map(([field]) => cellText(row[field] ?? '')).join(','));
  return `\ufeff${[columns.map(([, head]) => head).join(','), ...lines].join('\r\n')}\r\n`;
}

function momentOf({ day, time }: Lead | HandOrder): string {
  return time === undefined ? day : `${day} ${time}:00`;
}

function noteOf({ note, handle, phone }: Lead | HandOrder): string {
  // Beside a phone the handle tells nothing about who it is; it is not lost.
  return [note, handle !== '' && phone !== '' ? handle : ''].filter((part) => part !== '').join(' ');
}

function personCells(asked: Lead | HandOrder, person: NamedPerson) {
  return {
    buyerId: person.buyerId,
    buyerEmail: person.email,
    receiverName: person.name,
    receiverPhone: person.phone,
    address: asked.address,
  };
}

/** Somebody asked: a row that was never paid, and so never counts. */
export function leadFile(lead: Lead, orderNumber: string, person: NamedPerson): string {
  return fileOf([
    {
      orderNumber,
      status: words.asked,
      orderedAt: momentOf(lead),
      itemTitle: lead.wish,
      sellerNote: noteOf(lead),
      ...personCells(lead, person),
    },
  ]);
}

export function orderFile(order: HandOrder, orderNumber: string, person: NamedPerson): string {
  const { currency, paidMinor, refundMinor } = order;
  const isPaid = paidMinor !== null;
  const isBack = isPaid && paidMinor > 0 && refundMinor >= paidMinor;
  const status = isBack ? words.refunded : isPaid ? words.paid : words.unpaid;
  return fileOf(
    order.items.map(({ title, quantity, unitPriceMinor }) => ({
      orderNumber,
      status,
      orderedAt: momentOf(order),
      paidAt: isPaid ? momentOf(order) : '',
      paid: isPaid ? amountText(paidMinor, currency) : '',
      orderRefund: refundMinor > 0 ? amountText(refundMinor, currency) : '',
      itemTitle: title,
      quantity: String(quantity),
      unitPrice: amountText(unitPriceMinor, currency),
      lineAmount: amountText((unitPriceMinor * quantity) as Minor, currency),
      sellerNote: noteOf(order),
      ...personCells(order, person),
    })),
  );
}
