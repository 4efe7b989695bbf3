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
export const orderStages = [
  'unpaid',
  'paid',
  'shipped',
  'completed',
  'closed',
  'refunded',
  'closedOrRefunded',
] as const;
export type OrderStage = (typeof orderStages)[number];

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

/** A case of money going back, as an after-sale list tells it. */
export interface RefundCase {
  /** The case's own number (售后单号); null when the list has none. */
  readonly caseNumber: string | null;
  /** The order line it is about (商品单号); null when the list does not say. */
  readonly lineNumber: string | null;
  /** What went back; null when no amount is printed. */
  readonly amountMinor: Minor | null;
  /** The money did go back: the case is neither open nor turned down. */
  readonly isDone: boolean;
  /** What the list says of a case that is under way; null: it is over, one way or the other. */
  readonly openWord: string | null;
}

/** What one file says about one order, all its rows together. */
export interface OrderPart extends OrderFacts {
  /** `order`: the file has one row per order. `line`: one row per thing bought. `afterSale`: one row per case of money going back. */
  readonly kind: 'order' | 'line' | 'afterSale';
  readonly orderNumber: string;
  readonly stage: OrderStage | null;
  readonly lines: readonly OrderLine[];
  /** The file prints no refund: that all which was paid went back is taken from its words. A printed amount goes before it. */
  readonly isRefundInferred?: boolean;
  /** Of an after-sale list; of any other, only what it says beside of cases under way or over, without amounts. */
  readonly refunds?: readonly RefundCase[];
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
