/** Why a customer is in a tier: the facts against their lines, the rules by code, the SQL, all their orders. */

import type { ExplainedOrder, Explanation } from '../../src-shared/contract/explanations.ts';
import { minorOf } from '../../src-shared/money.ts';
import { Problem } from '../../src-shared/problem.ts';
import { highScore, noTier, tiers } from '../../src-shared/rfm.ts';
import { keptSql, reasonedSql } from '../ledger/exclusions/kept-orders.ts';
import { explainedOrder, mostOrders, type OrderRow, type OrderWindow } from '../ledger/explained-orders.ts';
import type { Reading } from '../ledger/transaction.ts';
import customerOrders from './customer-orders.sql?raw';
import { exclusionRules, metricQuestion, rulesFor } from './explanation.ts';
import { paramsOf, type SqlParams, usedParams } from './metric.ts';
import type { RfmQuestion, RfmScores, RfmScoresOf } from './rfm.ts';
import { rfmScoresMetric } from './rfm-scores.ts';

type Fact = Explanation['facts'][number];

function placeIn(scores: RfmScores, customer: number): number {
  return scores.customer.indexOf(customer);
}

/** R, F and M of a customer, each against the line where high begins. */
function factsOf(scores: RfmScores, at: number): Fact[] {
  if (at < 0 || (scores.frequency[at] ?? 0) === 0) return [];
  const today = Math.round(Date.parse(scores.on) / 86_400_000);
  const fact = (
    name: keyof RfmScores['lines'],
    value: number,
    score: number,
    words: readonly [high: string, low: string],
  ): Fact => {
    const line = scores.lines[name];
    const verdict = score === 0 ? null : score >= highScore ? words[0] : words[1];
    return { name, value: String(value), line: line === null ? null : String(line), verdict };
  };
  return [
    fact('recencyDays', today - (scores.lastDay[at] ?? 0), scores.r[at] ?? 0, ['near', 'far']),
    fact('frequency', scores.frequency[at] ?? 0, scores.f[at] ?? 0, ['often', 'seldom']),
    fact('netMinor', scores.netMinor[at] ?? 0, scores.m[at] ?? 0, ['much', 'little']),
  ];
}

/** Where a customer who never bought in the usual currency did buy. */
function shopOf(reading: Reading, customer: number): number | undefined {
  const shop = reading.connection
    .prepare('select shop_id from customer_total where customer_id = ? order by orders desc, shop_id limit 1')
    .pluck()
    .get(customer);
  return typeof shop === 'number' ? shop : undefined;
}

export interface CustomerQuestion {
  readonly customer: number;
  readonly basis: RfmQuestion;
}

interface Known {
  readonly scores: RfmScores;
  readonly params: SqlParams;
}

/** Where the customer is scored, and the values of a statement about them. Throws `customer-unknown`. */
export function knownCustomer(reading: Reading, { customer, basis }: CustomerQuestion, scoresOf: RfmScoresOf): Known {
  const known = reading.connection.prepare('select 1 from customer where customer_id = ?').get(customer);
  if (known === undefined) throw new Problem('customer-unknown', { customer: String(customer) });
  let { shop } = basis;
  let scores = scoresOf(reading, basis);
  if (shop === undefined && placeIn(scores, customer) < 0) {
    shop = shopOf(reading, customer);
    scores = scoresOf(reading, { ...basis, shop });
  }
  return { scores, params: { ...paramsOf(reading, metricQuestion(basis, scores, shop)), customer } };
}

/** Every order of theirs in the scope, newest first; those that do not count say why. */
export function allOrders(reading: Reading, params: SqlParams, excluded: boolean | undefined): ExplainedOrder[] {
  return reading.connection
    .prepare<[SqlParams], OrderRow>(reasonedSql(reading, customerOrders, excluded))
    .all(params)
    .map((row) => explainedOrder(row));
}

/** A window of all their orders, newest first. */
export function customerOrdersIn(
  reading: Reading,
  question: CustomerQuestion,
  { from, count }: OrderWindow,
  scoresOf: RfmScoresOf,
): ExplainedOrder[] {
  const { params } = knownCustomer(reading, question, scoresOf);
  return allOrders(reading, params, question.basis.excluded).slice(from, from + count);
}

/** Why a customer is in a tier. Subject: the tier, or 'none'. Throws `customer-unknown`. */
export function explainCustomer(reading: Reading, question: CustomerQuestion, scoresOf: RfmScoresOf): Explanation {
  const { scores, params } = knownCustomer(reading, question, scoresOf);
  const at = placeIn(scores, question.customer);
  // Two statements as they stand: the customer's orders, then the scores of everybody they are compared with.
  const { excluded } = question.basis;
  const [own, all] = [reasonedSql(reading, customerOrders, excluded), keptSql(reading, rfmScoresMetric.sql, excluded)];
  const sql = `${own.trim()};\n\n${all.trim()};\n`;
  const orders = allOrders(reading, params, excluded);
  const counted = orders.filter((order) => order.counts);
  return {
    subject: tiers[scores.tier[at] ?? noTier] ?? 'none',
    facts: factsOf(scores, at),
    rules: [...rulesFor(scores), ...exclusionRules(reading, excluded)],
    sql,
    params: usedParams(sql, params),
    orders: orders.slice(0, mostOrders),
    orderCount: orders.length,
    amount: 'netMinor',
    sumMinor: minorOf(counted.reduce((sum, order) => sum + (order.netMinor ?? 0), 0)),
  };
}
