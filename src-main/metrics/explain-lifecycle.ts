/** Where in their life as a customer one person stands, and why. Beside `explain.ts`. */

import type { Explanation } from '../../src-shared/contract/explanations.ts';
import type { CustomerLife } from '../../src-shared/contract/lifecycle.ts';
import { type LifeLines, lifeStage, ownLines } from '../../src-shared/lifecycle.ts';
import { minorOf } from '../../src-shared/money.ts';
import { reasonedSql } from '../ledger/exclusions/kept-orders.ts';
import { mostOrders } from '../ledger/explained-orders.ts';
import { type OwnRhythm, ownRhythmStatement, ownRhythms } from '../ledger/lifecycle/own-rhythm.ts';
import { shopRhythm, shopRhythmStatement } from '../ledger/lifecycle/shop-rhythm.ts';
import type { Reading } from '../ledger/transaction.ts';
import customerOrders from './customer-orders.sql?raw';
import { allOrders, type CustomerQuestion, knownCustomer } from './explain.ts';
import { exclusionRules } from './explanation.ts';
import { type SqlParams, usedParams } from './metric.ts';
import type { RfmScores, RfmScoresOf } from './rfm.ts';

interface Standing {
  readonly scores: RfmScores;
  readonly params: SqlParams;
  readonly life: CustomerLife;
}

/** By their own gap, else by the shop's: what the whole shop does is asked only for who needs it. */
function linesFor(reading: Reading, scores: RfmScores, own: number | null): LifeLines | null {
  return own === null ? shopRhythm(reading, scores) : ownLines(own);
}

function standingOf(reading: Reading, question: CustomerQuestion, scoresOf: RfmScoresOf): Standing {
  const { scores, params } = knownCustomer(reading, question, scoresOf);
  const found: OwnRhythm = ownRhythms(reading, scores)(question.customer);
  const { purchase_days: purchaseDays, since_days: sinceDays, gaps, own_days: ownDays } = found;
  if (sinceDays === null) {
    return { scores, params, life: { stage: 'none', sinceDays, purchaseDays, gaps, ownDays, lines: null } };
  }
  const lines = linesFor(reading, scores, ownDays);
  const stage = lifeStage({ sinceDays, purchaseDays, lines });
  return { scores, params, life: { stage, sinceDays, purchaseDays, gaps, ownDays, lines } };
}

/** As of the day of the basis. Throws `customer-unknown`. */
export function customerLife(reading: Reading, question: CustomerQuestion, scoresOf: RfmScoresOf): CustomerLife {
  return standingOf(reading, question, scoresOf).life;
}

function ruleOf({ stage, ownDays, lines }: CustomerLife): string[] {
  if (stage === 'none') return [];
  return [ownDays !== null ? 'lifecycleOwn' : lines !== null ? 'lifecycleShop' : 'lifecycleNobody'];
}

/** Subject: 'lifecycle:due', the stage behind the colon. The orders are all of theirs, as for the tier. Throws `customer-unknown`. */
export function explainLifecycle(reading: Reading, question: CustomerQuestion, scoresOf: RfmScoresOf): Explanation {
  const { scores, params, life } = standingOf(reading, question, scoresOf);
  const { excluded } = question.basis;
  const statements = [
    ownRhythmStatement(reading, scores),
    ...(life.ownDays === null && life.sinceDays !== null ? [shopRhythmStatement(reading, scores)] : []),
    reasonedSql(reading, customerOrders, excluded),
  ];
  const sql = `${statements.map((one) => one.trim()).join(';\n\n')};\n`;
  const orders = allOrders(reading, params, excluded);
  const fact = (name: string, value: number | null) =>
    value === null ? [] : [{ name, value: String(value), line: null, verdict: null }];
  return {
    subject: `lifecycle:${life.stage}`,
    facts: [
      ...fact('sinceDays', life.sinceDays),
      ...fact('purchaseDays', life.purchaseDays),
      ...fact('ownGapDays', life.ownDays),
      ...fact('gaps', life.gaps),
      ...fact('dueAfter', life.lines?.due ?? null),
      ...fact('sleepingAfter', life.lines?.sleeping ?? null),
      ...fact('lostAfter', life.lines?.lost ?? null),
    ],
    rules: ['asOf', 'counts', ...ruleOf(life), ...exclusionRules(reading, excluded)],
    sql,
    params: usedParams(sql, params),
    orders: orders.slice(0, mostOrders),
    orderCount: orders.length,
    amount: 'netMinor',
    sumMinor: minorOf(orders.reduce((sum, order) => sum + (order.counts ? (order.netMinor ?? 0) : 0), 0)),
  };
}
