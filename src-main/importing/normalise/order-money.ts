/** What the buyer was to pay and paid, from the columns a file has. A payment time is trusted, a status word less. */

import type { Mapping } from '../../../src-shared/contract/mappings.ts';
import { headerKey } from '../../../src-shared/header-words.ts';
import { addMinor, type Currency, type Minor, minorOf, subtractMinor, zeroMinor } from '../../../src-shared/money.ts';
import type { OrderStage } from '../../../src-shared/order.ts';
import type { WallTime } from '../../../src-shared/wall-time.ts';
import type { RowStatement } from './normalised-row.ts';
import { readMoney } from './read-money.ts';
import { mentionsRefund, saysRefunded } from './read-status.ts';
import type { RowCells } from './row-cells.ts';
import type { RowLine } from './row-line.ts';

export interface OrderMoney {
  readonly totalMinor: Minor | null;
  readonly paidMinor: Minor | null;
  readonly refundMinor: Minor | null;
  readonly paidAt: WallTime | null;
  readonly shareMinor: Minor | null;
  readonly shippingMinor: Minor | null;
  readonly back: RowStatement['back'];
}

export interface Moments {
  readonly stage: OrderStage | null;
  /** It has a word for where it stands, and nobody has told us what that means. */
  readonly isUnknown: boolean;
  readonly orderedAt: WallTime | null;
  readonly paidAt: WallTime | null;
  readonly completedAt: WallTime | null;
}

/** Columns that show what is left after refunds. */
const netPaidHeaders: ReadonlySet<string> = new Set(['买家实付金额'].map(headerKey));
const orderAmounts = ['total', 'goodsTotal', 'paid'] as const;
const paidStages: ReadonlySet<OrderStage> = new Set(['paid', 'shipped', 'completed', 'refunded']);
const ON_DELIVERY = /货到付款|cash on delivery|^cod$/i;
/** 部分退款：退差价20.00元; 小额打款金额 5 元. */
const NOTED_REFUND = /(?:退差价|小额打款(?:金额)?)[^\d\n]{0,6}(\d+(?:\.\d{1,2})?)/;

/** Does the file print what the whole order cost (on each row, or on its first), rather than each line by itself? */
function printsOrderAmounts(mapping: Mapping, cells: RowCells): boolean {
  return (
    mapping.granularity === 'order' || mapping.firstRow !== undefined || orderAmounts.some((field) => cells.has(field))
  );
}

/** What an order-wide paid column says before refunds: some columns fall when money goes back. */
function paidBeforeRefund(cells: RowCells, paid: Minor | null, refund: Minor | null): Minor | null {
  if (paid === null || refund === null || refund === 0) return paid;
  const isNet = netPaidHeaders.has(headerKey(cells.cell('paid').column ?? ''));
  return isNet || paid < refund ? addMinor(paid, refund) : paid;
}

/** For files without a payment time: whose status says that it was paid, or, without any, whose owner does. An unknown word says nothing. */
function assumedPaidAt(mapping: Mapping, moments: Moments, refund: Minor | null): WallTime | null {
  if (!mapping.assumePaid || moments.isUnknown) return null;
  const { stage } = moments;
  const paid = stage === null || paidStages.has(stage) || (stage === 'closedOrRefunded' && (refund ?? 0) > 0);
  return paid ? moments.orderedAt : null;
}

/** When it was paid: as printed; at the door when it was brought; or as the status lets us say. */
function paidAtOf(mapping: Mapping, cells: RowCells, moments: Moments, refund: Minor | null): WallTime | null {
  if (moments.paidAt !== null) return moments.paidAt;
  if (!cells.has('paidAt')) return assumedPaidAt(mapping, moments, refund);
  const isOnDelivery = moments.stage === 'completed' && ON_DELIVERY.test(cells.cell('payMethod').text);
  return isOnDelivery ? (moments.completedAt ?? moments.orderedAt) : null;
}

/** What has come in of an order that is not paid up. A balance beside a refund may be the refund itself. */
function paidInPart(cells: RowCells, currency: Currency, gross: Minor | null, refund: Minor | null): Minor | null {
  const open = cells.money('outstanding', currency, 'needed');
  if (open === null || gross === null || open <= 0 || open >= gross || (refund ?? 0) !== 0) return null;
  return subtractMinor(gross, open);
}

/** What the row's words say of money going back. Where no file of this kind says so, they say nothing. */
function backOf(
  mapping: Mapping,
  cells: RowCells,
  stage: OrderStage | null,
  paidAt: WallTime | null,
): RowStatement['back'] {
  const signs = mapping.refundedBy;
  if (signs === undefined) return null;
  const saysBack = saysRefunded(cells.cell('afterSaleStatus').text);
  const isBack =
    stage === 'refunded' ||
    (stage === 'closedOrRefunded' && signs.includes('closing')) ||
    (saysBack && signs.includes('afterSale'));
  if (isBack && paidAt !== null) return 'all';
  // That something went back is said, but not that it was all.
  return mentionsRefund(cells.cell('afterSaleStatus').text) && paidAt !== null ? null : 'nothing';
}

