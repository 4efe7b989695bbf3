/** What one customer may buy next, by what others bought after the same things. Beside `bought-next.ts`, which tells it of everybody. */

import type { NextItem } from '../../src-shared/contract/next-items.ts';
import type { Day } from '../../src-shared/day.ts';
import { Problem } from '../../src-shared/problem.ts';
import { keptSql } from '../ledger/exclusions/kept-orders.ts';
import type { Reading } from '../ledger/transaction.ts';
import { boughtNext } from './bought-next.ts';
import { leastCases } from './metric.ts';
import ownedItems from './owned-items.sql?raw';
import { scopeOf } from './scope.ts';

export interface NextQuestion {
  readonly on: Day;
  readonly excluded?: boolean | undefined;
}

/** The report lists the 200 strongest; a person may have bought something whose followers come later. */
const MOST = 20_000;
const SHOWN = 3;

export function sequencesSql(reading: Reading, { excluded }: NextQuestion): string {
  return keptSql(reading, boughtNext.sql.replace(/limit \d+\s*$/, `limit ${MOST}\n`), excluded);
}

interface Sequence extends Omit<NextItem, 'title' | 'after' | 'support'> {
  readonly title: string;
  readonly next_title: string;
  readonly next_customers: number;
}

/** Everything that is bought after something else more often than usual, of all shops in the usual currency. */
export function sequencesOf(reading: Reading, question: NextQuestion): NextItem[] {
  const { shop, currency } = scopeOf(reading, undefined);
  return reading.connection
    .prepare<[object], Sequence>(sequencesSql(reading, question))
    .all({ on: question.on, from: null, shop, currency, least: leastCases })
    .filter(({ lift }) => lift > 1)
    .map(({ title, next_title, next_customers, customers, buyers, followed, confidence, lift }) => ({
      title: next_title,
      after: title,
      customers,
      nextCustomers: next_customers,
      buyers,
      followed,
      support: followed / buyers,
      confidence,
      lift,
    }));
}

/** Most likely first; of two alike what more people did. */
function likelierFirst(a: NextItem, b: NextItem): number {
  return b.confidence - a.confidence || b.followed - a.followed || (a.title < b.title ? -1 : 1);
}

/** `sequences`: those of the same question. Throws `customer-unknown`. */
export function nextItemsOf(
  reading: Reading,
  question: NextQuestion & { readonly customer: number },
  sequences: readonly NextItem[],
): { items: NextItem[]; owned: number; sql: string } {
  const { connection } = reading;
  const { customer, on, excluded } = question;
  if (connection.prepare('select 1 from customer where customer_id = ?').get(customer) === undefined)
    throw new Problem('customer-unknown', { customer: String(customer) });
  const sql = keptSql(reading, ownedItems, excluded);
  const owned = new Set(connection.prepare<[object], string>(sql).pluck().all({ customer, on }));
  const best = new Map<string, NextItem>();
  for (const one of sequences.filter(({ title, after }) => owned.has(after) && !owned.has(title)).sort(likelierFirst))
    if (!best.has(one.title)) best.set(one.title, one);
  const items = [...best.values()].slice(0, SHOWN);
  return { items, owned: owned.size, sql: `${sql.trim()};\n\n${sequencesSql(reading, question).trim()};\n` };
}
