/** A row of text and a mapping → what the row says about its order, or why it says nothing. Never throws because of a row. */

import type { Mapping } from '../../../src-shared/contract/imports.ts';
import type { OrderLine } from '../../../src-shared/order.ts';
import { readPhone } from '../../../src-shared/phone.ts';
import { type RowProblem, rowProblemLevels } from '../../../src-shared/row-problem.ts';
import type { RawRow } from '../readers/reader.ts';
import type { NormalisedRow, RowStatement } from './normalised-row.ts';
import { type Moments, orderMoney } from './order-money.ts';
import { readAddress, readReceiver } from './read-address.ts';
import { isGuarded, readOrderNumber } from './read-order-number.ts';
import { readStatus, saysRefunded } from './read-status.ts';
import { type RowCells, rowCells } from './row-cells.ts';
import { shapeOf, shapeProblem } from './row-shape.ts';

const NOT_CLOSED = '订单未关闭';
const yuanWords: ReadonlySet<string> = new Set(['RMB', '人民币', '¥', '￥', '元']);

function currencyOf(cells: RowCells, mapping: Mapping): string {
  const { text } = cells.cell('currency');
  if (yuanWords.has(text.toUpperCase())) return 'CNY';
  return /^[a-z]{3}$/i.test(text) ? text.toUpperCase() : mapping.currency;
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
  const statusWord = cells.text('status');
  const stage = statusWord === null ? null : readStatus(statusWord);
  if (statusWord !== null && stage === null) cells.note('status-unknown', cells.cell('status'));
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

function lineOf(cells: RowCells, mapping: Mapping, currency: string, quantity: number | null): OrderLine {
  const afterSale = cells.text('afterSaleStatus');
  const statusWord = cells.text('lineStatus') ?? cells.text('status');
  return {
    lineNumber: lineNumberOf(cells, mapping),
    title: cells.text('itemTitle') ?? cells.text('itemsText'),
    spec: cells.text('itemSpec'),
    sku: cells.text('itemSku'),
    quantity,
    unitPriceMinor: cells.money('unitPrice', currency, 'extra'),
    amountMinor: cells.money('lineAmount', currency, 'needed'),
    refundMinor: cells.money('refund', currency, 'needed'),
    statusWord: afterSale !== null && saysRefunded(afterSale) ? afterSale : statusWord,
  };
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
    line: isLine ? lineOf(cells, mapping, currency, quantity) : null,
  };
}

function stops(problems: readonly RowProblem[]): boolean {
  return problems.some((problem) => rowProblemLevels[problem.code] === 'stopped');
}

/** Prepares reading the rows of one file. The function that comes back is pure: the same row always says the same. */
export function normaliserFor(header: readonly string[], mapping: Mapping): (row: RawRow) => NormalisedRow {
  const shape = shapeOf(header, mapping.columns);
  return (raw) => {
    const misshapen = shapeProblem(raw, shape);
    const cells = rowCells(raw, header, mapping);
    const currency = currencyOf(cells, mapping);
    const known = { row: raw.row, currency, shopName: cells.cell('shopName').text || null };
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
    const statement = statementOf(raw, number.value, cells, mapping, currency);
    return { ...known, orderNumber, statement: stops(cells.problems) ? null : statement, problems: cells.problems };
  };
}
