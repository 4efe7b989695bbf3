/** The thing bought that a row names, and what it costs; or all of them, where one cell lists them. */

import type { Mapping } from '../../../src-shared/contract/mappings.ts';
import { addMinor, type Currency, type Minor, minorOf, subtractMinor, zeroMinor } from '../../../src-shared/money.ts';
import type { OrderLine } from '../../../src-shared/order.ts';
import { cleanCell } from './clean-cell.ts';
import { readMoney } from './read-money.ts';
import { isGuarded, readOrderNumber } from './read-order-number.ts';
import { saysRefunded } from './read-status.ts';
import type { RowCells } from './row-cells.ts';

export interface RowLine {
  readonly line: OrderLine | null;
  /** The line's amount and what is paid on top of it; null when not said. */
  readonly costMinor: Minor | null;
}

export function lineNumberOf(cells: RowCells, mapping: Mapping): string | null {
  const cell = cells.cell('lineNumber');
  if (cell.text === '') return null;
  const read = readOrderNumber(cell.text, mapping.longNumbersWhole === true || isGuarded(cell.raw));
  if (read.kind === 'number') return read.value;
  cells.note('line-number-damaged', cell);
  return null;
}

/** For files that print what one piece costs. */
function amountOfPieces(
  cells: RowCells,
  currency: Currency,
  quantity: number | null,
  price: Minor | null,
): Minor | null {
  const discount = cells.money('lineDiscount', currency, 'extra') ?? zeroMinor;
  if (quantity === null || price === null) return null;
  const amount = quantity * price - discount;
  if (Number.isSafeInteger(amount)) return minorOf(amount);
  cells.note('amount-left-out', cells.cell('unitPrice'));
  return null;
}

function amountOf(
  cells: RowCells,
  mapping: Mapping,
  currency: Currency,
  quantity: number | null,
  price: Minor | null,
): Minor | null {
  const printed = cells.money('lineAmount', currency, 'needed');
  if (printed === null) {
    return mapping.linesPriced === true ? amountOfPieces(cells, currency, quantity, price) : null;
  }
  if (mapping.discountsApart !== true) return printed;
  return subtractMinor(printed, cells.sum('lineDiscount', currency, 'needed') ?? zeroMinor);
}

function lineOf(cells: RowCells, mapping: Mapping, currency: Currency, quantity: number | null): OrderLine {
  const unitPriceMinor = cells.money('unitPrice', currency, 'extra');
  const afterSale = cells.text('afterSaleStatus');
  const statusWord = cells.text('lineStatus') ?? cells.text('status');
  return {
    lineNumber: lineNumberOf(cells, mapping),
    title: cells.text('itemTitle') ?? cells.text('itemsText'),
    spec: cells.text('itemSpec'),
    sku: cells.text('itemSku'),
    quantity,
    unitPriceMinor,
    amountMinor: amountOf(cells, mapping, currency, quantity, unitPriceMinor),
    // Where only the first row has the order's fields, a refund is the order's.
    refundMinor: mapping.firstRow === undefined ? cells.money('refund', currency, 'needed') : null,
    statusWord: afterSale !== null && saysRefunded(afterSale) ? afterSale : statusWord,
  };
}

/** Fields without which a row that has nothing but its order's number names no thing bought. */
const lineFields = ['itemTitle', 'itemSku', 'unitPrice', 'quantity', 'lineAmount'] as const;
/** Where they have columns, one of these is filled in every row that names a thing: a first row without sums up those beneath it. */
const namingFields = ['itemTitle', 'itemSku'] as const;

function namesThing(cells: RowCells, mapping: Mapping): boolean {
  if (mapping.firstRow === undefined) return true;
  const fields = namingFields.some((field) => cells.has(field)) ? namingFields : lineFields;
  return fields.some((field) => cells.cell(field).text !== '');
}

export function lineIn(cells: RowCells, mapping: Mapping, currency: Currency, quantity: number | null): RowLine {
  if (mapping.granularity !== 'line' || !namesThing(cells, mapping)) return { line: null, costMinor: null };
  const line = lineOf(cells, mapping, currency, quantity);
  const extra = cells.sum('lineExtra', currency, 'needed');
  const cost = line.amountMinor === null || extra === null ? line.amountMinor : addMinor(line.amountMinor, extra);
  return { line, costMinor: cost };
}

const nothingKnown: Omit<OrderLine, 'title'> = {
  lineNumber: null,
  spec: null,
  sku: null,
  quantity: null,
  unitPriceMinor: null,
  amountMinor: null,
  refundMinor: null,
  statusWord: null,
};

/** '3× Tea, red, 1× Cup': a comma parts things only where a number follows. */
function timesOf(text: string): OrderLine[] {
  return text.split(/,\s*(?=\d+\s*[×x]\s)/).map((piece) => {
    const read = /^(\d{1,9})\s*[×x]\s*(.*)$/su.exec(piece.trim());
    if (read?.[2] === undefined) return { ...nothingKnown, title: piece.trim() };
    return { ...nothingKnown, title: read[2].trim(), quantity: Number(read[1]) };
  });
}

/** 'product_id:4959|1|30|size: Medium', or with a word before each: 'name:Tea|quantity:2|total:30|sku:T'. */
function pipesOf(text: string, currency: Currency): OrderLine {
  const pieces = text.split('|').map((piece) => piece.trim());
  const named = new Map(pieces.map((piece) => [/^\w+(?=:)/.exec(piece)?.[0] ?? '', piece.replace(/^\w+:\s*/, '')]));
  const byName = named.has('name') || named.has('quantity');
  const [title = '', quantity = '', total = '', ...rest] = byName
    ? [named.get('name') ?? '', named.get('quantity') ?? '', named.get('total') ?? '']
    : pieces;
  const amount = readMoney(cleanCell(total), currency);
  return {
    ...nothingKnown,
    title: title === '' ? null : title,
    quantity: /^\d{1,9}$/.test(quantity) ? Number(quantity) : null,
    amountMinor: amount.kind === 'amount' ? amount.minor : null,
    sku: named.get('sku') ?? null,
    spec: rest.join(' | ') || null,
  };
}

/** null: the file does not list things in one cell. */
export function packedLines(cells: RowCells, mapping: Mapping, currency: Currency): readonly OrderLine[] | null {
  if (mapping.itemsPacked === undefined || mapping.granularity !== 'order') return null;
  const lists = cells.texts('itemsText');
  if (mapping.itemsPacked === 'times') return lists.flatMap(timesOf);
  return lists.map((list) => pipesOf(list, currency));
}
