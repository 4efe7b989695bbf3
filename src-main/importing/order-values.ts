/** A folded order as the positional values of its rows, in the column order of the .sql files beside this. Between the fold and SQLite. */

import type { FoldedOrder, OrderLine } from '../../src-shared/order.ts';

export type Value = string | number | null;

/** In the order of `plan_order` after order_id and shop_id, and of `stored-order.sql`. */
export function orderValues(order: FoldedOrder): readonly Value[] {
  return [
    order.status,
    order.counts ? 1 : 0,
    order.statusWord,
    order.closeReason,
    order.orderedAt,
    order.paidAt,
    order.shippedAt,
    order.completedAt,
    order.totalMinor,
    order.paidMinor,
    order.refundMinor,
    order.netMinor,
    order.buyerId,
    order.buyerEmail,
    order.receiverName,
    order.receiverPhone,
    order.province,
    order.city,
    order.district,
    order.address,
    order.itemsText,
    order.quantity,
    order.buyerNote,
    order.sellerNote,
    order.carrier,
    order.trackingNumber,
  ];
}

/** In the order of `plan_line` after order_id and line_no, and of `stored-lines.sql`. */
export function lineValues(line: OrderLine): readonly Value[] {
  return [
    line.lineNumber,
    line.title,
    line.spec,
    line.sku,
    line.quantity,
    line.unitPriceMinor,
    line.amountMinor,
    line.refundMinor,
    line.statusWord,
  ];
}
