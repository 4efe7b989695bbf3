/** A folded order as the positional values of its rows, in the column order of the .sql files beside this. Between the fold and SQLite. */

import type { Minor } from '../../src-shared/money.ts';
import type { FoldedOrder, OrderFacts, OrderLine } from '../../src-shared/order.ts';
import type { WallTime } from '../../src-shared/wall-time.ts';

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

/** The facts among the values of an order: `orderValues` the other way round. The columns hold what it wrote there. */
export function orderFacts(values: readonly Value[]): OrderFacts {
  const text = (at: number): string | null => (values[at] ?? null) as string | null;
  const time = (at: number): WallTime | null => (values[at] ?? null) as WallTime | null;
  const money = (at: number): Minor | null => (values[at] ?? null) as Minor | null;
  return {
    statusWord: text(2),
    closeReason: text(3),
    orderedAt: time(4),
    paidAt: time(5),
    shippedAt: time(6),
    completedAt: time(7),
    totalMinor: money(8),
    paidMinor: money(9),
    refundMinor: money(10),
    buyerId: text(12),
    buyerEmail: text(13),
    receiverName: text(14),
    receiverPhone: text(15),
    province: text(16),
    city: text(17),
    district: text(18),
    address: text(19),
    itemsText: text(20),
    quantity: (values[21] ?? null) as number | null,
    buyerNote: text(22),
    sellerNote: text(23),
    carrier: text(24),
    trackingNumber: text(25),
  };
}

const [TOTAL, ITEMS, QUANTITY] = [8, 20, 21];

/** Do they say the same of what was bought, of an order whose rows name no lines? All that its one line is made of. */
export function sameGoods(a: readonly Value[], b: readonly Value[]): boolean {
  return [TOTAL, ITEMS, QUANTITY].every((at) => a[at] === b[at]);
}

/** What counts of an order, when, and how much: all that its customer's sums are made of. */
const summed = [1, 4, 5, 9, 10, 11] as const;

/** Do they say the same of what a customer's orders come to? */
export function sameSums(a: readonly Value[], b: readonly Value[]): boolean {
  return summed.every((at) => a[at] === b[at]);
}

const FIRST_PERSONAL = 12;
const LAST_PERSONAL = 19;

/** Do they say the same of who bought? All that identity keys are made of. */
export function samePerson(a: readonly Value[], b: readonly Value[]): boolean {
  for (let at = FIRST_PERSONAL; at <= LAST_PERSONAL; at += 1) if (a[at] !== b[at]) return false;
  return true;
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
