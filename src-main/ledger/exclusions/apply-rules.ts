/**
 * Keeps `excluded_order` what the rules say of the orders: one statement for a rule that changed, one a rule for the orders an import, an
 * undo or a redo touched. Nothing is done where there are no rules.
 */

import { type ExclusionContent, exclusionContentSchema } from '../../../src-shared/contract/exclusions.ts';
import { exclusionRule, tablesOf } from '../schema/tables.ts';
import type { Reading, Writing } from '../transaction.ts';
import { ruleSql } from './rule-sql.ts';

export interface StoredRule {
  readonly rule: number;
  readonly content: ExclusionContent;
  readonly edit: number;
}

export function storedRules(reading: Reading): StoredRule[] {
  return tablesOf(reading)
    .select()
    .from(exclusionRule)
    .orderBy(exclusionRule.ruleId)
    .all()
    .map(({ ruleId, content, editId }) => ({
      rule: ruleId,
      content: exclusionContentSchema.parse(JSON.parse(content)),
      edit: editId,
    }));
}

/** Takes out what the rule means now: of all orders, or of those in a table. */
function takeOut({ connection }: Writing, { rule, content }: Omit<StoredRule, 'edit'>, among?: string): void {
  const { sql, params } = ruleSql(content);
  const touched = among === undefined ? '' : ` and order_id in (select order_id from ${among})`;
  connection
    .prepare(
      `insert into excluded_order (order_id, rule_id) select order_id, :rule from shop_order where ${sql}${touched}`,
    )
    .run({ ...params, rule });
}

/** Figures kept in memory are old, and so is a check: its report says what counts. */
function countChange({ connection }: Writing): void {
  connection.prepare("update ledger_state set value = value + 1 where name = 'changes'").run();
}

/** Puts a rule to a content given as JSON, or takes it away, and its orders out or back. The journal is the caller's matter. */
export function storeRule(writing: Writing, rule: number, stands: { content: string; edit: number } | null): void {
  const { connection } = writing;
  connection.prepare('delete from excluded_order where rule_id = ?').run(rule);
  if (stands === null) connection.prepare('delete from exclusion_rule where rule_id = ?').run(rule);
  else {
    const content = exclusionContentSchema.parse(JSON.parse(stands.content));
    connection
      .prepare(
        'insert into exclusion_rule (rule_id, content, edit_id) values (?, ?, ?) on conflict (rule_id) do update set content = excluded.content, edit_id = excluded.edit_id',
      )
      .run(rule, stands.content, stands.edit);
    takeOut(writing, { rule, content });
  }
  countChange(writing);
}

/** Looks at orders again. `named`: a question with one parameter that answers their numbers, asked with each of `values`. */
function lookAgain(writing: Writing, named: string, values: readonly number[]): void {
  const rules = storedRules(writing);
  if (rules.length === 0) return;
  const { connection } = writing;
  connection.exec('create temp table if not exists looked_at_order (order_id integer primary key)');
  connection.exec('delete from looked_at_order');
  const add = connection.prepare(`insert or ignore into looked_at_order ${named}`);
  for (const value of values) add.run(value);
  connection.exec('delete from excluded_order where order_id in (select order_id from looked_at_order)');
  for (const rule of rules) takeOut(writing, rule, 'looked_at_order');
  connection.exec('delete from looked_at_order');
}

/** After an import, an undo or a redo: the orders its files speak of. */
export function excludeInBatches(writing: Writing, batches: readonly number[]): void {
  lookAgain(writing, 'select order_id from import_file join source_row using (file_id) where batch_id = ?', batches);
}

/** After a single order was folded again. */
export function excludeAgain(writing: Writing, orderId: number): void {
  lookAgain(writing, 'select order_id from order_key where order_id = ?', [orderId]);
}

/** Numbers of orders that a rule takes out and does not mean, or means and does not take out: none, or something went wrong. */
export function excludedAmiss(reading: Reading): string[] {
  return storedRules(reading).flatMap(({ rule, content }) => {
    const { sql, params } = ruleSql(content);
    return reading.connection
      .prepare<[object], string>(
        `with meant as (select order_id from shop_order where ${sql}),
           taken as (select order_id from excluded_order where rule_id = :rule)
         select order_number from order_key
         where order_id in (select order_id from meant except select order_id from taken)
           or order_id in (select order_id from taken except select order_id from meant)
         order by order_number`,
      )
      .pluck()
      .all({ ...params, rule });
  });
}
