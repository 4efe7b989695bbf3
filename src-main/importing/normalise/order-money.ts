/** What the buyer was to pay and paid, from the columns a file has. A payment time is trusted, a status word less. */

import type { Mapping } from '../../../src-shared/contract/imports.ts';
import { headerKey } from '../../../src-shared/header-words.ts';
import { addMinor, type Currency, type Minor, subtractMinor, zeroMinor } from '../../../src-shared/money.ts';
import type { OrderStage } from '../../../src-shared/order.ts';
import type { WallTime } from '../../../src-shared/wall-time.ts';
import type { RowCells } from './row-cells.ts';

export interface OrderMoney {
  readonly totalMinor: Minor | null;
  readonly paidMinor: Minor | null;
  readonly refundMinor: Minor | null;
  readonly paidAt: WallTime | null;
}

export interface Moments {
  readonly stage: OrderStage | null;
  readonly orderedAt: WallTime | null;
  readonly paidAt: WallTime | null;
}

/** Columns that show what is left after refunds. */
const netPaidHeaders: ReadonlySet<string> = new Set(['买家实付金额'].map(headerKey));
const moneyFields = ['total', 'goodsTotal', 'paid', 'lineAmount'] as const;
const paidStages: ReadonlySet<OrderStage> = new Set(['paid', 'shipped', 'completed', 'refunded']);

/** What an order-wide paid column says before refunds: some columns fall when money goes back. */
function paidBeforeRefund(cells: RowCells, paid: Minor | null, refund: Minor | null): Minor | null {
  if (paid === null || refund === null || refund === 0) return paid;
  const isNet = netPaidHeaders.has(headerKey(cells.cell('paid').column ?? ''));
  return isNet || paid < refund ? addMinor(paid, refund) : paid;
}

/** For files without a payment time whose owner says that they hold paid orders. */
function assumedPaidAt(mapping: Mapping, cells: RowCells, moments: Moments, refund: Minor | null): WallTime | null {
  if (!mapping.assumePaid || cells.has('paidAt')) return null;
  const { stage } = moments;
  const paid = stage === null || paidStages.has(stage) || (stage === 'closedOrRefunded' && (refund ?? 0) > 0);
  return paid ? moments.orderedAt : null;
}

/** What has come in of an order that is not paid up. A balance beside a refund may be the refund itself. */
function paidInPart(cells: RowCells, currency: Currency, gross: Minor | null, refund: Minor | null): Minor | null {
  const open = cells.money('outstanding', currency, 'needed');
  if (open === null || gross === null || open <= 0 || open >= gross || (refund ?? 0) !== 0) return null;
  return subtractMinor(gross, open);
}

/** `perOrder` amounts only; lines are summed when they are put together. */
export function orderMoney(cells: RowCells, mapping: Mapping, currency: Currency, moments: Moments): OrderMoney {
  const ofOrder = mapping.granularity === 'order' || mapping.firstRow !== undefined;
  const refundMinor = ofOrder ? cells.money('refund', currency, 'needed') : null;
  const total = cells.money('total', currency, 'needed');
  const goods = cells.money('goodsTotal', currency, 'needed');
  const shipping = cells.money('shippingFee', currency, 'needed');
  const paidCell = cells.money('paid', currency, 'needed');
  const whole = goods !== null && shipping !== null ? addMinor(goods, shipping) : null;
  const totalMinor = total ?? whole;
  const gross = totalMinor ?? paidBeforeRefund(cells, paidCell, refundMinor) ?? goods;
  const part = paidInPart(cells, currency, gross, refundMinor);
  const paidAt = moments.paidAt ?? assumedPaidAt(mapping, cells, moments, refundMinor);
  return {
    totalMinor,
    refundMinor,
    paidAt,
    paidMinor:
      part !== null && (paidAt !== null || (moments.stage !== null && paidStages.has(moments.stage)))
        ? part
        : paidMinor(cells, moments.stage, paidAt, gross, paidCell, refundMinor),
  };
}

function paidMinor(
  cells: RowCells,
  stage: OrderStage | null,
  paidAt: WallTime | null,
  gross: Minor | null,
  paidCell: Minor | null,
  refund: Minor | null,
): Minor | null {
  if (paidAt !== null) return gross;
  // A file without amounts says nothing about money, not even that there was none.
  if (!moneyFields.some((field) => cells.has(field))) return null;
  if (cells.has('paidAt') || stage === 'unpaid' || stage === 'closed') return zeroMinor;
  if (stage === 'closedOrRefunded') return refund !== null && refund > 0 ? gross : null;
  return stage === null ? paidCell : gross;
}
