/** The table of `0023-plans.sql` as drizzle sees it: plans. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const plan = sqliteTable('plan', {
  planId: integer('plan_id').primaryKey(),
  content: text('content').notNull(),
  editId: integer('edit_id').notNull(),
});
