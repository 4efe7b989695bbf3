/** How a figure was worked out: its SQL, and the orders behind it with their sum. */

import type { ExplainedOrder, Explanation } from '../../src-shared/contract/explanations.ts';
import type { Day } from '../../src-shared/day.ts';
import { minorOf } from '../../src-shared/money.ts';
import { noTier, type Tier, tiers } from '../../src-shared/rfm.ts';
import { keptSql } from '../ledger/exclusions/kept-orders.ts';
import { explainedOrder, firstOrders, type OrderRow, type OrderWindow } from '../ledger/explained-orders.ts';
import type { Reading } from '../ledger/transaction.ts';
import { metricNamed } from './catalogue.ts';
import countedOrders from './counted-orders.sql?raw';
import { type BehindSums, behindFigure, behindOrdersIn, behindSums, type FigureRow } from './explain-behind.ts';
import { exclusionRules, metricQuestion, rulesFor } from './explanation.ts';
import { paramsOf, type SqlParams, usedParams } from './metric.ts';
import type { RfmQuestion, RfmScores, RfmScoresOf } from './rfm.ts';

export interface FigureQuestion {
  /** A metric's name, perhaps with a column: 'tier-summary', 'new-and-returning.new_orders'. */
  readonly name: string;
  readonly on: Day;
  /** Only what happened from this day on. */
  readonly from?: Day | undefined;
  /** Which figure of it, where the metric says what stands behind one: `{ month: '2026-05' }`. Without: all of it. */
  readonly row?: FigureRow | undefined;
  readonly least?: number | undefined;
  readonly shop?: number | undefined;
  readonly tier?: Tier | undefined;
  readonly definition?: RfmQuestion['definition'] | undefined;
  readonly lines?: RfmQuestion['lines'];
  readonly likely?: boolean | undefined;
  readonly excluded?: boolean | undefined;
}

/** Metrics that also hold the orders whose buyer nobody can tell. */
const withUnknownBuyers: ReadonlySet<string> = new Set([
  'new-and-returning',
  'best-items',
  'sales-by-month',
  'key-figures',
  'bought-together',
  'bought-by-two',
]);
const overTiers: ReadonlySet<string> = new Set(['tier-summary', 'rfm-scores', 'rfm-lines']);

/** The customers a figure is about. */
function customersBehind(scores: RfmScores, name: string, tier: Tier | undefined): Set<number> {
  const wanted = tier === undefined ? null : tiers.indexOf(tier);
  const among = new Set<number>();
  scores.customer.forEach((customer, at) => {
    const own = scores.tier[at] ?? noTier;
    const inTier = wanted === null ? own !== noTier || !overTiers.has(name) : own === wanted;
    if (inTier && (scores.frequency[at] ?? 0) > 0) among.add(customer);
  });
  return among;
}

interface SlimRow {
  readonly order_id: number;
  readonly customer_id: number | null;
}

/** Count and sum of the orders of some customers, out of the figures that are held. */
function ordersOf(scores: RfmScores, among: ReadonlySet<number>): BehindSums {
  let [orders, sumMinor] = [0, 0];
  scores.customer.forEach((customer, at) => {
    if (!among.has(customer)) return;
    orders += scores.frequency[at] ?? 0;
    sumMinor += scores.netMinor[at] ?? 0;
  });
  return { orders, customers: among.size, sumMinor };
}

/** A window of the orders behind a figure, newest first; stops when there are enough. */
function ordersIn(
  reading: Reading,
  params: SqlParams,
  counted: string,
  among: ReadonlySet<number>,
  { from, count }: OrderWindow,
): ExplainedOrder[] {
  if (among.size === 0) return [];
  const order = reading.connection.prepare<[number], OrderRow>(oneOrder);
  const found: ExplainedOrder[] = [];
  let passed = 0;
  for (const row of reading.connection.prepare<[SqlParams], SlimRow>(counted).iterate(params)) {
    if (row.customer_id === null || !among.has(row.customer_id)) continue;
    passed += 1;
    if (passed <= from) continue;
    if (found.length >= count) break;
    const whole = order.get(row.order_id);
    if (whole !== undefined) found.push(explainedOrder(whole));
  }
  return found;
}

