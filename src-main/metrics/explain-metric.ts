/** How a figure was worked out: its SQL, and the orders behind it with their sum. */

import type { Explanation } from '../../src-shared/contract/metrics.ts';
import type { Day } from '../../src-shared/day.ts';
import { minorOf } from '../../src-shared/money.ts';
import { noTier, type Tier, tiers } from '../../src-shared/rfm.ts';
import type { Reading } from '../ledger/transaction.ts';
import { metricNamed } from './catalogue.ts';
import countedOrders from './counted-orders.sql?raw';
import { metricQuestion, mostOrders, type OrderRow, orderOf, rulesFor } from './explanation.ts';
import { paramsOf, type SqlParams, usedParams } from './metric.ts';
import type { RfmQuestion, RfmScores, RfmScoresOf } from './rfm.ts';

export interface FigureQuestion {
  /** A metric's name, perhaps with a column: 'tier-summary', 'new-and-returning.new_orders'. */
  readonly name: string;
  readonly on: Day;
  readonly shop?: number | undefined;
  readonly tier?: Tier | undefined;
  readonly definition?: RfmQuestion['definition'] | undefined;
  readonly lines?: RfmQuestion['lines'];
  readonly likely?: boolean | undefined;
}

/** Metrics that also hold the orders whose buyer nobody can tell. */
const withUnknownBuyers: ReadonlySet<string> = new Set(['new-and-returning', 'best-items']);
const overTiers: ReadonlySet<string> = new Set(['tier-summary', 'rfm-scores']);

/** The customers a figure is about; null = everybody, and orders without a buyer. */
function customersBehind(scores: RfmScores, name: string, tier: Tier | undefined): Set<number> | null {
  if (withUnknownBuyers.has(name)) return null;
  const wanted = tier === undefined ? null : tiers.indexOf(tier);
  const among = new Set<number>();
  scores.customer.forEach((customer, at) => {
    const own = scores.tier[at] ?? noTier;
    const inTier = wanted === null ? own !== noTier || !overTiers.has(name) : own === wanted;
    if (inTier && (scores.frequency[at] ?? 0) > 0) among.add(customer);
  });
  return among;
}

interface Behind {
  readonly first: readonly number[];
  readonly orders: number;
  readonly customers: number;
  readonly sumMinor: number;
}

interface SlimRow {
  readonly order_id: number;
  readonly customer_id: number | null;
}

/** Count and sum of all counted orders of the scope, also those whose buyer nobody can tell. */
function allOrders(reading: Reading, params: SqlParams): Omit<Behind, 'first'> {
  const sql = `select count(*) as orders, count(distinct customer_id) as customers, coalesce(sum(net_minor), 0) as sumMinor
    from (${countedOrders})`;
  // One row: it counts.
  return reading.connection.prepare(sql).get(params) as Omit<Behind, 'first'>;
}

/** The same of some customers, out of the figures that are held. */
function ordersOf(scores: RfmScores, among: ReadonlySet<number>): Omit<Behind, 'first'> {
  let [orders, sumMinor] = [0, 0];
  scores.customer.forEach((customer, at) => {
    if (!among.has(customer)) return;
    orders += scores.frequency[at] ?? 0;
    sumMinor += scores.netMinor[at] ?? 0;
  });
  return { orders, customers: among.size, sumMinor };
}

/** The newest orders behind a figure; stops when there are enough to show. */
function newestOrders(reading: Reading, params: SqlParams, among: ReadonlySet<number> | null): number[] {
  if (among?.size === 0) return [];
  const first: number[] = [];
  for (const row of reading.connection.prepare<[SqlParams], SlimRow>(countedOrders).iterate(params)) {
    if (among !== null && (row.customer_id === null || !among.has(row.customer_id))) continue;
    first.push(row.order_id);
    if (first.length >= mostOrders) break;
  }
  return first;
}

const oneOrder = `select order_id, order_number, ordered_on, net_minor, null as why,
    coalesce((select group_concat(title, '、' order by line_no) from order_line where order_line.order_id = shop_order.order_id),
             items_text, '') as items
  from shop_order join order_key using (order_id) where order_id = ?`;

/** The orders behind a figure, and what they come to. Subject: 'tier-summary' or 'tier-summary:RFM'. Throws `metric-unknown`. */
export function explainMetric(reading: Reading, params: FigureQuestion, scoresOf: RfmScoresOf): Explanation {
  const [name = ''] = params.name.split(/[.:]/);
  const metric = metricNamed(name);
  const question: RfmQuestion = { ...params, definition: params.definition ?? 'quantile' };
  const scores = scoresOf(reading, question);
  const all = paramsOf(reading, metricQuestion(question, scores, params.shop));
  const among = customersBehind(scores, name, params.tier);
  const behind: Behind = {
    first: newestOrders(reading, all, among),
    ...(among === null ? allOrders(reading, all) : ordersOf(scores, among)),
  };
  const order = reading.connection.prepare<[number], OrderRow>(oneOrder);
  const rules = overTiers.has(name)
    ? rulesFor(scores)
    : rulesFor(scores).filter((rule) => !['tier', scores.definition].includes(rule));
  const fact = (of: string, value: number) => ({ name: of, value: String(value), line: null, verdict: null });
  return {
    subject: params.tier === undefined ? name : `${name}:${params.tier}`,
    facts: [fact('customers', behind.customers), fact('orders', behind.orders), fact('netMinor', behind.sumMinor)],
    rules: withUnknownBuyers.has(name) ? [...rules, 'unknownBuyers'] : rules,
    sql: metric.sql,
    params: usedParams(metric.sql, all),
    orders: behind.first
      .map((id) => order.get(id))
      .filter((row) => row !== undefined)
      .map(orderOf),
    orderCount: behind.orders,
    sumMinor: minorOf(behind.sumMinor),
  };
}