/** A refund that stands in words, or in what is left of the order. */
function refundBesides(mapping: Mapping, cells: RowCells, currency: Currency, gross: Minor | null): Minor | null {
  const left = cells.money('remaining', currency, 'needed');
  if (left !== null && gross !== null && left > 0 && left < gross) return subtractMinor(gross, left);
  if (mapping.refundInNote !== true) return null;
  const read = readMoney(NOTED_REFUND.exec(cells.cell('sellerNote').text)?.[1] ?? '', currency);
  return read.kind === 'amount' ? read.minor : null;
}

function paidMinorOf(
  cells: RowCells,
  stage: OrderStage | null,
  paidAt: WallTime | null,
  gross: Minor | null,
  paidCell: Minor | null,
  refund: Minor | null,
): Minor | null {
  if (paidAt !== null) return gross;
  // A file without amounts says nothing about money, not even that there was none.
  if (!orderAmounts.some((field) => cells.has(field)) && !cells.has('lineAmount')) return null;
  if (cells.has('paidAt') || stage === 'unpaid' || stage === 'closed') return zeroMinor;
  if (stage === 'closedOrRefunded') return refund !== null && refund > 0 ? gross : null;
  return stage === null ? paidCell : gross;
}

/** Of an order whose own amount is printed. */
function moneyOfOrder(cells: RowCells, mapping: Mapping, currency: Currency, moments: Moments): OrderMoney {
  const isWhole = mapping.granularity === 'order' || mapping.firstRow !== undefined;
  const printed =
    (isWhole ? cells.money('refund', currency, 'needed') : null) ?? cells.money('orderRefund', currency, 'needed');
  const besides = cells.money('paidBesides', currency, 'needed') ?? zeroMinor;
  const printedTotal = cells.money('total', currency, 'needed');
  const goods = cells.money('goodsTotal', currency, 'needed');
  const shipping = cells.money('shippingFee', currency, 'needed');
  const paidCell = cells.money('paid', currency, 'needed');
  const whole = goods !== null && shipping !== null ? addMinor(goods, shipping) : null;
  const totalMinor = printedTotal === null ? whole : addMinor(printedTotal, besides);
  const gross = totalMinor ?? paidBeforeRefund(cells, paidCell, printed) ?? goods;
  const told = printed ?? refundBesides(mapping, cells, currency, gross);
  const part = paidInPart(cells, currency, gross, told);
  const paidAt = paidAtOf(mapping, cells, moments, told);
  const isPaidUp = paidAt !== null || (moments.stage !== null && paidStages.has(moments.stage));
  const paidMinor = part !== null && isPaidUp ? part : paidMinorOf(cells, moments.stage, paidAt, gross, paidCell, told);
  const back = told === null ? backOf(mapping, cells, moments.stage, paidAt) : null;
  const inferred = back === 'all' ? paidMinor : back === 'nothing' && paidMinor !== null ? zeroMinor : null;
  return {
    totalMinor,
    paidAt,
    paidMinor,
    // Of a line file the rows together say how much of the order went back.
    refundMinor: told ?? (isWhole ? inferred : null),
    back,
    shareMinor: null,
    shippingMinor: null,
  };
}

/** Of a row that costs what its line costs: paid for or not. */
function shareOf(
  cells: RowCells,
  stage: OrderStage | null,
  paidAt: WallTime | null,
  cost: Minor | null,
  refund: Minor | null,
): Minor | null {
  if (paidAt !== null) return cost;
  if (!cells.has('lineAmount')) return null;
  if (cells.has('paidAt') || stage === 'unpaid' || stage === 'closed') return zeroMinor;
  // Closed, and nothing says that money went back: it never came.
  if (stage === 'closedOrRefunded') return (refund ?? 0) > 0 ? cost : cells.has('refund') ? zeroMinor : null;
  return stage === null ? null : cost;
}

function moneyOfLine(
  cells: RowCells,
  mapping: Mapping,
  currency: Currency,
  moments: Moments,
  { line, costMinor }: RowLine,
): OrderMoney {
  const refund = line?.refundMinor ?? null;
  const orderRefund = cells.money('orderRefund', currency, 'needed');
  const paidAt = paidAtOf(mapping, cells, moments, refund);
  return {
    totalMinor: null,
    paidMinor: null,
    refundMinor: orderRefund,
    paidAt,
    back: refund === null && orderRefund === null ? backOf(mapping, cells, moments.stage, paidAt) : null,
    shareMinor: shareOf(cells, moments.stage, paidAt, costMinor, refund),
    shippingMinor: cells.money('shippingFee', currency, 'needed'),
  };
}

export function orderMoney(
  cells: RowCells,
  mapping: Mapping,
  currency: Currency,
  moments: Moments,
  line: RowLine,
): OrderMoney {
  return printsOrderAmounts(mapping, cells)
    ? moneyOfOrder(cells, mapping, currency, moments)
    : moneyOfLine(cells, mapping, currency, moments, line);
}

/** `part` of `whole` in the proportion of two amounts, to the nearest minor unit. */
export function proportion(whole: Minor, part: Minor, all: Minor): Minor {
  if (all <= 0) return zeroMinor;
  const twice = 2n * BigInt(whole) * BigInt(part) + BigInt(all);
  return minorOf(Number(twice / (2n * BigInt(all))));
}