const oneOrder = `select order_id, order_number, ordered_on, shop.currency, net_minor, null as why,
    coalesce((select group_concat(title, '、' order by line_no) from order_line where order_line.order_id = shop_order.order_id),
             items_text, '') as items
  from shop_order join order_key using (order_id, shop_id) join shop using (shop_id) where order_id = ?`;

interface Question {
  readonly name: string;
  readonly scores: RfmScores;
  readonly params: SqlParams;
  /** The statement that is explained, and behind it the one of its orders where the metric has its own. */
  readonly sql: string;
  readonly sums: () => BehindSums;
  readonly orders: (window: OrderWindow) => ExplainedOrder[];
}

/** Throws `metric-unknown`. */
function questionOf(reading: Reading, asked: FigureQuestion, scoresOf: RfmScoresOf): Question {
  const [name = ''] = asked.name.split(/[.:]/);
  const metric = metricNamed(name);
  const { from, least, row = {}, excluded } = asked;
  const question: RfmQuestion = { ...asked, definition: asked.definition ?? 'quantile' };
  const scores = scoresOf(reading, question);
  const params = paramsOf(reading, { ...metricQuestion(question, scores, asked.shop), from, least });
  const sql = keptSql(reading, metric.sql, excluded);
  if (metric.behind !== undefined) {
    const behind = behindFigure(reading, metric.behind, params, row, excluded);
    return {
      name,
      scores,
      params: behind.params,
      sql: `${sql.trim()};\n\n${behind.sql.trim()};\n`,
      sums: () => behindSums(reading, behind),
      orders: (window) => behindOrdersIn(reading, behind, window),
    };
  }
  const among = customersBehind(scores, name, asked.tier);
  const counted = keptSql(reading, countedOrders, excluded);
  return {
    name,
    scores,
    params,
    sql,
    sums: () => ordersOf(scores, among),
    orders: (window) => ordersIn(reading, params, counted, among, window),
  };
}

/** Further orders behind a figure. */
export function metricOrdersIn(
  reading: Reading,
  asked: FigureQuestion,
  window: OrderWindow,
  scoresOf: RfmScoresOf,
): ExplainedOrder[] {
  return questionOf(reading, asked, scoresOf).orders(window);
}

/** The orders behind a figure, and what they come to. Subject: 'tier-summary' or 'tier-summary:RFM'. Throws `metric-unknown`. */
export function explainMetric(reading: Reading, params: FigureQuestion, scoresOf: RfmScoresOf): Explanation {
  const { name, scores, params: all, sql, sums, orders } = questionOf(reading, params, scoresOf);
  const behind = sums();
  const rules = overTiers.has(name)
    ? rulesFor(scores)
    : rulesFor(scores).filter((rule) => !['tier', scores.definition].includes(rule));
  const fact = (of: string, value: number) => ({ name: of, value: String(value), line: null, verdict: null });
  const { recencyDays, frequency, netMinor } = scores.lines;
  const lines = { nearLine: recencyDays, oftenLine: frequency, muchMinorLine: netMinor };
  const found = name !== 'rfm-lines' ? [] : Object.entries(lines).filter((line) => line[1] !== null);
  return {
    subject: params.tier === undefined ? name : `${name}:${params.tier}`,
    facts: [
      ...found.map(([of, value]) => fact(of, value ?? 0)),
      fact('customers', behind.customers),
      fact('orders', behind.orders),
      fact('netMinor', behind.sumMinor),
    ],
    rules: [
      ...rules,
      ...(name === 'lifecycle' ? ['lifecycle'] : []),
      ...(withUnknownBuyers.has(name) ? ['unknownBuyers'] : []),
      ...exclusionRules(reading, params.excluded),
    ],
    sql,
    params: usedParams(sql, all),
    orders: orders(firstOrders),
    orderCount: behind.orders,
    amount: 'netMinor',
    sumMinor: minorOf(behind.sumMinor),
  };
}
