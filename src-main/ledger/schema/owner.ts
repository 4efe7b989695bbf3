/** Tables of `0003-owner-edits.sql` and `0007-who-is-who.sql` as drizzle sees them: edits, split marks, decisions, the journal, settings. */

import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { editableFields } from '../../../src-shared/contract/customers.ts';
import { choiceFields, identityKinds, verdicts } from '../../../src-shared/identity.ts';

export const customerEdit = sqliteTable(
  'customer_edit',
  {
    kind: text('kind', { enum: identityKinds }).notNull(),
    value: text('value').notNull(),
    field: text('field', { enum: editableFields }).notNull(),
    editId: integer('edit_id').notNull(),
    content: text('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.value, table.field] })],
);

export const splitMark = sqliteTable('split_mark', {
  orderId: integer('order_id').primaryKey(),
  mark: text('mark').notNull(),
});

export const identityDecision = sqliteTable(
  'identity_decision',
  {
    editId: integer('edit_id').notNull(),
    nth: integer('nth').notNull(),
    verdict: text('verdict', { enum: verdicts }).notNull(),
    side: integer('side').notNull(),
    kind: text('kind', { enum: identityKinds }).notNull(),
    value: text('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.editId, table.nth, table.side, table.kind, table.value] })],
);

export const decisionChoice = sqliteTable(
  'decision_choice',
  {
    editId: integer('edit_id').notNull(),
    nth: integer('nth').notNull(),
    field: text('field', { enum: choiceFields }).notNull(),
    content: text('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.editId, table.nth, table.field] })],
);

export const journal = sqliteTable('journal', {
  editId: integer('edit_id').primaryKey({ autoIncrement: true }),
  editedAt: text('edited_at').notNull(),
  reason: text('reason').notNull(),
  tableName: text('table_name').notNull(),
  rowKey: text('row_key').notNull(),
  field: text('field').notNull(),
  before: text('before'),
  after: text('after'),
  undoneAt: text('undone_at'),
});

export const setting = sqliteTable('setting', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});

export const ledgerState = sqliteTable('ledger_state', {
  name: text('name').primaryKey(),
  value: integer('value').notNull(),
});
