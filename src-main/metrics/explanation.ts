/** What every explanation is made of: codes of rules and reasons, and the question the figures answer. */

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
  'neverBought',
  'average',
  'account',
  'refunds',
  'rhythm',
  'lines',
] as const;
/** Why an order does not count. */
export const whyCodes = ['unpaid', 'closed', 'refunded', 'no-payment-time', 'after-day'] as const;

export function rulesFor(scores: RfmScores): string[] {
  return ['asOf', 'counts', 'net', scores.definition, 'tier', ...(scores.currencies.length > 1 ? ['oneCurrency'] : [])];
}

/** The question to a metric that the scores answer. */
export function metricQuestion(question: RfmQuestion, scores: RfmScores, shop?: number): MetricQuestion {
  const { on, definition } = question;
  return { on, definition, shop, lines: scores.typedLines, likely: question.likely ?? true };
}
