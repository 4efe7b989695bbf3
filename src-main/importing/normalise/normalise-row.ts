/** A row of text and a mapping → what the row says about its order, or why it says nothing. Never throws because of a row. */

import type { Mapping } from '../../../src-shared/contract/imports.ts';
import { type Minor, minorOf } from '../../../src-shared/money.ts';
import type { OrderFacts, OrderLine } from '../../../src-shared/order.ts';
import { readPhone } from '../../../src-shared/phone.ts';
import { type RowProblem, rowProblemLevels } from '../../../src-shared/row-problem.ts';
import type { RawRow } from '../readers/reader.ts';
import type { NormalisedRow, RowStatement } from './normalised-row.ts';
import { type Moments, orderMoney } from './order-money.ts';
import { readAddress, readReceiver } from './read-address.ts';
import { isGuarded, readOrderNumber } from './read-order-number.ts';
import { readFulfilment, readStatus, saysRefunded } from './read-status.ts';
import { type RowCells, rowCells } from './row-cells.ts';
import { shapeOf, shapeProblem } from './row-shape.ts';

const NOT_CLOSED = '订单未关闭';
const yuanWords: ReadonlySet<string> = new Set(['RMB', '人民币', '¥', '￥', '元']);

function currencyOf(cells: RowCells, otherwise: string): string {
  const { text } = cells.cell('currency');
  if (yuanWords.has(text.toUpperCase())) return 'CNY';
  return /^[a-z]{3}$/i.test(text) ? text.toUpperCase() : otherwise;
}

function buyerFields(cells: RowCells): Pick<RowStatement, 'buyerId' | 'buyerEmail'> {
  const printed = cells.text('buyerEmail') ?? cells.text('buyerAlipay');
  // A payment account that is an e-mail address names a person as well as the address itself. A masked one does not.
  const isEmail = printed !== null && /^[^\s@*]+@[^\s@*]+\.[^\s@*]+$/.test(printed);
  return { buyerId: cells.text('buyerId'), buyerEmail: isEmail ? printed : null };
}

function receiverFields(
  cells: RowCells,
): Pick<RowStatement, 'receiverName' | 'receiverPhone' | 'province' | 'city' | 'district' | 'address'> {
  const printed = cells.text('address') ?? '';
  const together = readReceiver(printed);
  const parts = together ?? { ...readAddress(printed), receiverName: null, receiverPhone: null };
  const phone = cells.text('receiverPhone') ?? parts.receiverPhone;
  if (phone !== null && readPhone(phone).kind === 'virtual') {
    const cell = cells.cell('receiverPhone');
    cells.note('phone-virtual', cell.text === '' ? cells.cell('address') : cell);
  }
  return {
    receiverName: cells.text('receiverName') ?? parts.receiverName,
    receiverPhone: phone,
    province: cells.text('province') ?? parts.province,
    city: cells.text('city') ?? parts.city,
    district: cells.text('district') ?? parts.district,
    address: parts.address,
  };
}

function statusFields(cells: RowCells): Pick<RowStatement, 'statusWord' | 'stage' | 'closeReason'> {
  const money = cells.text('status');
  const goods = cells.text('fulfilment');
  const paid = money === null ? null : readStatus(money);
  const sent = goods === null ? null : readFulfilment(goods);
  if (money !== null && paid === null) cells.note('status-unknown', cells.cell('status'));
  if (goods !== null && sent === null) cells.note('status-unknown', cells.cell('fulfilment'));
  const words = [money, goods].filter((word) => word !== null);
  const statusWord = words.length === 0 ? null : words.join(' / ');
  // Whether money came in decides first; how far the goods are says more only of what was paid. A cancelled order that was paid and
  // not paid back is still a sale.
  const cancelled = cells.cell('cancelledAt').text !== '' && (paid === null || paid === 'unpaid');
  const stage = cancelled ? 'closed' : paid === null || paid === 'paid' ? (sent ?? paid) : paid;
  const closeReason = cells.text('closeReason');
  return { statusWord, stage, closeReason: closeReason === NOT_CLOSED ? null : closeReason };
}

function lineNumberOf(cells: RowCells, mapping: Mapping): string | null {
  const cell = cells.cell('lineNumber');
  if (cell.text === '') return null;
  const read = readOrderNumber(cell.text, mapping.longNumbersWhole === true || isGuarded(cell.raw));
  if (read.kind === 'number') return read.value;
  cells.note('line-number-damaged', cell);
  return null;
}

/** For files that print what one piece costs. */
function amountOfPieces(cells: RowCells, currency: string, quantity: number | null, price: Minor | null): Minor | null {
  const discount = cells.money('lineDiscount', currency, 'extra') ?? 0;
  if (quantity === null || price === null) return null;
  const amount = quantity * price - discount;
  if (Number.isSafeInteger(amount)) return minorOf(amount);
  cells.note('amount-left-out', cells.cell('unitPrice'));
  return null;
}

function lineOf(cells: RowCells, mapping: Mapping, currency: string, quantity: number | null): OrderLine {
  const unitPriceMinor = cells.money('unitPrice', currency, 'extra');
  const printed = cells.money('lineAmount', currency, 'needed');
  const afterSale = cells.text('afterSaleStatus');
  const statusWord = cells.text('lineStatus') ?? cells.text('status');
  return {
    lineNumber: lineNumberOf(cells, mapping),
    title: cells.text('itemTitle') ?? cells.text('itemsText'),
    spec: cells.text('itemSpec'),
    sku: cells.text('itemSku'),
    quantity,
    unitPriceMinor,
    amountMinor:
      mapping.linesPriced === true ? (printed ?? amountOfPieces(cells, currency, quantity, unitPriceMinor)) : printed,
    // Where only the first row has the order's fields, a refund is the order's.
    refundMinor: mapping.firstRow === undefined ? cells.money('refund', currency, 'needed') : null,
    statusWord: afterSale !== null && saysRefunded(afterSale) ? afterSale : statusWord,
  };
}

