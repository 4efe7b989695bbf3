/** Of which contribution grade one customer is, and why. Beside `explain.ts`. */

import type { Explanation } from '../../src-shared/contract/explanations.ts';
import { gradeOf } from '../../src-shared/grades.ts';
import { minorOf } from '../../src-shared/money.ts';
import { keptSql, reasonedSql } from '../ledger/exclusions/kept-orders.ts';
import { mostOrders } from '../ledger/explained-orders.ts';
import { gradeGround } from '../ledger/grades/grade-lines.ts';
import type { Reading } from '../ledger/transaction.ts';
import { contributionGrades } from './contribution-grades.ts';
import customerOrders from './customer-orders.sql?raw';
import { allOrders, type CustomerQuestion, knownCustomer } from './explain.ts';
import { exclusionRules } from './explanation.ts';
import { usedParams } from './metric.ts';
import type { RfmScoresOf } from './rfm.ts';

/** Subject: 'grade:large'; 'grade:none' for who bought nothing in the months. The orders are all of theirs. Throws `customer-unknown`. */
export function explainGrade(reading: Reading, question: CustomerQuestion, scoresOf: RfmScoresOf): Explanation {
  const { scores, params: known } = knownCustomer(reading, question, scoresOf);
  const { excluded } = question.basis;
  const ground = gradeGround(reading, scores);
  const params = { ...known, from: ground.from };
  const statements = [
    reasonedSql(reading, customerOrders, excluded),
    keptSql(reading, contributionGrades.sql, excluded),
  ];
  const sql = `${statements.map((one) => one.trim()).join(';\n\n')};\n`;
  const orders = allOrders(reading, params, excluded);
  const counted = orders.filter(({ counts, day }) => counts && day !== null && day >= ground.from);
  const net = counted.reduce((sum, order) => sum + (order.netMinor ?? 0), 0);
  const grade = counted.length === 0 ? 'none' : gradeOf(net, ground);
  const line = (name: string, value: number | null) =>
    value === null ? [] : [{ name, value: String(value), line: null, verdict: null }];
  return {
    subject: `grade:${grade}`,
    facts: [
      ...(grade === 'none' ? [] : line('gradeNetMinor', net)),
      ...line('gradeLargeMinor', ground.large),
      ...line('gradeMediumMinor', ground.medium),
      { name: 'gradeFrom', value: ground.from, line: null, verdict: null },
    ],
    rules: ['asOf', 'counts', 'net', 'grade', ...exclusionRules(reading, excluded)],
    sql,
    params: usedParams(sql, params),
    orders: orders.slice(0, mostOrders),
    orderCount: orders.length,
    amount: 'netMinor',
    sumMinor: minorOf(orders.reduce((sum, order) => sum + (order.counts ? (order.netMinor ?? 0) : 0), 0)),
  };
}
