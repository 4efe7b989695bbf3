/** Rules of care as they stand in the ledger; each change goes through the journal. */

import { eq } from 'drizzle-orm';
import { type CareRuleContent, careRuleContentSchema } from '../../../src-shared/contract/care-rules.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Act, type Recorder, write } from '../journal.ts';
import { nextNumber } from '../next-number.ts';
import { careRule as rules, tablesOf } from '../schema/tables.ts';
import type { Reading, Writing } from '../transaction.ts';

export interface StoredRule {
  readonly rule: number;
  readonly content: CareRuleContent;
}

/** In the order they were made. */
export function careRules(reading: Reading): StoredRule[] {
  return tablesOf(reading)
    .select()
    .from(rules)
    .orderBy(rules.ruleId)
    .all()
    .map(({ ruleId, content }) => ({ rule: ruleId, content: careRuleContentSchema.parse(JSON.parse(content)) }));
}

/** Puts a rule to a content given as JSON, or takes it away. The journal is the caller's matter. */
export function storeCareRule(writing: Writing, rule: number, stands: { content: string; edit: number } | null): void {
  const tables = tablesOf(writing);
  tables.delete(rules).where(eq(rules.ruleId, rule)).run();
  if (stands === null) return;
  tables.insert(rules).values({ ruleId: rule, content: stands.content, editId: stands.edit }).run();
}

interface Turn {
  readonly rule: number;
  readonly before: CareRuleContent | null;
  readonly after: CareRuleContent | null;
  readonly partOf?: number;
}

function turn(writing: Writing, record: Recorder, { rule, before, after, ...whole }: Turn): number {
  const json = after === null ? null : JSON.stringify(after);
  const edit = record({
    table: 'care_rule',
    rowKey: { careRule: rule },
    field: 'content',
    before: before === null ? null : JSON.stringify(before),
    after: json,
    ...whole,
  });
  storeCareRule(writing, rule, json === null ? null : { content: json, edit });
  return edit;
}

/** Throws `care-rule-unknown`. */
export function careRule(reading: Reading, rule: number): StoredRule {
  const found = careRules(reading).find((one) => one.rule === rule);
  if (found === undefined) throw new Problem('care-rule-unknown', { rule: String(rule) });
  return found;
}

/** null: a new one. One without a seed keeps the one it had, or takes `seed`. Throws `care-rule-unknown`. */
export function saveCareRule(
  ledger: Reading,
  {
    rule,
    content,
    seed = null,
  }: Pick<StoredRule, 'content'> & { readonly rule: number | null; readonly seed?: number | null },
  act: Act,
): { edit: number; rule: number } {
  return write(ledger, act, (writing, record) => {
    const before = rule === null ? null : careRule(writing, rule).content;
    const number = rule ?? nextCareRule(writing);
    const after = { ...content, seed: content.seed ?? before?.seed ?? seed };
    return { edit: turn(writing, record, { rule: number, before, after }), rule: number };
  });
}

/** The number that the next new rule has. */
export function nextCareRule(reading: Reading): number {
  return nextNumber(reading, 'care_rule', 'careRule');
}

/** Throws `care-rule-unknown`. */
export function removeCareRule(ledger: Reading, rule: number, act: Act): { edit: number } {
  return write(ledger, act, (writing, record) => ({
    edit: turn(writing, record, { rule, before: careRule(writing, rule).content, after: null }),
  }));
}

/** Several new ones in one step; those whose name or trigger is there already are left out. edit null: all are there. */
export function addCareRules(
  ledger: Reading,
  contents: readonly CareRuleContent[],
  act: Act,
): { edit: number | null; rules: number } {
  return write(ledger, act, (writing, record) => {
    const there = careRules(writing).map(({ content }) => content);
    const names = new Set(there.map(({ name }) => name));
    // In the other language it is called otherwise, and is the same rule.
    const triggers = new Set(there.map(({ trigger }) => JSON.stringify(trigger)));
    const fresh = contents.filter(({ name, trigger }) => !names.has(name) && !triggers.has(JSON.stringify(trigger)));
    let edit: number | null = null;
    for (const content of fresh) {
      const rule = nextCareRule(writing);
      const part: number = turn(writing, record, {
        rule,
        before: null,
        after: content,
        ...(edit === null ? {} : { partOf: edit }),
      });
      edit ??= part;
    }
    return { edit, rules: fresh.length };
  });
}
