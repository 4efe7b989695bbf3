/** Tables of `0019-strategies.sql` as drizzle sees them: strategies, their runs, who was in them. */

import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { identityKinds } from '../../../src-shared/identity.ts';

export const strategy = sqliteTable('strategy', {
  strategyId: integer('strategy_id').primaryKey(),
  content: text('content').notNull(),
  editId: integer('edit_id').notNull(),
});

export const strategyRun = sqliteTable(
  'strategy_run',
  {
    runId: integer('run_id').primaryKey(),
    strategyId: integer('strategy_id').notNull(),
    content: text('content').notNull(),
    editId: integer('edit_id').notNull(),
  },
  (table) => [index('strategy_run_by_strategy').on(table.strategyId)],
);

export const strategyMember = sqliteTable(
  'strategy_member',
  {
    runId: integer('run_id').notNull(),
    kind: text('kind', { enum: identityKinds }).notNull(),
    value: text('value').notNull(),
    arm: text('arm', { enum: ['contacted', 'held'] }).notNull(),
    stratum: text('stratum').notNull(),
    drawnIn: integer('drawn_in').notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.kind, table.value] })],
);
