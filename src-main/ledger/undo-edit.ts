/** Takes a person's act back, or brings it again: each table of the journal has its way here. The rule stands in `journal.ts`. */

import { eq, inArray, or } from 'drizzle-orm';
import { quietReasons } from '../../src-shared/contract/coverage.ts';
import { editableFields } from '../../src-shared/contract/customers.ts';
import type { IdentityKey } from '../../src-shared/identity.ts';
import { settleBulk, standingWord } from './bulk/settle-bulk.ts';
import { storeQuiet } from './coverage.ts';
import { storeEdit } from './customer-edits.ts';
import { storeRule } from './exclusions/apply-rules.ts';
import { storeField } from './fields/stored-fields.ts';
import { storeServiceTicket } from './follow-ups/after-sale-tickets.ts';
import { storeCareRule } from './follow-ups/care-rules.ts';
import { storeFollowUp } from './follow-ups/stored-follow-ups.ts';
import { decisionsIn, dropDecisions, keysOfDecisions, storeDecisions } from './identity-decisions.ts';
import { journalEntry, standingEntry } from './journal.ts';
import { customerOfIdentity, type RowKey, readRowKey } from './journal-subject.ts';
import { storePlan } from './plans/stored-plans.ts';
import { settleFact } from './profile/person-facts.ts';
import { storePutOff } from './put-off.ts';
import { refreshCustomers } from './refresh-customers.ts';
import { journal, splitMark, tablesOf } from './schema/tables.ts';
import { storeSegment } from './segments/stored-segments.ts';
import { storeSetting } from './settings.ts';
import { storeStrategy } from './strategies/stored-strategies.ts';
import { settleMadeTag } from './tags/made-tags.ts';
import { storeMark, storeTag } from './tags/stored-tags.ts';
import { storeSendLayout } from './templates/send-layouts.ts';
import { storeTemplate } from './templates/stored-templates.ts';
import { type Reading, transact, type Writing } from './transaction.ts';
import { storeView } from './views/stored-views.ts';

export interface UndoOptions {
  /** An instant with Z. */
  readonly now: string;
  /** Works out anew whose the orders are; needed where a split is taken back. Importing knows how, the ledger does not. */
  readonly rematchOrders: (writing: Writing, orderIds: readonly number[]) => void;
  /** Gives a row put aside to an order, or takes it back; lets it go, or makes it wait again. Importing knows how. */
  readonly settleAside: (
    writing: Writing,
    table: 'source_row' | 'row_aside',
    place: { readonly file: number; readonly row: number },
    after: string | null,
    now: string,
  ) => void;
  /** The same for a decision about who is who. */
  readonly rematchKeys: (writing: Writing, keys: readonly IdentityKey[]) => void;
}

type Entry = typeof journal.$inferSelect;

function settleCustomerEdit(writing: Writing, entry: Entry): void {
  const { kind, value } = readRowKey(entry.rowKey);
  const field = editableFields.find((known) => known === entry.field);
  if (kind === null || field === undefined) throw new Error(`journal entry ${entry.editId} names no edit`);
  const standing = standingWord(writing, { kind, value, field });
  const content = standing?.after ?? null;
  const edit = standing === null || content === null ? null : { id: standing.edit, content };
  storeEdit(writing, { kind, value, field }, edit);
  const customerId = customerOfIdentity(writing, kind, value);
  if (customerId !== null) refreshCustomers(writing, [customerId]);
}

function settleMark(writing: Writing, entry: Entry): void {
  const { kind, value } = readRowKey(entry.rowKey);
  if (kind === null) throw new Error(`journal entry ${entry.editId} names nobody`);
  const place = { kind, value, field: entry.field };
  const stands = standingWord(writing, place);
  const content = stands?.after ?? null;
  storeMark(writing, place, stands === null || content === null ? null : { edit: stands.edit, content });
}

/** A split names several orders, and a later split may name some of them again: each order takes its newest standing mark. */
function settleSplit(writing: Writing, entry: Entry, options: UndoOptions): void {
  const { orders } = readRowKey(entry.rowKey);
  const tables = tablesOf(writing);
  const splits = tables.select().from(journal).where(eq(journal.tableName, 'split_mark')).orderBy(journal.editId).all();
  const marks = new Map<number, string | null>();
  for (const split of splits) {
    if (split.undoneAt !== null) continue;
    for (const order of readRowKey(split.rowKey).orders) marks.set(order, split.after);
  }
  tables.delete(splitMark).where(inArray(splitMark.orderId, orders)).run();
  for (const orderId of orders) {
    const mark = marks.get(orderId) ?? null;
    if (mark !== null) tables.insert(splitMark).values({ orderId, mark }).run();
  }
  options.rematchOrders(writing, orders);
}

/** Decisions stand beside one another, each with its act. */
function settleDecisions(writing: Writing, entry: Entry, options: UndoOptions): void {
  const decisions = decisionsIn(entry.after ?? '[]');
  dropDecisions(writing, entry.editId);
  if (journalEntry(writing, entry.editId).undoneAt === null) storeDecisions(writing, entry.editId, decisions);
  options.rematchKeys(writing, keysOfDecisions(decisions));
}