const nothingSaid: OrderFacts & Pick<RowStatement, 'stage'> = {
  stage: null,
  statusWord: null,
  closeReason: null,
  orderedAt: null,
  paidAt: null,
  shippedAt: null,
  completedAt: null,
  totalMinor: null,
  paidMinor: null,
  refundMinor: null,
  buyerId: null,
  buyerEmail: null,
  receiverName: null,
  receiverPhone: null,
  province: null,
  city: null,
  district: null,
  address: null,
  itemsText: null,
  quantity: null,
  buyerNote: null,
  sellerNote: null,
  carrier: null,
  trackingNumber: null,
};

/** Fields without which a row that has nothing but its order's number names no thing bought. */
const lineFields = ['itemTitle', 'itemSku', 'unitPrice', 'quantity', 'lineAmount'] as const;

/** null: the order's first row, but no thing bought stands in it. */
function lineIn(cells: RowCells, mapping: Mapping, currency: string, quantity: number | null): OrderLine | null {
  if (mapping.granularity !== 'line') return null;
  const names = mapping.firstRow === undefined || lineFields.some((field) => cells.cell(field).text !== '');
  return names ? lineOf(cells, mapping, currency, quantity) : null;
}

function furtherLine(
  raw: RawRow,
  orderNumber: string,
  cells: RowCells,
  mapping: Mapping,
  currency: string,
): RowStatement {
  const line = lineIn(cells, mapping, currency, cells.quantity());
  return { row: raw.row, orderNumber, place: 'further', ...nothingSaid, line };
}

function statementOf(
  raw: RawRow,
  orderNumber: string,
  cells: RowCells,
  mapping: Mapping,
  currency: string,
): RowStatement {
  const status = statusFields(cells);
  const moments: Moments = {
    stage: status.stage,
    orderedAt: cells.time('orderedAt', 'needed'),
    paidAt: cells.time('paidAt', 'needed'),
  };
  const quantity = cells.quantity();
  const isLine = mapping.granularity === 'line';
  return {
    row: raw.row,
    orderNumber,
    place: mapping.firstRow === undefined ? 'whole' : 'first',
    ...status,
    orderedAt: moments.orderedAt,
    shippedAt: cells.time('shippedAt', 'extra'),
    completedAt: cells.time('completedAt', 'extra'),
    ...orderMoney(cells, mapping, currency, moments),
    ...buyerFields(cells),
    ...receiverFields(cells),
    itemsText: isLine ? null : (cells.text('itemsText') ?? cells.text('itemTitle')),
    quantity: isLine ? null : quantity,
    buyerNote: cells.text('buyerNote'),
    sellerNote: cells.text('sellerNote'),
    carrier: cells.text('carrier'),
    trackingNumber: cells.text('trackingNumber')?.replace(/^No:\s*/i, '') ?? null,
    line: lineIn(cells, mapping, currency, quantity),
  };
}

function stops(problems: readonly RowProblem[]): boolean {
  return problems.some((problem) => rowProblemLevels[problem.code] === 'stopped');
}

/** `currency`: of the rows before, for a further line of an order, which does not state its own. */
export type Normaliser = (row: RawRow, currency?: string) => NormalisedRow;

function isFurther(cells: RowCells, mapping: Mapping): boolean {
  return mapping.firstRow?.every((field) => cells.cell(field).text === '') ?? false;
}

/** Prepares reading the rows of one file. The function that comes back is pure: the same row always says the same. */
export function normaliserFor(header: readonly string[], mapping: Mapping): Normaliser {
  const shape = shapeOf(header, mapping.columns);
  return (raw, currencyBefore = mapping.currency) => {
    const misshapen = shapeProblem(raw, shape);
    const cells = rowCells(raw, header, mapping);
    const further = isFurther(cells, mapping);
    const currency = currencyOf(cells, further ? currencyBefore : mapping.currency);
    const known = { row: raw.row, currency, further, shopName: cells.cell('shopName').text || null };
    const informs = misshapen !== null && rowProblemLevels[misshapen.code] === 'info';
    if (informs) return { ...known, statement: null, orderNumber: null, problems: [misshapen] };
    const numberCell = cells.cell('orderNumber');
    const number = readOrderNumber(numberCell.text, mapping.longNumbersWhole === true || isGuarded(numberCell.raw));
    const orderNumber = number.kind === 'number' ? number.value : null;
    if (misshapen !== null) return { ...known, statement: null, orderNumber, problems: [misshapen] };
    if (number.kind === 'problem') {
      const column = numberCell.column ?? header[mapping.columns.orderNumber?.[0] ?? 0]?.trim() ?? null;
      cells.note(number.code, { text: numberCell.text, column });
      return { ...known, statement: null, orderNumber: null, problems: cells.problems };
    }
    const read = further ? furtherLine : statementOf;
    const statement = read(raw, number.value, cells, mapping, currency);
    return { ...known, orderNumber, statement: stops(cells.problems) ? null : statement, problems: cells.problems };
  };
}
