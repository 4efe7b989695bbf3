/** What every explanation is made of: codes of rules and reasons, orders as they are listed. */

import type { Explanation } from '../../src-shared/contract/metrics.ts';
import { minorOf } from '../../src-shared/money.ts';
import type { MetricQuestion } from './metric.ts';
import type { RfmQuestion, RfmScores } from './rfm.ts';

/** Every rule an explanation may name; the page has a sentence for each. */
export const ruleCodes = [
  'asOf',
  'counts',
  'net',
  'quantile',
  'ntile',
  'typed',
  'tier',
  'oneCurrency',
  'unknownBuyers',
  'batch',
] as const;
/** Why an order does not count. */
export const whyCodes = ['unpaid', 'closed', 'refunded', 'no-payment-time', 'after-day'] as const;

export interface OrderRow {
  readonly order_id: number;
  readonly order_number: string;
  readonly ordered_on: string | null;
  readonly items: string;
  readonly net_minor: number | null;
  readonly why: string | null;
}

/** So many orders are listed; the count says how many there are. */
export const mostOrders = 200;

export function orderOf(row: OrderRow): Explanation['orders'][number] {
  return {
    order: row.order_id,
    orderNumber: row.order_number,
    day: row.ordered_on,
    items: row.items,
    netMinor: row.net_minor === null ? null : minorOf(row.net_minor),
    counts: row.why === null,
    why: row.why,
  };
}

export function rulesFor(scores: RfmScores): string[] {
  return ['asOf', 'counts', 'net', scores.definition, 'tier', ...(scores.currencies.length > 1 ? ['oneCurrency'] : [])];
}

/** The question to a metric that the scores answer. */
export function metricQuestion(question: RfmQuestion, scores: RfmScores, shop?: number): MetricQuestion {
  const { on, definition } = question;
  return { on, definition, shop, lines: scores.typedLines, likely: question.likely ?? true };
}
