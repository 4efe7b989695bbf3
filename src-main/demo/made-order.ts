/** An order of a made shop: who gave it, what can be seen of it at a moment, and what its marketplace's export is able to say. */

import { addDays, dayOf } from '../../src-shared/day.ts';
import type { OrderStatus } from '../../src-shared/order.ts';
import type { Account } from './crowd.ts';
import type { DemoLine, DemoOrder } from './orders.ts';

export interface MadeOrder extends DemoOrder {
  readonly personId: number;
  readonly account: Account;
  readonly isGift: boolean;
  /** The buyer's own, also where a present goes to somebody else. */
  readonly ownPhone: string;
}

/** What an export has words or columns for. What it cannot say does not happen there. */
export interface Tells {
  /** Orders nobody has paid are listed. */
  readonly unpaid: boolean;
  /** Orders that were closed before they were paid are listed. */
  readonly closed: boolean;
  /** That it arrived; else it stays sent. */
  readonly completed: boolean;
  /** That it was sent; else it stays paid. */
  readonly shipped: boolean;
  readonly refunded: boolean;
  readonly partRefunded: boolean;
  /** Several things in one order. */
  readonly lines: boolean;
  readonly shipping: boolean;
}

export const tellsAll: Tells = {
  unpaid: true,
  closed: true,
  completed: true,
  shipped: true,
  refunded: true,
  partRefunded: true,
  lines: true,
  shipping: true,
};

const sum = (lines: readonly DemoLine[], of: (line: DemoLine) => number): number =>
  lines.reduce((total, line) => total + of(line), 0);

/** Whole amounts of an order, in minor units. */
export interface OrderSums {
  readonly goods: number;
  readonly total: number;
  readonly paid: number;
  readonly refund: number;
}

export function sumsOf(order: DemoOrder): OrderSums {
  const goods = sum(order.lines, (line) => line.dueMinor);
  const total = goods + order.shippingMinor;
  const paid = order.paidAt === '' ? 0 : total;
  const refund = order.ending === 'refunded' ? total : sum(order.lines, (line) => line.refundMinor);
  return { goods, total, paid, refund };
}

const unrefunded = (lines: readonly DemoLine[]): readonly DemoLine[] =>
  lines.map((line) => ({ ...line, refundMinor: 0 }));

/** The order as far as its export can tell of it; null: it is not listed there. */
export function toldBy(tells: Tells, order: MadeOrder): MadeOrder | null {
  if ((order.ending === 'unpaid' && !tells.unpaid) || (order.ending === 'closed' && !tells.closed)) return null;
  if (order.ending === 'refunded' && !tells.refunded) return null;
  const lines = tells.lines ? order.lines : order.lines.slice(0, 1);
  const keepsRefund = tells.partRefunded || order.ending === 'refunded';
  let { ending, completedAt, shippedAt } = order;
  if (ending === 'completed' && !tells.completed) [ending, completedAt] = ['shipped', ''];
  if (ending === 'shipped' && !tells.shipped) [ending, shippedAt] = ['paid', ''];
  return {
    ...order,
    ending,
    completedAt,
    shippedAt,
    lines: keepsRefund ? lines : unrefunded(lines),
    shippingMinor: tells.shipping ? order.shippingMinor : 0,
  };
}

/** So many days after the moment; '' stays ''. */
function later(moment: string, days: number): string {
  const day = dayOf(moment.slice(0, 10));
  return day === null ? '' : `${addDays(day, days)}${moment.slice(10)}`;
}

/** The order as an earlier export of that moment showed it. */
export function seenAt(order: MadeOrder, moment: string): MadeOrder {
  const has = (when: string): boolean => when !== '' && when <= moment;
  const bare: MadeOrder = { ...order, lines: unrefunded(order.lines), completedAt: '' };
  switch (order.ending) {
    case 'closed':
      return later(order.orderedAt, 1) <= moment ? order : { ...bare, ending: 'unpaid' };
    case 'refunded':
      if (has(later(order.paidAt, 2))) return order;
      return has(order.paidAt) ? { ...bare, ending: 'paid' } : { ...bare, ending: 'unpaid', paidAt: '' };
    case 'unpaid':
      return order;
    case 'paid':
    case 'shipped':
    case 'completed':
      if (order.ending === 'completed' && has(order.completedAt)) return order;
      if (has(order.shippedAt)) return { ...bare, ending: 'shipped' };
      if (has(order.paidAt)) return { ...bare, ending: 'paid', shippedAt: '' };
      return { ...bare, ending: 'unpaid', paidAt: '', shippedAt: '' };
  }
}

/** Where the order stands, in the words of the ledger. */
export function statusOf(order: DemoOrder): OrderStatus {
  if (order.ending !== 'completed' && order.ending !== 'shipped' && order.ending !== 'paid') return order.ending;
  const { refund, total } = sumsOf(order);
  if (refund === 0) return order.ending;
  return refund < total ? 'partiallyRefunded' : 'refunded';
}
