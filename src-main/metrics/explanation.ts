/** What every explanation is made of: codes of rules and reasons, and the question the figures answer. */

import { insightKinds } from '../../src-shared/contract/insights.ts';
import { hasExcluded } from '../ledger/exclusions/kept-orders.ts';
import type { Reading } from '../ledger/transaction.ts';
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
  'lifecycle',
  'lifecycleOwn',
  'lifecycleShop',
  'lifecycleNobody',
  'level',
  'levelByHand',
  'levelsOff',
  'ladder',
  'ladderMiddle',
  'grade',
  ...insightKinds.map((kind) => `insight.${kind}` as const),
  'withoutExcluded',
  'withExcluded',
] as const;
/** Why an order does not count. */
export const whyCodes = [
  'unpaid',
  'closed',
  'refunded',
  'no-payment-time',
  'after-day',
  'excluded-brushing',
  'excluded-self',
  'excluded-test',
  'excluded-staff',
  'excluded-reseller',
] as const;

export function rulesFor(scores: RfmScores): string[] {
  return ['asOf', 'counts', 'net', scores.definition, 'tier', ...(scores.currencies.length > 1 ? ['oneCurrency'] : [])];
}

/** Whether orders that rules exclude are in the figure; nothing where there are none. */
export function exclusionRules(reading: Reading, excluded: boolean | undefined): readonly string[] {
  if (!hasExcluded(reading)) return [];
  return [excluded === true ? 'withExcluded' : 'withoutExcluded'];
}

/** The question to a metric that the scores answer. */
export function metricQuestion(question: RfmQuestion, scores: RfmScores, shop?: number): MetricQuestion {
  const { on, definition } = question;
  const { likely = true, excluded } = question;
  return { on, definition, shop, lines: scores.typedLines, likely, excluded };
}
