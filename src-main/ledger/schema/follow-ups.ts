/** Tables of `0015-follow-ups.sql` and `0022-care-holdout.sql` as drizzle sees them: rules of care, follow-ups, contacts of many, service tickets; who is let be. */

import { index, integer, primaryKey, real, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
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

export const careDraw = sqliteTable(
  'care_draw',
  {
    drawId: integer('draw_id').primaryKey(),
    ruleId: integer('rule_id').notNull(),
    kind: text('kind', { enum: identityKinds }).notNull(),
    value: text('value').notNull(),
    arm: text('arm', { enum: ['contacted', 'held'] }).notNull(),
    stratum: text('stratum').notNull(),
    share: real('share').notNull(),
  },
  (table) => [unique().on(table.ruleId, table.kind, table.value)],
);

export const careOccurrence = sqliteTable(
  'care_occurrence',
  {
    ruleId: integer('rule_id').notNull(),
    origin: text('origin').notNull(),
    drawId: integer('draw_id').notNull(),
    fromDay: text('from_day').notNull(),
  },
  (table) => [primaryKey({ columns: [table.ruleId, table.origin] }), index('care_occurrence_by_draw').on(table.drawId)],
);
