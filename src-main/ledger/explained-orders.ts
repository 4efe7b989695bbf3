/** Orders as an explanation lists them. Between the statements that find them and the panel that shows them. */

import type { ExplainedOrder } from '../../src-shared/contract/explanations.ts';
import { type Minor, minorOf } from '../../src-shared/money.ts';

/** So many orders come with an explanation; the count says how many there are, and further ones are asked for by the window. */
export const mostOrders = 200;

export interface OrderWindow {
  readonly from: number;
  readonly count: number;
}

export const firstOrders: OrderWindow = { from: 0, count: mostOrders };

export interface OrderRow {
  readonly order_id: number;
  readonly order_number: string;
  readonly ordered_on: string | null;
  readonly currency: string;
  readonly items: string;
  readonly net_minor: number | null;
  readonly why: string | null;
}

/** An amount that no file may have said. */
export function knownMinor(value: number | null): Minor | null {
  return value === null ? null : minorOf(value);
}

/** `counts`: the order is in the figure; a row without a reason is, where nothing else is said. */
export function explainedOrder(row: OrderRow, counts: boolean = row.why === null): ExplainedOrder {
  return {
    order: row.order_id,
    orderNumber: row.order_number,
    day: row.ordered_on,
    items: row.items,
    currency: row.currency,
    netMinor: knownMinor(row.net_minor),
    counts,
    why: row.why,
  };
}
