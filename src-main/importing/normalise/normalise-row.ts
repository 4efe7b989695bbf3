/** A row of text and a mapping → what the row says about its order, or why it says nothing. Never throws because of a row. */

import type { Mapping } from '../../../src-shared/contract/mappings.ts';
import type { OrderFacts } from '../../../src-shared/order.ts';
import { type RowProblem, type RowProblemCode, rowProblemLevels } from '../../../src-shared/row-problem.ts';
import { type WallTime, wallTimeOf } from '../../../src-shared/wall-time.ts';
import type { RawRow } from '../readers/reader.ts';
import { refundCaseOf, sideCaseOf } from './after-sale.ts';
import type { NormalisedRow, RowStatement } from './normalised-row.ts';
import { type Moments, orderMoney } from './order-money.ts';
import { isGuarded, readOrderNumber } from './read-order-number.ts';
import { readFulfilment, type StatusReader, statusReader } from './read-status.ts';
import { fileCells, type RowCells } from './row-cells.ts';
import { noteRefund, noteShift, unknownStatus } from './row-doubts.ts';
import { lineIn, packedLines } from './row-line.ts';
import { shapeOf, shapeProblem } from './row-shape.ts';
import { shiftFinder } from './row-shift.ts';
import { noteTimes } from './row-times.ts';
import { buyerFields, receiverFields } from './who-ordered.ts';

const NOT_CLOSED = '订单未关闭';
const yuanWords: ReadonlySet<string> = new Set(['RMB', '人民币', '¥', '￥', '元']);
function currencyOf(cells: RowCells, otherwise: string): string {
  const { text } = cells.cell('currency');
  if (yuanWords.has(text.toUpperCase())) return 'CNY';
  return /^[a-z]{3}$/i.test(text) ? text.toUpperCase() : otherwise;
}

/** An order that was split into others stays in the list as if it were closed. */
function isSplit(cells: RowCells, mapping: Mapping): boolean {
  return mapping.splitNote !== undefined && cells.cell('sellerNote').text.startsWith(mapping.splitNote);
}

function statusFields(
  cells: RowCells,
  mapping: Mapping,
  stageOf: StatusReader,
): Pick<RowStatement, 'statusWord' | 'stage' | 'closeReason'> {
  const money = cells.text('status');
  const goods = cells.text('fulfilment');
  const paid = money === null ? null : stageOf(money);
  const sent = goods === null ? null : readFulfilment(goods);
  if (money !== null && paid === null) cells.note(unknownStatus(money), cells.cell('status'));
  if (goods !== null && sent === null) cells.note('status-unknown', cells.cell('fulfilment'));
  const statusWord = money === null || goods === null ? (money ?? goods) : `${money} / ${goods}`;
  // Whether money came in decides first; how far the goods are says more only of what was paid. A cancelled order that was paid and
  // not paid back is still a sale.
  const cancelled =
    isSplit(cells, mapping) || (cells.cell('cancelledAt').text !== '' && (paid === null || paid === 'unpaid'));
  const stage = cancelled ? 'closed' : paid === null || paid === 'paid' ? (sent ?? paid) : paid;
  const closeReason = cells.text('closeReason');
  return { statusWord, stage, closeReason: closeReason === NOT_CLOSED ? null : closeReason };
}

const nothingSaid: OrderFacts & Omit<RowStatement, keyof OrderFacts | 'row' | 'orderNumber' | 'place' | 'line'> = {
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
  packedLines: null,
  costMinor: null,
  shareMinor: null,
  shippingMinor: null,
  back: null,
  refundCase: null,
};

/** A row about to be read: what is known of it already, and how its file is read. */
interface OpenRow {
  readonly raw: RawRow;
  readonly orderNumber: string;
  readonly cells: RowCells;
  readonly mapping: Mapping;
  readonly currency: string;
  readonly stageOf: StatusReader;
  /** It has more cells than the header has words. */
  readonly isLonger: boolean;
}

