/** Tables of `0013-tags-and-bulk-edits.sql` and `0016-levels-by-hand.sql` as drizzle sees them: tags, whom they hang on, changes of many people at once. */

import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { identityKinds } from '../../../src-shared/identity.ts';

export const tag = sqliteTable('tag', {
  tagId: integer('tag_id').primaryKey(),
  content: text('content').notNull(),
  editId: integer('edit_id').notNull(),
});

export const customerMark = sqliteTable(
  'customer_mark',
  {
    field: text('field').notNull(),
    kind: text('kind', { enum: identityKinds }).notNull(),
    value: text('value').notNull(),
    editId: integer('edit_id').notNull(),
    content: text('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.field, table.kind, table.value] })],
);

export const bulkRow = sqliteTable(
  'bulk_row',
  {
    editId: integer('edit_id').notNull(),
    field: text('field').notNull(),
    kind: text('kind', { enum: identityKinds }).notNull(),
    value: text('value').notNull(),
    before: text('before'),
    after: text('after'),
  },
  (table) => [primaryKey({ columns: [table.editId, table.field, table.kind, table.value] })],
);
