/** Tables of `0017-fields-and-views.sql` as drizzle sees them: fields of the owner's own, and saved views. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const customField = sqliteTable('custom_field', {
  fieldId: integer('field_id').primaryKey(),
  content: text('content').notNull(),
  editId: integer('edit_id').notNull(),
});

export const savedView = sqliteTable('saved_view', {
  viewId: integer('view_id').primaryKey(),
  content: text('content').notNull(),
  editId: integer('edit_id').notNull(),
});
