/**
 * What the owner knows about a person beside their orders: how they want to be reached, which phones and addresses are good no longer, who
 * belongs to them and which days matter; and everything that happened with them, on one line of time.
 */

import { z } from 'zod';
import { method } from './method.ts';
import { occasionDateSchema } from './occasions.ts';
import { countSchema, daySchema, idSchema, minorSchema, orderStatusSchema, windowSchema } from './schemas.ts';

/** Ways of reaching somebody that they may prefer. */
export const wishChannels = ['phone', 'sms', 'wechat', 'email', 'marketplace'] as const;

const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const wishesSchema = z.object({
  /** They are not to be called nor written to. */
  optOut: z.boolean(),
  /** From when to when they are not to be disturbed, 'HH:MM'; may run over midnight. */
  quiet: z.object({ from: clockSchema, to: clockSchema }).nullable(),
  channel: z.enum(wishChannels).nullable(),
});
export type Wishes = z.output<typeof wishesSchema>;
export const noWishes: Wishes = { optOut: false, quiet: null, channel: null };

/** `wrong`: nobody, or somebody else, answers there. `old`: they moved. */
export const pointMarks = ['wrong', 'old'] as const;
export type PointMark = (typeof pointMarks)[number];

/** As it is kept; `value`: the number or the address itself. */
export const markedPointSchema = z.object({ mark: z.enum(pointMarks), value: z.string() });

export const relationKinds = ['self', 'partner', 'child', 'parent', 'family', 'friend', 'other'] as const;
export const occasionKinds = ['birthday', 'anniversary', 'other'] as const;

/** Somebody of theirs (or they themselves), perhaps with a day that matters every year. */
export const relationSchema = z.object({
  relation: z.enum(relationKinds),
  /** '' of themselves, or where the relation says it. */
  name: z.string().trim().max(60),
  /** null: no day is known. */
  date: z.object({ occasion: z.enum(occasionKinds), on: occasionDateSchema }).nullable(),
  /** What they like, what to mind. */
  note: z.string().trim().max(500),
});
export type Relation = z.output<typeof relationSchema>;

/**
 * Kinds of what happens with somebody. `file`: an import that brought orders of theirs. `who`: put together, taken apart. `note`: names and notes. `contact`: a
 * call, a text. `ticket`: a service ticket. `tag`, `field`: given or taken, one by one, with many, or by a file. `level`: reached, lost, given by hand. `lead`: went to
 * a stage.
 */
export const timelineKinds = [
  'order',
  'refund',
  'file',
  'who',
  'note',
  'wish',
  'relation',
  'contact',
  'ticket',
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
  /** What was bought; the file; what was written. */
  text: z.string(),
  /** Of orders and refunds. */
  order: idSchema.nullable(),
  status: orderStatusSchema.nullable(),
  amountMinor: minorSchema.nullable(),
  currency: z.string().nullable(),
  /** Of `file`: so many orders of theirs. */
  orders: countSchema.nullable(),
  batch: idSchema.nullable(),
  /** Of `contact`: by what way. */
  channel: z.string().nullable(),
  /**
   * What was done by hand: the method that asked, and the journal's number, for taking it back. Of `contact`: what came of it; of `level` by rule: 'reached', 'kept' or
   * 'lowered'; of `ticket`: 'opened' or 'closed'.
   */
  reason: z.string().nullable(),
  edit: idSchema.nullable(),
  /** It was taken back. */
  undone: z.boolean(),
});
export type TimelineEntry = z.output<typeof timelineEntrySchema>;

const edited = z.object({ edit: idSchema });

export const profileMethods = {
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
  /** Wishes, people and days. `on`: from which day the next ones are looked for. The nearest day first, those without one last. */
  'customers.about': method(
    z.object({ customer: idSchema, on: daySchema }),
    z.object({
      wishes: wishesSchema,
      relations: z.array(
        relationSchema.extend({
          relationId: z.string(),
          /** The next time, that day included; null: none within the years that are known. */
          next: z.object({ day: z.string(), days: countSchema, turns: countSchema.nullable() }).nullable(),
        }),
      ),
    }),
  ),
  /** Sets all wishes at once. Throws `customer-unknown`. */
  'customers.wish': method(z.object({ customer: idSchema, wishes: wishesSchema }), edited),
  /** Marks a contact point of `identities.contacts`; null takes the mark away. Throws `customer-unknown`, `contact-unknown`. */
  'customers.markPoint': method(
    z.object({ customer: idSchema, point: z.string().min(1).max(64), mark: z.enum(pointMarks).nullable() }),
    edited,
  ),
  /** Adds somebody (without `relationId`), changes them, or takes them away (`content` null). */
  'customers.relate': method(
    z.object({
      customer: idSchema,
      relationId: z.string().min(1).max(40).optional(),
      content: relationSchema.nullable(),
    }),
    edited.extend({ relationId: z.string() }),
  ),
};