function furtherLine({ raw, orderNumber, cells, mapping, currency }: OpenRow): RowStatement {
  const { line } = lineIn(cells, mapping, currency, quantityOf(cells, mapping));
  return { ...nothingSaid, row: raw.row, orderNumber, place: 'further', line };
}

function refundStatement({ raw, orderNumber, cells, mapping, currency }: OpenRow): RowStatement {
  const refundCase = refundCaseOf(cells, mapping, currency);
  return { ...nothingSaid, row: raw.row, orderNumber, place: 'whole', line: null, refundCase };
}

const datedNumbers = {
  yymmdd: /^(\d{2})(\d{2})(\d{2})\D/,
  yyyymmddhhmmss: /^\D?(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})/,
} as const;

/** The moment, or the day, that an order's number begins with. */
function timeInNumber(orderNumber: string, mapping: Mapping): WallTime | null {
  const read = mapping.datedNumber === undefined ? null : datedNumbers[mapping.datedNumber].exec(orderNumber);
  if (read === null) return null;
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = read.slice(1).map(Number);
  return wallTimeOf(year < 100 ? 2000 + year : year, month, date, hour, minute, second);
}

function quantityOf(cells: RowCells, mapping: Mapping): number | null {
  return mapping.onePiece === true && !cells.has('quantity') ? 1 : cells.quantity();
}

function statementOf(open: OpenRow): RowStatement {
  const { raw, orderNumber, cells, mapping, currency } = open;
  if (open.isLonger) noteShift(cells, raw, mapping.columns, open.stageOf);
  const status = statusFields(cells, mapping, open.stageOf);
  const completedAt = cells.time('completedAt', 'extra');
  const orderedAt = cells.time('orderedAt', 'needed') ?? timeInNumber(orderNumber, mapping);
  const printedPaidAt = cells.time('paidAt', 'needed');
  const moments: Moments = {
    stage: status.stage,
    isUnknown: status.stage === null && status.statusWord !== null,
    orderedAt,
    paidAt: isSplit(cells, mapping) ? null : printedPaidAt,
    completedAt,
  };
  noteTimes(cells, orderedAt, printedPaidAt);
  const quantity = quantityOf(cells, mapping);
  const isLine = mapping.granularity === 'line';
  const read = lineIn(cells, mapping, currency, quantity);
  const money = orderMoney(cells, mapping, currency, moments, read);
  noteRefund(cells, money.back === 'all', money.refundMinor !== null || (read.line?.refundMinor ?? null) !== null);
  // What is wrong is named in the order in which cells are read.
  const shippedAt = cells.time('shippedAt', 'extra');
  const { buyerId, buyerEmail } = buyerFields(cells, mapping);
  const receiver = receiverFields(cells, currency);
  // Field by field: taking whole objects over takes as long as reading them.
  return {
    row: raw.row,
    orderNumber,
    place: mapping.firstRow === undefined ? 'whole' : 'first',
    stage: status.stage,
    statusWord: status.statusWord,
    closeReason: status.closeReason,
    orderedAt,
    paidAt: money.paidAt,
    shippedAt,
    completedAt,
    totalMinor: money.totalMinor,
    paidMinor: money.paidMinor,
    refundMinor: money.refundMinor,
    shareMinor: money.shareMinor,
    shippingMinor: money.shippingMinor,
    back: money.back,
    buyerId,
    buyerEmail,
    receiverName: receiver.receiverName,
    receiverPhone: receiver.receiverPhone,
    province: receiver.province,
    city: receiver.city,
    district: receiver.district,
    address: receiver.address,
    itemsText: isLine ? null : (cells.text('itemsText') ?? cells.text('itemTitle')),
    quantity: isLine ? null : quantity,
    buyerNote: cells.text('buyerNote'),
    sellerNote: cells.text('sellerNote'),
    carrier: cells.text('carrier'),
    trackingNumber: cells.text('trackingNumber')?.replace(/^No:\s*/i, '') ?? null,
    line: read.line,
    packedLines: packedLines(cells, mapping, currency),
    costMinor: read.costMinor,
    refundCase: sideCaseOf(cells, mapping, read.line?.lineNumber ?? null),
  };
}

