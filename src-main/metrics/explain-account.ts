/** What the figures of a customer's account are made of: paid, refunded, net, and how often they come. Beside `explain.ts`, which says why a tier. */

import type { AccountFigure, ExplainedOrder, Explanation } from '../../src-shared/contract/explanations.ts';
import { minorOf } from '../../src-shared/money.ts';
import { reasonedSql } from '../ledger/exclusions/kept-orders.ts';
import { explainedOrder, knownMinor, mostOrders, type OrderRow, type OrderWindow } from '../ledger/explained-orders.ts';
import type { Reading } from '../ledger/transaction.ts';
import accountSql from './customer-account.sql?raw';
import accountOrders from './customer-account-orders.sql?raw';
import { type CustomerQuestion, knownCustomer } from './explain.ts';
import { exclusionRules } from './explanation.ts';
import { type SqlParams, usedParams } from './metric.ts';
import type { RfmScoresOf } from './rfm.ts';

export interface AccountQuestion extends CustomerQuestion {
  readonly account: AccountFigure;
}

interface Figures {
  readonly orders: number;
  readonly counted: number;
  readonly paid_minor: number;
  readonly refund_minor: number;
  readonly net_minor: number;
  readonly gaps: number;
  readonly rhythm_days: number | null;
}

interface AccountRow extends OrderRow {
  readonly paid_minor: number | null;
  readonly refund_minor: number | null;
}

function ordersOf(reading: Reading, params: SqlParams, excluded: boolean | undefined): ExplainedOrder[] {
  return reading.connection
    .prepare<[SqlParams], AccountRow>(reasonedSql(reading, accountOrders, excluded))
    .all(params)
    .map((row) => ({
      ...explainedOrder(row),
      paidMinor: knownMinor(row.paid_minor),
      refundMinor: knownMinor(row.refund_minor),
    }));
}

function paramsFor(reading: Reading, question: AccountQuestion, scoresOf: RfmScoresOf): SqlParams {
  return { ...knownCustomer(reading, question, scoresOf).params, figure: question.account };
}

/** A window of the orders behind the figure, newest first. */
export function accountOrdersIn(
  reading: Reading,
  question: AccountQuestion,
  { from, count }: OrderWindow,
  scoresOf: RfmScoresOf,
): ExplainedOrder[] {
  const params = paramsFor(reading, question, scoresOf);
  return ordersOf(reading, params, question.basis.excluded).slice(from, from + count);
}

const rules: Readonly<Record<AccountFigure, readonly string[]>> = {
  paidMinor: ['account'],
  refundMinor: ['account', 'refunds'],
  netMinor: ['account', 'net'],
  rhythmDays: ['asOf', 'rhythm'],
};

/** Subject: 'account'. Throws `customer-unknown`. */
export function explainAccount(reading: Reading, question: AccountQuestion, scoresOf: RfmScoresOf): Explanation {
  const params = paramsFor(reading, question, scoresOf);
  const { account } = question;
  const { excluded } = question.basis;
  const figures = reasonedSql(reading, accountSql, excluded);
  // One row: it counts.
  const found = reading.connection.prepare(figures).get(params) as Figures;
  const orders = ordersOf(reading, params, excluded);
  const sums = { paidMinor: found.paid_minor, refundMinor: found.refund_minor, netMinor: found.net_minor };
  const fact = (name: string, value: number) => ({ name, value: String(value), line: null, verdict: null });
  const sql = `${figures.trim()};\n\n${reasonedSql(reading, accountOrders, excluded).trim()};\n`;
  return {
    subject: 'account',
    facts: [
      ...(found.rhythm_days === null ? [] : [fact('rhythmDays', found.rhythm_days), fact('gaps', found.gaps)]),
      fact('paidMinor', found.paid_minor),
      fact('refundMinor', found.refund_minor),
      fact('netMinor', found.net_minor),
      fact('orders', found.orders),
      fact('counted', found.counted),
    ],
    rules: [...rules[account], ...exclusionRules(reading, excluded)],
    sql,
    params: usedParams(sql, params),
    orders: orders.slice(0, mostOrders),
    orderCount: orders.length,
    amount: account === 'rhythmDays' ? 'netMinor' : account,
    sumMinor: account === 'rhythmDays' ? null : minorOf(sums[account]),
  };
}
