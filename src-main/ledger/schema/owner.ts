/** Tables of what the owner did, as drizzle sees them (`0003`, `0007`, `0008`, `0012`): edits, split marks, decisions, days without a file, exclusion rules,
 * segments, the journal, settings. */

import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { quietReasons } from '../../../src-shared/contract/coverage.ts';
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

export const personFact = sqliteTable(
  'person_fact',
  {
    kind: text('kind', { enum: identityKinds }).notNull(),
    value: text('value').notNull(),
    topic: text('topic', { enum: ['wishes', 'point', 'relation'] }).notNull(),
    item: text('item').notNull(),
    editId: integer('edit_id').notNull(),
    content: text('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.value, table.topic, table.item] })],
);

export const splitMark = sqliteTable('split_mark', {
  orderId: integer('order_id').primaryKey(),
  mark: text('mark').notNull(),
});

export const quietSpan = sqliteTable(
  'quiet_span',
  {
    shopId: integer('shop_id').notNull(),
    fromDay: text('from_day').notNull(),
    toDay: text('to_day').notNull(),
    reason: text('reason', { enum: quietReasons }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.shopId, table.fromDay, table.toDay] })],
);

export const exclusionRule = sqliteTable('exclusion_rule', {
  ruleId: integer('rule_id').primaryKey(),
  content: text('content').notNull(),
  editId: integer('edit_id').notNull(),
});

export const excludedOrder = sqliteTable(
  'excluded_order',
  {
    orderId: integer('order_id').notNull(),
    ruleId: integer('rule_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.ruleId] })],
);

export const segment = sqliteTable('segment', {
  segmentId: integer('segment_id').primaryKey(),
  content: text('content').notNull(),
  editId: integer('edit_id').notNull(),
});

export const segmentFreeze = sqliteTable('segment_freeze', {
  freezeId: integer('freeze_id').primaryKey(),
  segmentId: integer('segment_id').notNull(),
});

export const segmentMember = sqliteTable(
  'segment_member',
  {
    freezeId: integer('freeze_id').notNull(),
    kind: text('kind', { enum: identityKinds }).notNull(),
    value: text('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.freezeId, table.kind, table.value] })],
);

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

export const reviewLater = sqliteTable('review_later', {
  groupKey: text('group_key').primaryKey(),
  editId: integer('edit_id').notNull(),
});

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
  partOf: integer('part_of'),
});

export const setting = sqliteTable('setting', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});

export const ledgerState = sqliteTable('ledger_state', {
  name: text('name').primaryKey(),
  value: integer('value').notNull(),
});
