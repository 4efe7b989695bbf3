/** Why a customer has their level: what the rule looked at on the day that decided, the rule, the SQL and their orders. */

import type { Explanation } from '../../../src-shared/contract/explanations.ts';
import { minorOf } from '../../../src-shared/money.ts';
import { keptSql, reasonedSql } from '../../ledger/exclusions/kept-orders.ts';
import { mostOrders } from '../../ledger/explained-orders.ts';
import { levelsValue } from '../../ledger/filter/level-sql.ts';
import { standingLevelsSql } from '../../ledger/levels/standing-levels.ts';
import type { Reading } from '../../ledger/transaction.ts';
import customerOrders from '../customer-orders.sql?raw';
import { allOrders, type CustomerQuestion } from '../explain.ts';
import { exclusionRules } from '../explanation.ts';
import { usedParams } from '../metric.ts';
import type { RfmScoresOf } from '../rfm.ts';
import { type LevelKnown, levelOfCustomer } from './customer-level.ts';

/** The level of `:customer` as one statement. */
export const customerLevelSql = `-- 这位客户在哪一级，从哪天起，哪天再算。
-- Which level the customer has, since when, and when the rules are asked again.
with ${standingLevelsSql('one')}
select level, since, review from levelled
`;

type Fact = Explanation['facts'][number];

/** What the level's rule came to when it was reached or kept last, and what the next one has. */
function factsOf({ level, levels }: LevelKnown): Fact[] {
  const fact = (name: string, value: number | string, line: number | null = null): Fact => ({
    name,
    value: String(value),
    line: line === null ? null : String(line),
    verdict: line === null ? null : Number(value) >= line ? 'reached' : 'short',
  });
  const { next, since, until, hand, byRule } = level;
  const held = levels.find(({ id }) => id === byRule);
  const [newest] = level.steps;
  const came =
    held === undefined || newest === undefined
      ? null
      : held.measure === 'orders'
        ? newest.orderCount
        : newest.orders.length === newest.orderCount
          ? newest.orders.reduce((sum, order) => sum + order.netMinor, 0)
          : null;
  const name = (measure: 'spent' | 'orders', which: string): string =>
    measure === 'orders' ? `${which}Orders` : `${which}Minor`;
  return [
    ...(held === undefined || came === null ? [] : [fact(name(held.measure, 'levelCame'), came, held.atLeast)]),
    ...(byRule === 0 || since === null ? [] : [fact('levelSince', since)]),
    ...(byRule === 0 || until === null ? [] : [fact('levelUntil', until)]),
    ...(next === null ? [] : [fact(name(next.measure, 'levelNext'), next.has, next.has + next.lacks)]),
    ...(hand?.holds === true ? [fact('levelByHandFrom', hand.from)] : []),
    ...(hand?.holds === true && hand.until !== null ? [fact('levelByHandUntil', hand.until)] : []),
  ];
}

/** Subject: 'level:V2', the name behind the colon; 'level:' for none. The orders are all of theirs, as for the tier. Throws `customer-unknown`. */
export function explainLevel(reading: Reading, question: CustomerQuestion, scoresOf: RfmScoresOf): Explanation {
  const known = levelOfCustomer(reading, question, scoresOf);
  const { level, levels } = known;
  const { excluded } = question.basis;
  const params = { ...known.params, levels: levelsValue(levels) };
  const sql = `${[keptSql(reading, customerLevelSql, excluded), reasonedSql(reading, customerOrders, excluded)]
    .map((one) => one.trim())
    .join(';\n\n')};\n`;
  const orders = allOrders(reading, params, excluded);
  return {
    subject: `level:${level.name ?? ''}`,
    facts: factsOf(known),
    rules: [
      'asOf',
      'counts',
      'net',
      ...(level.on ? ['level', ...(level.hand?.holds === true ? ['levelByHand'] : [])] : ['levelsOff']),
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
