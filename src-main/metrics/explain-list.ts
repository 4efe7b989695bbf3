/**
 * What the sums of a customer list are made of, under whatever conditions: the figures come from the very statement that is shown, but that
 * levels are worked out beside it where they are asked and in it where they are shown.
 */

import type { CustomerFilter, TierBasis } from '../../src-shared/contract/customers.ts';
import type { ExplainedOrder, Explanation } from '../../src-shared/contract/explanations.ts';
import { conditionsIn, type FilterCondition } from '../../src-shared/contract/filters.ts';
import { minorOf } from '../../src-shared/money.ts';
import { keptSql } from '../ledger/exclusions/kept-orders.ts';
import { explainedOrder, firstOrders, type OrderRow, type OrderWindow } from '../ledger/explained-orders.ts';
import type { FilterUse } from '../ledger/filter/filtered-customers.ts';
import { parted, withParts } from '../ledger/sql-parts.ts';
import type { Reading } from '../ledger/transaction.ts';
import { exclusionRules, metricQuestion } from './explanation.ts';
import { listConditions, namesTiers } from './list-conditions.ts';
import listCustomers from './list-customers.sql?raw';
import listFigures from './list-figures.sql?raw';
import listOrders from './list-orders.sql?raw';
import { paramsOf, type SqlParams, usedParams } from './metric.ts';
import type { RfmScoresOf } from './rfm.ts';
import { rfmScoresMetric } from './rfm-scores.ts';
import { scopeOf } from './scope.ts';

export interface ListQuestion {
  readonly filter: CustomerFilter;
  readonly basis: TierBasis;
}

interface ListSql {
  readonly figures: string;
  readonly orders: string;
  readonly params: SqlParams;
}

/** One statement: what it says it does, who is listed, what is asked of them. */
function statementOf(listed: string, select: string): string {
  const [who, list] = parted(listed);
  const [what, asked] = parted(select);
  return `${who}${what}${list}\n${asked}`;
}

/** Equal groups part people who are alike, so they have no line. */
function tierParts({ filter, basis }: ListQuestion): readonly string[] {
  if (!namesTiers(filter)) return [];
  return ['tiers', basis.definition === 'ntile' ? 'fifths' : 'lines'];
}

function sqlOf(reading: Reading, question: ListQuestion, scoresOf: RfmScoresOf, use: FilterUse = 'asked'): ListSql {
  const { filter, basis } = question;
  const scores = scoresOf(reading, { ...basis, shop: filter.shop });
  const { lines } = scores;
  const conditions = listConditions(reading, scores, filter, use);
  const listed = withParts(listCustomers, tierParts(question)).replace(/^ *--\[conditions\]\n/m, () =>
    conditions.map(({ sql }) => `    and ${sql}\n`).join(''),
  );
  const scope = scopeOf(reading, filter.shop);
  return {
    figures: keptSql(reading, statementOf(listed, listFigures), basis.excluded),
    orders: keptSql(reading, statementOf(listed, listOrders), basis.excluded),
    params: Object.assign(
      { on: basis.on, shop: scope.shop, currency: scope.currency, likely: (basis.likely ?? true) ? 1 : 0 },
      { near_line: lines.recencyDays, often_line: lines.frequency, much_line: lines.netMinor },
      ...conditions.map(({ params }) => params),
    ) as SqlParams,
  };
}

interface Figures {
  readonly customers: number;
  readonly likely: number;
  readonly buyers: number;
  readonly orders: number;
  readonly net_minor: number;
  readonly paid_minor: number;
  readonly refund_minor: number;
  readonly average_minor: number | null;
}

function ordersOf(reading: Reading, { orders, params }: ListSql, window: OrderWindow): ExplainedOrder[] {
  return reading.connection
    .prepare<[SqlParams], OrderRow>(orders)
    .all({ ...params, from: window.from, count: window.count })
    .map((row) => explainedOrder(row));
}

/** A window of the orders added up, newest first. */
export function listOrdersIn(
  reading: Reading,
  question: ListQuestion,
  window: OrderWindow,
  scoresOf: RfmScoresOf,
): ExplainedOrder[] {
  return ordersOf(reading, sqlOf(reading, question, scoresOf), window);
}

function asksFor({ where }: CustomerFilter, field: FilterCondition['field']): boolean {
  return where !== undefined && conditionsIn(where).some((condition) => condition.field === field);
}

function rulesOf({ filter, basis }: ListQuestion, figures: Figures, currencies: number): string[] {
  return [
    'asOf',
    'counts',
    'net',
    ...(namesTiers(filter) ? [basis.definition, 'tier'] : []),
    ...(asksFor(filter, 'level') ? ['level', 'levelByHand'] : []),
    ...(asksFor(filter, 'lifecycle') ? ['lifecycle'] : []),
    ...(figures.buyers < figures.customers ? ['neverBought'] : []),
    ...(figures.average_minor === null ? [] : ['average']),
    ...(currencies > 1 ? ['oneCurrency'] : []),
  ];
}

/** Subject: 'list'. Throws `shop-unknown`. */
export function explainList(reading: Reading, question: ListQuestion, scoresOf: RfmScoresOf): Explanation {
  const sql = sqlOf(reading, question, scoresOf);
  // One row: it counts.
  const found = reading.connection.prepare(sql.figures).get(sql.params) as Figures;
  const shop = question.filter.shop;
  const scores = scoresOf(reading, { ...question.basis, shop });
  const scoresParams = paramsOf(reading, metricQuestion(question.basis, scores, shop));
  const fact = (name: string, value: number) => ({ name, value: String(value), line: null, verdict: null });
  // The lines of a ranking come from everybody's scores: that statement stands behind the two that were asked.
  const ranked = namesTiers(question.filter) && question.basis.definition === 'quantile';
  const shown = sqlOf(reading, question, scoresOf, 'shown');
  const text = [
    shown.figures,
    shown.orders,
    ...(ranked ? [keptSql(reading, rfmScoresMetric.sql, question.basis.excluded).trim()] : []),
  ]
    .join(';\n\n')
    .concat(';\n');
  return {
    subject: 'list',
    facts: [
      fact('customers', found.customers),
      ...(found.likely === 0 ? [] : [fact('certain', found.customers - found.likely), fact('likely', found.likely)]),
      ...(found.buyers === found.customers ? [] : [fact('buyers', found.buyers)]),
      fact('orders', found.orders),
      fact('netMinor', found.net_minor),
      fact('paidMinor', found.paid_minor),
      fact('refundMinor', found.refund_minor),
      ...(found.average_minor === null ? [] : [fact('averageMinor', found.average_minor)]),
    ],
    rules: [...rulesOf(question, found, scores.currencies.length), ...exclusionRules(reading, question.basis.excluded)],
    sql: text,
    params: usedParams(text, { ...scoresParams, ...shown.params, ...firstOrders }),
    orders: ordersOf(reading, sql, firstOrders),
    orderCount: found.orders,
    amount: 'netMinor',
    sumMinor: minorOf(found.net_minor),
  };
}
