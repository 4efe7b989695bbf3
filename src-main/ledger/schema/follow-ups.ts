/** Tables of `0015-follow-ups.sql` as drizzle sees them: rules of care, follow-ups, contacts of many, service tickets. */

import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { identityKinds } from '../../../src-shared/identity.ts';

export const careRule = sqliteTable('care_rule', {
  ruleId: integer('rule_id').primaryKey(),
  content: text('content').notNull(),
  editId: integer('edit_id').notNull(),
});

export const followUp = sqliteTable('follow_up', {
  followUpId: integer('follow_up_id').primaryKey(),
  origin: text('origin').notNull(),
  kind: text('kind', { enum: identityKinds }).notNull(),
  value: text('value').notNull(),
  content: text('content').notNull(),
  editId: integer('edit_id').notNull(),
  state: text('state').generatedAlwaysAs("content ->> '$.state'"),
  day: text('day').generatedAlwaysAs("content ->> '$.day'"),
});

export const contact = sqliteTable(
  'contact',
  {
    editId: integer('edit_id').notNull(),
    kind: text('kind', { enum: identityKinds }).notNull(),
    value: text('value').notNull(),
    day: text('day').notNull(),
    channel: text('channel').notNull(),
    about: text('about').notNull(),
  },
  (table) => [primaryKey({ columns: [table.editId, table.kind, table.value] })],
);

export const serviceTicket = sqliteTable('service_ticket', {
  ticketId: integer('ticket_id').primaryKey(),
  kind: text('kind', { enum: identityKinds }).notNull(),
  value: text('value').notNull(),
  content: text('content').notNull(),
  editId: integer('edit_id').notNull(),
  state: text('state').generatedAlwaysAs("iif(content ->> '$.closed' is null, 'open', 'closed')"),
});
