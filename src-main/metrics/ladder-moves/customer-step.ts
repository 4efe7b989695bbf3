/** On which step of the ladder one customer stands, and why. Beside `explain.ts`. */

import type { Explanation } from '../../../src-shared/contract/explanations.ts';
import type { CustomerStep } from '../../../src-shared/contract/ladder.ts';
import { ladderStep } from '../../../src-shared/ladder.ts';
import { minorOf } from '../../../src-shared/money.ts';
import { placeOf } from '../../ledger/customers-scores.ts';
import { keptSql, reasonedSql } from '../../ledger/exclusions/kept-orders.ts';
import { mostOrders } from '../../ledger/explained-orders.ts';
import { ladderLines, ladderRules } from '../../ledger/ladder/ladder-lines.ts';
import type { Reading } from '../../ledger/transaction.ts';
import customerOrders from '../customer-orders.sql?raw';
import { allOrders, type CustomerQuestion, knownCustomer } from '../explain.ts';
import { exclusionRules } from '../explanation.ts';
import { ladder } from '../ladder.ts';
import { usedParams } from '../metric.ts';
import type { RfmScores, RfmScoresOf } from '../rfm.ts';

/** Without a counted order somebody stands on A as soon as they placed one, on or before the day. */
function hasPlaced(reading: Reading, customer: number, scores: RfmScores): boolean {
  const { on, currency, basis } = scores;
  const sql = `select 1 from shop_order
    where customer_id = :customer and (ordered_on is null or ordered_on <= :on)
      and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop)) limit 1`;
  const asked = { customer, on, currency, shop: basis.shop ?? null };
  return reading.connection.prepare(keptSql(reading, sql, basis.excluded)).get(asked) !== undefined;
}

function standingOf(reading: Reading, question: CustomerQuestion, scoresOf: RfmScoresOf) {
  const { scores, params } = knownCustomer(reading, question, scoresOf);
  const rules = ladderRules(reading);
  const lines = ladderLines(reading, scores, rules);
  const at = placeOf(scores, question.customer);
  const [orders, net] = [scores.frequency[at] ?? 0, scores.netMinor[at] ?? 0];
  const isAsked = question.basis.likely !== false || scores.likely[at] !== 1;
  const isOn = isAsked && (orders > 0 || hasPlaced(reading, question.customer, scores));
  const step = isOn ? ladderStep(orders, net, lines) : null;
  const found: CustomerStep = {
    step,
    name: step === null ? '' : (rules.names[step] ?? ''),
    orders,
    averageMinor: orders === 0 ? null : net / orders,
    lines,
    isMiddle: rules.averageMinor === null,
  };
  return { found, params, scores };
}

/** As of the day of the basis. Throws `customer-unknown`. */
export function stepOfCustomer(reading: Reading, question: CustomerQuestion, scoresOf: RfmScoresOf): CustomerStep {
  return standingOf(reading, question, scoresOf).found;
}

type Fact = Explanation['facts'][number];

function factsOf({ step, orders, averageMinor, lines }: CustomerStep): Fact[] {
  if (step === null || averageMinor === null) return [];
  const often: Fact = {
    name: 'frequency',
    value: String(orders),
    line: String(lines.oftenOrders),
    verdict: orders >= lines.oftenOrders ? 'often' : 'seldom',
  };
  const much: Fact = {
    name: 'averageMinor',
    value: String(averageMinor),
    line: lines.averageMinor === null ? null : String(lines.averageMinor),
    verdict: step === 'D' || step === 'E' ? 'much' : 'little',
  };
  return [often, much];
}

/** Subject: 'ladder:B', the step behind the colon; 'ladder:' for none. The orders are all of theirs. Throws `customer-unknown`. */
export function explainStep(reading: Reading, question: CustomerQuestion, scoresOf: RfmScoresOf): Explanation {
  const { found, params } = standingOf(reading, question, scoresOf);
  const { excluded } = question.basis;
  const statements = [reasonedSql(reading, customerOrders, excluded), keptSql(reading, ladder.sql, excluded)];
  const sql = `${statements.map((one) => one.trim()).join(';\n\n')};\n`;
  const orders = allOrders(reading, params, excluded);
  return {
    subject: `ladder:${found.step ?? ''}`,
    facts: factsOf(found),
    rules: [
      'asOf',
      'counts',
      'net',
      'ladder',
      ...(found.isMiddle ? ['ladderMiddle'] : []),
      ...exclusionRules(reading, excluded),
    ],
    sql,
    params: usedParams(sql, params),
    orders: orders.slice(0, mostOrders),
    orderCount: orders.length,
    amount: 'netMinor',
    sumMinor: minorOf(orders.reduce((sum, order) => sum + (order.counts ? (order.netMinor ?? 0) : 0), 0)),
  };
}
