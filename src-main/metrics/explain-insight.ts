/** A customer's habits as figures, and the orders behind each. Beside `explain-account.ts`. */

import type { ExplainedOrder, Explanation } from '../../src-shared/contract/explanations.ts';
import type { Insight, InsightKey } from '../../src-shared/contract/insights.ts';
import { keptSql } from '../ledger/exclusions/kept-orders.ts';
import { explainedOrder, mostOrders, type OrderRow, type OrderWindow } from '../ledger/explained-orders.ts';
import type { Reading } from '../ledger/transaction.ts';
import insightOrders from './customer-insight-orders.sql?raw';
import insightsSql from './customer-insights.sql?raw';
import { type CustomerQuestion, knownCustomer } from './explain.ts';
import { exclusionRules } from './explanation.ts';
import { type SqlParams, usedParams } from './metric.ts';
import type { RfmScoresOf } from './rfm.ts';

export interface InsightQuestion extends CustomerQuestion {
  readonly insight: InsightKey;
}

/** Throws `customer-unknown`. */
export function customerInsights(
  reading: Reading,
  question: CustomerQuestion,
  scoresOf: RfmScoresOf,
): { readonly currency: string; readonly insights: readonly Insight[]; readonly sql: string } {
  const { scores, params } = knownCustomer(reading, question, scoresOf);
  const sql = keptSql(reading, insightsSql, question.basis.excluded);
  const insights = reading.connection.prepare<[SqlParams], Insight>(sql).all(params);
  return { currency: scores.currency, insights, sql };
}

function paramsFor(reading: Reading, question: InsightQuestion, scoresOf: RfmScoresOf): SqlParams {
  const { kind, label, low, high } = question.insight;
  return { ...knownCustomer(reading, question, scoresOf).params, insight: kind, label, low, high };
}

function ordersOf(reading: Reading, params: SqlParams, excluded: boolean | undefined): ExplainedOrder[] {
  return reading.connection
    .prepare<[SqlParams], OrderRow>(keptSql(reading, insightOrders, excluded))
    .all(params)
    .map((row) => explainedOrder(row));
}

/** A window of the orders that fit, newest first. */
export function insightOrdersIn(
  reading: Reading,
  question: InsightQuestion,
  { from, count }: OrderWindow,
  scoresOf: RfmScoresOf,
): ExplainedOrder[] {
  const params = paramsFor(reading, question, scoresOf);
  return ordersOf(reading, params, question.basis.excluded).slice(from, from + count);
}

/** Subject: 'insight'. The statement of the habits first, then that of the orders. Throws `customer-unknown`. */
export function explainInsight(reading: Reading, question: InsightQuestion, scoresOf: RfmScoresOf): Explanation {
  const { insight, basis } = question;
  const params = paramsFor(reading, question, scoresOf);
  const told = customerInsights(reading, question, scoresOf);
  const found = told.insights.find(
    ({ kind, label, low, high }) =>
      kind === insight.kind && label === insight.label && low === insight.low && high === insight.high,
  );
  const orders = ordersOf(reading, params, basis.excluded);
  const sql = `${told.sql.trim()};\n\n${keptSql(reading, insightOrders, basis.excluded).trim()};\n`;
  const fact = (name: string, value: number) => ({ name, value: String(value), line: null, verdict: null });
  return {
    subject: 'insight',
    facts: found === undefined ? [] : [fact('insightFits', found.count), fact('insightOf', found.of)],
    rules: [`insight.${insight.kind}`, ...exclusionRules(reading, basis.excluded)],
    sql,
    params: usedParams(sql, params),
    orders: orders.slice(0, mostOrders),
    orderCount: orders.length,
    amount: 'netMinor',
    sumMinor: null,
  };
}
