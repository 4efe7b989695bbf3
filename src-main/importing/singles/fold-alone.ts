/**
 * The order that one row alone speaks of: what `assemblePart` and `foldOrder` would make of it, without the way round. Most orders of a
 * list stand in one row. Between `normalise-row` and `record-pages`.
 */

import { type Minor, subtractMinor, zeroMinor } from '../../../src-shared/money.ts';
import type { OrderStatus } from '../../../src-shared/order.ts';
import { decideStatus } from '../../ledger/decide-status.ts';
import type { RowStatement } from '../normalise/normalised-row.ts';

export interface FoldAlone {
  readonly status: OrderStatus;
  /** It has a payment time and is not fully refunded: it counts in F, M, repurchase. */
  readonly counts: boolean;
  readonly netMinor: Minor | null;
}

/** Can this row be an order by itself, and say all of it in its own fields? Rows of lines, of cases and of orders in several rows cannot. */
export function standsAlone(row: RowStatement): boolean {
  if (row.place !== 'whole' || row.line !== null || row.packedLines !== null || row.refundCase !== null) return false;
  return row.costMinor === null && row.shareMinor === null && row.shippingMinor === null && row.back === null;
}

export function foldAlone(row: RowStatement): FoldAlone {
  const { paidMinor, refundMinor, paidAt } = row;
  const status = decideStatus({ ...evidenceOf(row), lines: [] });
  const unknown = paidMinor === null || (status === 'refunded' && refundMinor === null);
  return {
    status,
    counts: paidAt !== null && status !== 'refunded' && status !== 'closed' && status !== 'unpaid',
    netMinor: unknown ? null : subtractMinor(paidMinor, refundMinor ?? zeroMinor),
  };
}

function evidenceOf({
  stage,
  closeReason,
  paidAt,
  shippedAt,
  completedAt,
  paidMinor,
  refundMinor,
}: RowStatement): Pick<
  RowStatement,
  'stage' | 'closeReason' | 'paidAt' | 'shippedAt' | 'completedAt' | 'paidMinor' | 'refundMinor'
> {
  return { stage, closeReason, paidAt, shippedAt, completedAt, paidMinor, refundMinor };
}
