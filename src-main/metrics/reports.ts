/** The ready reports: which metrics each is made of, asked at once over one period, so that what stands on a page belongs together. */

import type { Report, ReportName, ReportTable } from '../../src-shared/contract/reports.ts';
import type { Day } from '../../src-shared/day.ts';
import { keptSql } from '../ledger/exclusions/kept-orders.ts';
import type { Reading } from '../ledger/transaction.ts';
import { bestItems } from './best-items.ts';
import { boughtByTwo } from './bought-by-two.ts';
import { boughtNext } from './bought-next.ts';
import { boughtTogether } from './bought-together.ts';
import { cohortRetention } from './cohort-retention.ts';
import { contributionCurve } from './contribution-curve.ts';
import { contributionGrades } from './contribution-grades.ts';
import { daysBetweenOrders } from './days-between-orders.ts';
import { metricQuestion } from './explanation.ts';
import { coveredMonths, withoutFileless } from './fileless-months.ts';
import { firstToSecond } from './first-to-second.ts';
import { gapFigures } from './gap-figures.ts';
import { keyFigures } from './key-figures.ts';
import { ladder } from './ladder.ts';
import { type Metric, type MetricQuestion, paramsOf, runMetric, usedParams } from './metric.ts';
import { newAndReturning } from './new-and-returning.ts';
import { repurchaseRate } from './repurchase-rate.ts';
import type { RfmQuestion, RfmScoresOf } from './rfm.ts';
import { tierMovement } from './rfm-people.ts';
import { rfmScoresMetric } from './rfm-scores.ts';
import { rfmSummary } from './rfm-summary.ts';
import { salesByMonth } from './sales-by-month.ts';
import { tierSummary } from './tier-summary.ts';

/** The last table of each is its total, or what it can be held against. */
const metricsOf: Readonly<Record<ReportName, readonly Metric[]>> = {
  overview: [keyFigures, salesByMonth],
  sales: [salesByMonth, keyFigures],
  newcomers: [newAndReturning, keyFigures],
  cohorts: [cohortRetention],
  repurchase: [repurchaseRate, gapFigures, firstToSecond, daysBetweenOrders],
  tiers: [tierSummary, ladder],
  contribution: [contributionGrades, contributionCurve, keyFigures],
  products: [bestItems, boughtTogether, boughtByTwo, boughtNext],
};

export interface ReportQuestion extends RfmQuestion {
  readonly report: ReportName;
  /** The period's first day; of the tiers: the earlier of the two days. Without it: everything up to `on`, and no movement. */
  readonly from?: Day | undefined;
  readonly least?: number | undefined;
}

function tableOf(reading: Reading, metric: Metric, question: MetricQuestion): ReportTable {
  const { columns, rows, params } = runMetric(reading, metric, question);
  const sql = keptSql(reading, metric.sql, question.excluded);
  return { name: metric.name, title: { ...metric.title }, columns, rows, sql, params: { ...params } };
}

/** How many stand in each tier, out of the score arrays; what is shown is the statement that says the same. */
function tierTable(reading: Reading, question: ReportQuestion, scoresOf: RfmScoresOf): ReportTable {
  const { name, title, columns } = tierSummary;
  const sql = keptSql(reading, tierSummary.sql, question.excluded);
  const params = paramsOf(reading, metricQuestion(question, scoresOf(reading, question), question.shop));
  const rows = rfmSummary(reading, question, scoresOf)
    .tiers.filter(({ customers }) => customers > 0)
    .map(({ tier, customers, likely, netMinor }) => [tier, customers, likely, netMinor]);
  return { name, title: { ...title }, columns: [...columns], rows, sql, params: usedParams(sql, params) };
}

/** Tiers on two days against each other. Its statement is that of the scores, asked once for each day. */
function movementTable(reading: Reading, question: ReportQuestion, from: Day, scoresOf: RfmScoresOf): ReportTable {
  const after = { ...question, from: undefined };
  const streams = tierMovement(reading, { before: { ...after, on: from }, after }, scoresOf);
  const sql = keptSql(reading, rfmScoresMetric.sql, question.excluded);
  const params = paramsOf(reading, metricQuestion(after, scoresOf(reading, after), question.shop));
  return {
    name: 'tier-movement',
    title: { zh: '层与层之间', en: 'Movement between tiers' },
    columns: ['from_tier', 'to_tier', 'customers', 'net_minor'],
    rows: streams.map(({ from: one, to, customers, netMinor }) => [one, to, customers, netMinor]),
    sql,
    params: { ...usedParams(sql, params), earlier_day: from },
  };
}

/** Throws `shop-unknown`. */
export function readReport(reading: Reading, question: ReportQuestion, scoresOf: RfmScoresOf): Report {
  const { report, from, least } = question;
  const scores = scoresOf(reading, question);
  const asked = { ...metricQuestion(question, scores, question.shop), from, least };
  const tables = metricsOf[report].map((metric) =>
    metric === tierSummary ? tierTable(reading, question, scoresOf) : tableOf(reading, metric, asked),
  );
  const covered = coveredMonths(reading, { shop: question.shop, currency: scores.currency });
  const moved =
    report === 'tiers' && from !== undefined && from < question.on
      ? [movementTable(reading, question, from, scoresOf)]
      : [];
  return {
    report,
    on: question.on,
    from: from ?? null,
    currency: scores.currency,
    currencies: [...scores.currencies],
    buyers: scores.frequency.reduce((count, orders) => count + Number(orders > 0), 0),
    coveredTo: covered.to,
    tables: [...tables.map((table) => withoutFileless(table, covered)), ...moved],
  };
}
