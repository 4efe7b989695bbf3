/**
 * The journal: every write that is not an import. Who asked, when, which field of which row, what it was, what it became.
 *
 * One rule makes undo and redo safe in any order: **a field is what its newest entry that is not undone says, and absent
 * when there is none.** So undoing an entry that was edited over later changes only the history, and the later value stays.
 */

import { and, count, desc, eq, isNull } from 'drizzle-orm';
import { Problem } from '../../src-shared/problem.ts';
import { markSaid, subjectOf } from './journal-subject.ts';
import { journal, tablesOf } from './schema/tables.ts';
import { type Reading, transact, type Writing } from './transaction.ts';

/** Tables people write to. Each has its way back in `undo-edit.ts`. */
export type JournalTable =
  | 'customer_edit'
  | 'split_mark'
  | 'identity_decision'
  | 'review_later'
  | 'setting'
  | 'source_row'
  | 'row_aside'
  | 'quiet_span'
  | 'exclusion_rule'
  | 'segment'
  | 'person_fact'
  | 'tag'
  | 'customer_mark'
  | 'custom_field'
  | 'saved_view'
  | 'bulk_edit'
  | 'care_rule'
  | 'follow_up'
  | 'contact'
  | 'service_ticket'
  | 'strategy'
  | 'strategy_run'
  | 'plan'
  | 'plan_run'
  | 'template'
  | 'send_layout';

export interface Change {
  readonly table: JournalTable;
  /** Business key of the row. */
  readonly rowKey: Readonly<Record<string, string | number | readonly number[]>>;
  readonly field: string;
  /** null: there was, or is to be, no value. */
  readonly before: string | null;
  readonly after: string | null;
  /** The entry it is a part of: it is taken back and brought again with that one, and not listed beside it. */
  readonly partOf?: number;
}

/** Notes a change and returns the number of its entry. The change itself is made by who records it. */
export type Recorder = (change: Change) => number;

export interface Act {
  /** The method that asked: 'customers.edit' … */
  readonly reason: string;
  /** An instant with Z. */
  readonly now: string;
}

export interface JournalEntry {
  readonly edit: number;
  readonly at: string;
  readonly reason: string;
  /** What was changed, in words people know: a customer's name, order numbers, a setting. */
  readonly subject: string;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly undone: boolean;
}

function keyText(rowKey: Change['rowKey']): string {
  const sorted = Object.keys(rowKey).sort();
  return JSON.stringify(Object.fromEntries(sorted.map((name) => [name, rowKey[name]])));
}

/** Within a transaction of an import: what it says about people beside their orders. */
export function recorderFor(writing: Writing, act: Act): Recorder {
  return (change) => {
    const entry = {
      editedAt: act.now,
      reason: act.reason,
      tableName: change.table,
      rowKey: keyText(change.rowKey),
      field: change.field,
      before: change.before,
      after: change.after,
      partOf: change.partOf ?? null,
    };
    return tablesOf(writing).insert(journal).values(entry).returning({ editId: journal.editId }).get().editId;
  };
}

/** The only way for people's acts to write: one transaction, with what was changed on record. */
export function write<Result>(ledger: Reading, act: Act, work: (writing: Writing, record: Recorder) => Result): Result {
  return transact(ledger, (writing) => work(writing, recorderFor(writing, act)));
}

/** What their entries say stands in the subject, or is no text for people. */
const wordless: ReadonlySet<string> = new Set([
  'identity_decision',
  'review_later',
  'person_fact',
  'follow_up',
  'care_rule',
  'service_ticket',
  'strategy',
  'strategy_run',
  'plan',
  'plan_run',
  'template',
  'send_layout',
]);

/** Newest first. */
export function listJournal(
  reading: Reading,
  window: { readonly from: number; readonly count: number },
): { total: number; entries: JournalEntry[] } {
  const tables = tablesOf(reading);
  const total = tables.select({ total: count() }).from(journal).where(isNull(journal.partOf)).get()?.total ?? 0;
  const rows = tables
    .select()
    .from(journal)
    .where(isNull(journal.partOf))
    .orderBy(desc(journal.editId))
    .limit(window.count)
    .offset(window.from)
    .all();
  const entries = rows.map((row) => ({
    edit: row.editId,
    at: row.editedAt,
    reason: row.reason,
    subject: subjectOf(reading, row),
    // 'tag:3' is a tag, 'field:3' a field.
    field: row.field.replace(/:.*/, ''),
    before: wordless.has(row.tableName) ? null : markSaid(reading, row, row.before),
    after: wordless.has(row.tableName) ? null : markSaid(reading, row, row.after),
    undone: row.undoneAt !== null,
  }));
  return { total, entries };
}

/** One entry as stored. Throws `edit-unknown`. */
export function journalEntry(reading: Reading, edit: number): typeof journal.$inferSelect {
  const row = tablesOf(reading).select().from(journal).where(eq(journal.editId, edit)).get();
  if (row === undefined) throw new Problem('edit-unknown', { edit: String(edit) });
  return row;
}

/** The newest entry of a field that is not undone: what the field is now. null = no value. */
export function standingEntry(
  reading: Reading,
  of: { readonly tableName: string; readonly rowKey: string; readonly field: string },
): typeof journal.$inferSelect | null {
  const row = tablesOf(reading)
    .select()
    .from(journal)
    .where(
      and(
        eq(journal.tableName, of.tableName),
        eq(journal.rowKey, of.rowKey),
        eq(journal.field, of.field),
        isNull(journal.undoneAt),
      ),
    )
    .orderBy(desc(journal.editId))
    .limit(1)
    .get();
  return row ?? null;
}
