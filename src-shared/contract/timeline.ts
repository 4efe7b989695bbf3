/** Everything that happened with a person, on one line of time. */

import { z } from 'zod';
import { serviceKinds } from './after-sales.ts';
import { contactChannelSchema, outcomes } from './follow-ups.ts';
import { method } from './method.ts';
import { countSchema, idSchema, minorSchema, orderStatusSchema, windowSchema } from './schemas.ts';

/**
 * Kinds of what happens with somebody. `contact`: they were called or written to. `ticket`: something was opened with them, or settled. `file`: an
 * import that brought orders of theirs. `who`: put together, taken apart. `note`: names and notes. `tag`, `field`: given or taken, one by one, with many, or by
 * a file. `level`: reached, lost, given by hand. `lead`: went to a stage.
 */
export const timelineKinds = [
  'order',
  'refund',
  'contact',
  'ticket',
  'file',
  'who',
  'note',
  'wish',
  'relation',
  'tag',
  'field',
  'level',
  'lead',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

export const timelineEntrySchema = z.object({
  kind: z.enum(timelineKinds),
  /** Unique within the person's timeline. */
  key: z.string(),
  /** The shop's day or wall time of an order; an instant with Z of what was done in this program; null: no file says. */
  at: z.string().nullable(),
  /** What was bought; the file; what was written or said; what a ticket is about, or how it ended. */
  text: z.string(),
  /** Of orders and refunds. */
  order: idSchema.nullable(),
  status: orderStatusSchema.nullable(),
  amountMinor: minorSchema.nullable(),
  currency: z.string().nullable(),
  /** `sent`: a text that went out to many. */
  contact: z
    .object({ outcome: z.enum([...outcomes, 'snoozed', 'sent']), channel: contactChannelSchema.nullable() })
    .nullable(),
  /** `isClosed`: it was settled that day; else opened. */
  ticket: z.object({ about: z.enum(serviceKinds), isClosed: z.boolean() }).nullable(),
  /** Of `file`: so many orders of theirs. */
  orders: countSchema.nullable(),
  batch: idSchema.nullable(),
  /** What was done by hand: the method that asked, and the journal's number, for taking it back. Of `level` by rule: 'reached', 'kept' or 'lowered'. */
  reason: z.string().nullable(),
  edit: idSchema.nullable(),
  /** It was taken back. */
  undone: z.boolean(),
});
export type TimelineEntry = z.output<typeof timelineEntrySchema>;

export const timelineMethods = {
  /** Newest first; what has no day comes last. */
  'customers.timeline': method(
    z.object({
      customer: idSchema,
      /** Only these. Default: all. */
      kinds: z.array(z.enum(timelineKinds)).min(1).optional(),
      window: windowSchema,
    }),
    z.object({
      /** Of the kinds asked for. */
      total: countSchema,
      /** Of every kind, whatever was asked for. */
      counts: z.record(z.enum(timelineKinds), countSchema),
      entries: z.array(timelineEntrySchema),
    }),
  ),
};
