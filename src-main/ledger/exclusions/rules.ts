/** The owner's exclusion rules: listed, tried, saved, removed. Which orders they take out is worked out in `apply-rules.ts`. */

import {
  type ExclusionContent,
  type ExclusionRule,
  exclusionContentSchema,
  type MeantOrder,
} from '../../../src-shared/contract/exclusions.ts';
import { type Minor, minorOf } from '../../../src-shared/money.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Act, write } from '../journal.ts';
import { nextNumber } from '../next-number.ts';
import type { Reading } from '../transaction.ts';
import { storedRules, storeRule } from './apply-rules.ts';
import meantFigures from './meant-figures.sql?raw';
import meantOrders from './meant-orders.sql?raw';
import { ruleSql } from './rule-sql.ts';
import suggestions from './suggestions.sql?raw';

const keyOf = (rule: number): string => JSON.stringify({ rule });

/** All rules, oldest first. */
export function listRules(reading: Reading): { rules: ExclusionRule[]; excluded: number } {
  const { connection } = reading;
  const orders = connection.prepare<[number], number>('select count(*) from excluded_order where rule_id = ?').pluck();
  const version = connection
    .prepare<[string, number], number>(
      "select count(*) from journal where table_name = 'exclusion_rule' and row_key = ? and edit_id <= ? and after is not null",
    )
    .pluck();
  const excluded = connection.prepare<[], number>('select count(distinct order_id) from excluded_order').pluck();
  return {
    rules: storedRules(reading).map(({ rule, content, edit }) => ({
      rule,
      content,
      version: version.get(keyOf(rule), edit) ?? 1,
      orders: orders.get(rule) ?? 0,
    })),
    excluded: excluded.get() ?? 0,
  };
}

export interface RulePreview {
  readonly orders: number;
  readonly counted: number;
  readonly customers: number;
  readonly money: { currency: string; netMinor: Minor }[];
  readonly rows: MeantOrder[];
}

interface MeantRow extends Omit<MeantOrder, 'counts' | 'paidMinor'> {
  readonly counts: number;
  readonly paidMinor: number | null;
}

interface MeantFigures {
  readonly currency: string;
  readonly orders: number;
  readonly counted: number;
  readonly netMinor: number;
}

/** What a rule would mean, and a window of its orders. */
export function previewRule(
  { connection }: Reading,
  { content, window }: { readonly content: ExclusionContent; readonly window: { from: number; count: number } },
): RulePreview {
  const { sql, params } = ruleSql(content);
  const over = (text: string): string =>
    text.replace('/* meant */ true', () => sql.replaceAll('shop_id =', 'shop_order.shop_id ='));
  const figures = connection.prepare<[object], MeantFigures>(over(meantFigures)).all(params);
  const customers = connection
    .prepare<[object], number>(`select count(distinct customer_id) from shop_order where ${sql}`)
    .pluck()
    .get(params);
  const rows = connection.prepare<[object], MeantRow>(over(meantOrders)).all({ ...params, ...window });
  return {
    orders: figures.reduce((sum, { orders }) => sum + orders, 0),
    counted: figures.reduce((sum, { counted }) => sum + counted, 0),
    customers: customers ?? 0,
    money: figures.map(({ currency, netMinor }) => ({ currency, netMinor: minorOf(netMinor) })),
    rows: rows.map(({ counts, paidMinor, ...row }) => ({
      ...row,
      paidMinor: paidMinor === null ? null : minorOf(paidMinor),
      counts: counts === 1,
    })),
  };
}

/** Makes or changes a rule; its orders leave the figures, others come back. Throws `rule-unknown`, `shop-unknown`. */
export function saveRule(
  ledger: Reading,
  asked: { readonly rule: number | null; readonly content: ExclusionContent },
  now: string,
): { edit: number; rule: number } {
  return write(ledger, { reason: 'exclusions.save', now }, (writing, record) => {
    const { shop } = asked.content;
    if (shop !== null && writing.connection.prepare('select 1 from shop where shop_id = ?').get(shop) === undefined)
      throw new Problem('shop-unknown', { name: String(shop) });
    const rule = asked.rule ?? nextNumber(writing, 'exclusion_rule', 'rule');
    const before = asked.rule === null ? null : contentOf(writing, rule);
    const content = JSON.stringify(exclusionContentSchema.parse(asked.content));
    const edit = record({ table: 'exclusion_rule', rowKey: { rule }, field: 'content', before, after: content });
    storeRule(writing, rule, { content, edit });
    return { edit, rule };
  });
}

function contentOf({ connection }: Reading, rule: number): string {
  const found = connection
    .prepare<[number], string>('select content from exclusion_rule where rule_id = ?')
    .pluck()
    .get(rule);
  if (found === undefined) throw new Problem('rule-unknown', { rule: String(rule) });
  return found;
}

/** Takes a rule away; its orders count again unless another rule means them. Throws `rule-unknown`. */
export function removeRule(ledger: Reading, rule: number, { now, reason }: Act): { edit: number } {
  return write(ledger, { reason, now }, (writing, record) => {
    const before = contentOf(writing, rule);
    const edit = record({ table: 'exclusion_rule', rowKey: { rule }, field: 'content', before, after: null });
    storeRule(writing, rule, null);
    return { edit };
  });
}

/** Codes at the beginning of the seller's notes that several orders share: owners mark brushing so. Only a hint. */
export function suggestRules({ connection }: Reading): { suggestions: { text: string; orders: number }[] } {
  return { suggestions: connection.prepare<[], { text: string; orders: number }>(suggestions).all() };
}
