/** The running account of a customer: each order a row, each refund a row of its own, a balance after each. */

import type { AccountRow, CustomerProfile } from '../../src-shared/contract/customers.ts';
import type { ExclusionKind } from '../../src-shared/contract/exclusions.ts';
import { minorOf } from '../../src-shared/money.ts';
import type { OrderStatus } from '../../src-shared/order.ts';

/** An order as the account needs it, oldest first. */
export interface AccountOrder {
  readonly order_id: number;
  readonly order_number: string;
  readonly shop: string;
  readonly currency: string;
  readonly status: OrderStatus;
  readonly counts: 0 | 1;
  /** The kind of rule that excludes it. */
  readonly excluded: ExclusionKind | null;
  readonly ordered_at: string | null;
  readonly ordered_on: string | null;
  readonly paid_minor: number | null;
  readonly refund_minor: number | null;
  readonly items: string;
}

/** Orders that rules exclude are in the figures: else they show, and come to nothing. */
export interface AccountOptions {
  readonly excluded: boolean;
}

/** The orders of which figures are made. */
export function keptOrders<Order extends AccountOrder>(
  orders: readonly Order[],
  { excluded }: AccountOptions,
): readonly Order[] {
  return excluded ? orders : orders.filter((order) => order.excluded === null);
}

/** Money moved for the order: it counts, or was paid and given back in full. Unpaid and closed orders show and come to nothing. */
function moved(order: AccountOrder): boolean {
  return order.counts === 1 || order.status === 'refunded';
}

function paidOf(order: AccountOrder): number {
  return moved(order) ? (order.paid_minor ?? 0) : 0;
}

/** What came back. Only money whose payment is known: else the balance would fall below what was ever paid in. */
function refundOf(order: AccountOrder): number {
  return moved(order) && order.paid_minor !== null ? (order.refund_minor ?? 0) : 0;
}

/** What the orders come to. */
export function totalsOf(orders: readonly AccountOrder[]): CustomerProfile['totals'] {
  const sum = (of: (order: AccountOrder) => number): number => orders.reduce((total, order) => total + of(order), 0);
  const [paid, refund] = [sum(paidOf), sum(refundOf)];
  return {
    paidMinor: minorOf(paid),
    refundMinor: minorOf(refund),
    netMinor: minorOf(paid - refund),
    orders: orders.length,
    counted: orders.filter((order) => order.counts === 1).length,
  };
}

function rowOf(
  order: AccountOrder,
  kind: AccountRow['kind'],
  balance: number,
  kept: ReadonlySet<AccountOrder>,
): AccountRow {
  return {
    order: order.order_id,
    orderNumber: order.order_number,
    shop: order.shop,
    day: order.ordered_on,
    orderedAt: order.ordered_at,
    kind,
    status: order.status,
    counts: order.counts === 1 && kept.has(order),
    excluded: order.excluded,
    items: order.items,
    paidMinor: order.paid_minor === null ? null : minorOf(order.paid_minor),
    refundMinor: order.refund_minor === null ? null : minorOf(order.refund_minor),
    balanceMinor: minorOf(balance),
  };
}

/** The account, newest first; a refund stands above the order it belongs to, for it came after it. */
export function accountOf(orders: readonly AccountOrder[], options: AccountOptions): AccountRow[] {
  const kept = new Set(keptOrders(orders, options));
  const rows: AccountRow[] = [];
  let balance = 0;
  for (const order of orders) {
    if (kept.has(order)) balance += paidOf(order);
    rows.push(rowOf(order, 'order', balance, kept));
    if ((order.refund_minor ?? 0) <= 0) continue;
    if (kept.has(order)) balance -= refundOf(order);
    rows.push(rowOf(order, 'refund', balance, kept));
  }
  return rows.reverse();
}