/** What a thing kept as JSON says now; null: it is not there. */
function standingContent(writing: Writing, entry: Entry): { content: string; edit: number } | null {
  const stands = standingEntry(writing, entry);
  const content = stands?.after ?? null;
  return stands === null || content === null ? null : { content, edit: stands.editId };
}

/** Things kept as JSON under a number of their own: their content is what the journal says, or they are gone. */
const numbered: Readonly<
  Record<string, (writing: Writing, key: RowKey, stands: { content: string; edit: number } | null) => void>
> = {
  exclusion_rule: (writing, { rule }, stands) => storeRule(writing, rule, stands),
  segment: (writing, { segment }, stands) => storeSegment(writing, segment, stands),
  tag: (writing, { tag }, stands) => storeTag(writing, tag, stands),
  custom_field: (writing, { customField }, stands) => storeField(writing, customField, stands),
  saved_view: (writing, { savedView }, stands) => storeView(writing, savedView, stands),
  care_rule: (writing, { careRule }, stands) => storeCareRule(writing, careRule, stands),
  strategy: (writing, { strategy }, stands) => storeStrategy(writing, strategy, stands),
  plan: (writing, { plan }, stands) => storePlan(writing, plan, stands),
  template: (writing, { template }, stands) => storeTemplate(writing, template, stands),
  send_layout: (writing, { layout }, stands) => storeSendLayout(writing, layout, stands),
  follow_up: (writing, { kind, value, followUp, origin }, stands) =>
    storeFollowUp(writing, { followUp, origin, kind: named(kind), value }, stands),
  service_ticket: (writing, { kind, value, ticket }, stands) =>
    storeServiceTicket(writing, { ticket, kind: named(kind), value }, stands),
};

/** Contacts of many, and runs of strategies and plans, count while their entry does: the views `contacted` and `standing_run` look at the journal. */
const byTheJournal: ReadonlySet<string> = new Set(['contact', 'strategy_run', 'plan_run']);

function named(kind: RowKey['kind']): Exclude<RowKey['kind'], null> {
  if (kind === null) throw new Error('a journal entry names nobody');
  return kind;
}

/** Makes the field what the journal now says it is. */
function settle(writing: Writing, entry: Entry, options: UndoOptions): void {
  const store = numbered[entry.tableName];
  if (store !== undefined) {
    store(writing, readRowKey(entry.rowKey), standingContent(writing, entry));
    return;
  }
  if (byTheJournal.has(entry.tableName)) return;
  switch (entry.tableName) {
    case 'customer_edit':
      settleCustomerEdit(writing, entry);
      break;
    case 'split_mark':
      settleSplit(writing, entry, options);
      break;
    case 'source_row':
    case 'row_aside': {
      const { file, row } = readRowKey(entry.rowKey);
      options.settleAside(
        writing,
        entry.tableName,
        { file, row },
        standingEntry(writing, entry)?.after ?? null,
        options.now,
      );
      break;
    }
    case 'identity_decision':
      settleDecisions(writing, entry, options);
      break;
    case 'review_later': {
      const stands = standingEntry(writing, entry);
      const edit = stands === null || stands.after === null ? null : stands.editId;
      storePutOff(writing, readRowKey(entry.rowKey).group, edit);
      break;
    }
    case 'setting':
      storeSetting(writing, readRowKey(entry.rowKey).name, standingEntry(writing, entry)?.after ?? null);
      break;
    case 'person_fact':
      settleFact(writing, entry);
      break;
    case 'customer_mark':
      settleMark(writing, entry);
      break;
    case 'bulk_edit':
      settleBulk(writing, entry.editId);
      break;
    case 'quiet_span': {
      const reason = quietReasons.find((known) => known === standingEntry(writing, entry)?.after) ?? null;
      storeQuiet(writing, readRowKey(entry.rowKey), reason);
      break;
    }
    default:
      throw new Error(`no way back for ${entry.tableName}`);
  }
}

function mark(ledger: Reading, edit: number, undoneAt: string | null, options: UndoOptions): void {
  transact(ledger, (writing) => {
    const entry = journalEntry(writing, edit);
    if ((entry.undoneAt === null) === (undoneAt === null)) return;
    const tables = tablesOf(writing);
    tables
      .update(journal)
      .set({ undoneAt })
      .where(or(eq(journal.editId, edit), eq(journal.partOf, edit)))
      .run();
    settle(writing, entry, options);
    for (const part of tables.select().from(journal).where(eq(journal.partOf, edit)).all())
      settle(writing, part, options);
    const tag = /^tag:(\d+)$/.exec(entry.field)?.[1];
    if (tag !== undefined) settleMadeTag(writing, Number(tag), options.now);
  });
}

/** Throws `edit-unknown`. Undoing what is undone does nothing. */
export function undoEdit(ledger: Reading, edit: number, options: UndoOptions): void {
  mark(ledger, edit, options.now, options);
}

/** Brings an undone act again. A later edit of the same field still wins. */
export function redoEdit(ledger: Reading, edit: number, options: UndoOptions): void {
  mark(ledger, edit, null, options);
}
