/**
 * The words of this program, on one page. A file says something about an order in one or more rows: an **order part**.
 * The stored order is the fold of all its live parts. Amounts are minor units, times are the shop's wall clock.
 */

import type { Minor } from './money.ts';
import type { WallTime } from './wall-time.ts';

/** Where an order stands, as we say it. The marketplace's own word is kept beside it. */
export const orderStatuses = [
  'unpaid',
  'paid',
  'shipped',
  'completed',
  'closed',
  'partiallyRefunded',
  'refunded',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** What a marketplace's status word says by itself. `closedOrRefunded` needs the money to decide. */
export type OrderStage = 'unpaid' | 'paid' | 'shipped' | 'completed' | 'closed' | 'refunded' | 'closedOrRefunded';

/** One thing bought. In an order list without details there is one line for the whole order. */
export interface OrderLine {
  /** The marketplace's number of the line (子订单编号); null when the file has none. */
  readonly lineNumber: string | null;
  readonly title: string | null;
  readonly spec: string | null;
  readonly sku: string | null;
  readonly quantity: number | null;
  readonly unitPriceMinor: Minor | null;
  /** What this line costs after discounts, without shipping. */
  readonly amountMinor: Minor | null;
  readonly refundMinor: Minor | null;
  readonly statusWord: string | null;
}

/** The facts about an order that a file may state. null = this file does not say. */
export interface OrderFacts {
  readonly statusWord: string | null;
  readonly closeReason: string | null;
  readonly orderedAt: WallTime | null;
  readonly paidAt: WallTime | null;
  readonly shippedAt: WallTime | null;
  readonly completedAt: WallTime | null;
  /** What the buyer was to pay, shipping included. */
  readonly totalMinor: Minor | null;
  /** What the buyer paid, before refunds; 0 when the file shows that nothing was paid. */
  readonly paidMinor: Minor | null;
  readonly refundMinor: Minor | null;
  /** The buyer's name on the marketplace as printed: readable, or masked with '*'. */
  readonly buyerId: string | null;
  readonly buyerEmail: string | null;
  readonly receiverName: string | null;
  /** As printed; `readPhone` tells whole from masked. */
  readonly receiverPhone: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
  /** The whole address as printed. */
  readonly address: string | null;
  readonly itemsText: string | null;
  readonly quantity: number | null;
  readonly buyerNote: string | null;
  readonly sellerNote: string | null;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
}

/** What one file says about one order, all its rows together. */
export interface OrderPart extends OrderFacts {
  /** `order`: the file has one row per order. `line`: one row per thing bought. */
  readonly kind: 'order' | 'line';
  readonly orderNumber: string;
  readonly stage: OrderStage | null;
  readonly lines: readonly OrderLine[];
}

/** An order as the ledger keeps it: what `foldOrder` makes of all live parts. */
export interface FoldedOrder extends OrderFacts {
  readonly orderNumber: string;
  readonly status: OrderStatus;
  /** paid − refunded, when what was paid is known. */
  readonly netMinor: Minor | null;
  /** It has a payment time and is not fully refunded: it counts in F, M, repurchase. */
  readonly counts: boolean;
  readonly lines: readonly OrderLine[];
}
