/** All metrics, by name. A new one needs a line here. */

import type { Day } from '../../src-shared/day.ts';
import { Problem } from '../../src-shared/problem.ts';
import type { TypedLines } from '../../src-shared/rfm.ts';
import type { Reading } from '../ledger/transaction.ts';
import { bestItems } from './best-items.ts';
import { boughtByTwo } from './bought-by-two.ts';
import { boughtNext } from './bought-next.ts';
import { boughtTogether } from './bought-together.ts';
import { cohortRetention } from './cohort-retention.ts';
import { contributionCurve } from './contribution-curve.ts';
import { contributionGrades } from './contribution-grades.ts';
import { customerTotals } from './customer-totals.ts';
import { daysBetweenOrders } from './days-between-orders.ts';
import { firstToSecond } from './first-to-second.ts';
import { gapFigures } from './gap-figures.ts';
import { keyFigures } from './key-figures.ts';
import { ladder } from './ladder.ts';
import { lifecycle } from './lifecycle.ts';
import { type Metric, type MetricRun, runMetric } from './metric.ts';
import { newAndReturning } from './new-and-returning.ts';
import { repurchaseRate } from './repurchase-rate.ts';
import { rfmInputs } from './rfm-inputs.ts';
import { rfmLines } from './rfm-lines.ts';
import { rfmScoresMetric } from './rfm-scores.ts';
import { salesByMonth } from './sales-by-month.ts';
import { tierSummary } from './tier-summary.ts';

export const catalogue: readonly Metric[] = [
  customerTotals,
  rfmInputs,
  rfmScoresMetric,
  rfmLines,
  tierSummary,
  newAndReturning,
  repurchaseRate,
  daysBetweenOrders,
  bestItems,
  contributionGrades,
  contributionCurve,
  ladder,
  lifecycle,
  salesByMonth,
  keyFigures,
  cohortRetention,
  gapFigures,
  firstToSecond,
  boughtTogether,
  boughtByTwo,
  boughtNext,
];

/** Throws `metric-unknown`. */
export function metricNamed(name: string): Metric {
  const found = catalogue.find((metric) => metric.name === name);
  if (found === undefined) throw new Problem('metric-unknown', { name });
  return found;
}

export function listMetrics(): { metrics: { name: string; title: { zh: string; en: string }; sql: string }[] } {
  return { metrics: catalogue.map(({ name, title, sql }) => ({ name, title: { ...title }, sql })) };
}

/** Runs a metric by name, tiers by definition `quantile`. `lines` are the owner's saved lines. */
export function runNamedMetric(
  reading: Reading,
  question: {
    readonly name: string;
    readonly on: Day;
    readonly from?: Day | undefined;
    readonly shop?: number | undefined;
    readonly lines: TypedLines;
    readonly excluded?: boolean | undefined;
    readonly least?: number | undefined;
  },
): MetricRun {
  const { name, ...asked } = question;
  return runMetric(reading, metricNamed(name), { ...asked, definition: 'quantile', likely: true });
}