function stops(problems: readonly RowProblem[]): boolean {
  return problems.some((problem) => rowProblemLevels[problem.code] === 'stopped');
}

/** Half a name or a number is none. */
function withoutHalfCell(raw: RawRow): RawRow {
  return raw.endsIn === undefined ? raw : { ...raw, cells: raw.cells.with(raw.endsIn, '') };
}

/**
 * `currency`: of the rows before, for a further line of an order, which does not state its own. `signs`: bits of its cells (`cell-signs`),
 * where they are known.
 */
export type Normaliser = (row: RawRow, currency?: string, signs?: Uint8Array) => NormalisedRow;

function isFurther(cells: RowCells, mapping: Mapping): boolean {
  return mapping.firstRow?.every((field) => cells.cell(field).text === '') ?? false;
}

interface Numbered {
  readonly orderNumber: string | null;
  readonly code: RowProblemCode | null;
}

/** The order a row speaks of; or why that cannot be told. */
function numberOf(cell: ReturnType<RowCells['cell']>, { longNumbersWhole, numberDigits = 0 }: Mapping): Numbered {
  const read = readOrderNumber(cell.text, longNumbersWhole === true || isGuarded(cell.raw));
  if (read.kind === 'problem') return { orderNumber: null, code: read.code };
  const lostZeros = read.value.length < numberDigits && /^\d+$/.test(read.value);
  return lostZeros ? { orderNumber: null, code: 'order-number-zero-lost' } : { orderNumber: read.value, code: null };
}

/**
 * Prepares reading the rows of one file. The function that comes back is pure: the same row always says the same. `latest`: moments after
 * it are noted as not come yet.
 */
export function normaliserFor(header: readonly string[], mapping: Mapping, latest?: string): Normaliser {
  const shape = shapeOf(header, mapping.columns);
  const cells = fileCells(header, mapping, latest);
  const stageOf = statusReader(mapping.statuses);
  const shift = shiftFinder(header, mapping);
  const whole = mapping.granularity === 'afterSale' ? refundStatement : statementOf;
  return (raw, currencyBefore = mapping.currency, signs) => {
    const misshapen = shapeProblem(raw, shape);
    cells.begin(withoutHalfCell(raw), signs ?? null);
    const further = isFurther(cells, mapping);
    const currency = currencyOf(cells, further ? currencyBefore : mapping.currency);
    const shopName = cells.cell('shopName').text || null;
    const known = { row: raw.row, currency, further, shopName, isPlaced: true };
    const informs = misshapen !== null && rowProblemLevels[misshapen.code] === 'info';
    if (informs) return { ...known, statement: null, orderNumber: null, problems: [misshapen] };
    // Its shop and its currency may stand in the wrong columns as well.
    const unplaced = { ...known, shopName: null, currency: currencyBefore, isPlaced: false, statement: null };
    const numberCell = cells.cell('orderNumber');
    const { orderNumber, code } = numberOf(numberCell, mapping);
    if (misshapen !== null) return { ...unplaced, orderNumber, problems: [misshapen] };
    if (orderNumber === null) {
      const column = numberCell.column ?? header[mapping.columns.orderNumber?.[0] ?? 0]?.trim() ?? null;
      cells.note(code ?? 'order-number-missing', { text: numberCell.text, column });
    }
    const read = further ? furtherLine : whole;
    const statement =
      orderNumber === null
        ? null
        : read({ raw, orderNumber, cells, mapping, currency, stageOf, isLonger: raw.cells.length > header.length });
    const problems = cells.problems();
    const shifted = problems.length === 0 ? null : shift.find(raw, problems);
    if (shifted !== null) {
      const isNumberSound = shifted.column !== numberCell.column;
      return { ...unplaced, orderNumber: isNumberSound ? orderNumber : null, problems: [shifted] };
    }
    if (problems.some(({ code }) => code === 'columns-shifted')) return { ...unplaced, orderNumber, problems };
    return { ...known, orderNumber, statement: stops(problems) ? null : statement, problems };
  };
}
