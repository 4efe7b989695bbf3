/** Tables of `0018-templates.sql` as drizzle sees them: texts for many people, and the columns of send lists. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const template = sqliteTable('template', {
  templateId: integer('template_id').primaryKey(),
  content: text('content').notNull(),
  editId: integer('edit_id').notNull(),
});

export const sendLayout = sqliteTable('send_layout', {
  layoutId: integer('layout_id').primaryKey(),
  content: text('content').notNull(),
  editId: integer('edit_id').notNull(),
});
