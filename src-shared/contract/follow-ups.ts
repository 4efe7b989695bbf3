/**
 * Follow-ups (回访): whom to contact on which day, why, and what came of it. Planned by hand, or suggested by the rules of care
 * (`care-rules.ts`); a suggestion becomes a follow-up when somebody acts on it. It may go on over several contacts.
 */

import { z } from 'zod';
import { daysBetween } from '../day.ts';
import { tierBasisSchema } from './customers.ts';
import { method } from './method.ts';
import { occasionKinds, relationKinds, wishChannels } from './profiles.ts';
import { countSchema, daySchema, idSchema, minorSchema, tierSchema } from './schemas.ts';

/** How somebody is contacted: as they may wish, or by letter. */
export const contactChannels = [...wishChannels, 'post'] as const;
export type ContactChannel = (typeof contactChannels)[number];
export const contactChannelSchema = z.enum(contactChannels);

/** What came of a contact. `never`: they do not want to hear from the shop any more, and are not contacted again. */
export const outcomes = ['talked', 'noAnswer', 'willBuy', 'ordered', 'never'] as const;
export type Outcome = (typeof outcomes)[number];

/** Kinds of reasons, in the order in which they are shown. */
export const reasonKinds = [
  'renew',
  'after',
  'dormant',
  'occasion',
  'refund',
  'unpaid',
  'cycle',
  'tier',
  'level',
  'hand',
] as const;
export type ReasonKind = (typeof reasonKinds)[number];

const orderSchema = z.object({
  order: idSchema,
  /** The order's own, as text. */
  number: z.string(),
  day: daySchema,
  /** What was bought, in its first line; null: no file says. */
  item: z.string().nullable(),
});

/** Why somebody is to be contacted, with what it goes by. */
export const reasonSchema = z.discriminatedUnion('kind', [
  /** The owner said so. */
  z.object({ kind: z.literal('hand') }),
  /** So many days after an order was paid, sent, received. `first`: it was their first. */
  z.object({
    kind: z.literal('after'),
    what: z.enum(['paid', 'shipped', 'received']),
    at: daySchema,
    days: countSchema,
    first: z.boolean(),
    of: orderSchema,
  }),
  /** They buy every `everyDays` (the middle of `gaps`), and it is time again. */
  z.object({
    kind: z.literal('renew'),
    everyDays: countSchema,
    gaps: countSchema,
    sinceDays: countSchema,
    of: orderSchema,
  }),
  z.object({ kind: z.literal('dormant'), sinceDays: countSchema, purchases: countSchema, of: orderSchema }),
  /** `on`: the day itself. `turns`: how old, or how many years. */
  z.object({
    kind: z.literal('occasion'),
    occasion: z.enum(occasionKinds),
    relation: z.enum(relationKinds),
    name: z.string(),
    on: daySchema,
    turns: countSchema.nullable(),
    lunar: z.boolean(),
  }),
  /** Money of an order went back, or a ticket was closed, on `at`. */
  z.object({
    kind: z.literal('refund'),
    at: daySchema,
    days: countSchema,
    minor: minorSchema.nullable(),
    of: orderSchema.nullable(),
  }),
  z.object({ kind: z.literal('unpaid'), days: countSchema, minor: minorSchema.nullable(), of: orderSchema }),
  /** A thing that wants a new one, or service, every so many days. */
  z.object({ kind: z.literal('cycle'), everyDays: countSchema, of: orderSchema }),
  /** They came into a tier since the day. */
  z.object({ kind: z.literal('tier'), tier: tierSchema, from: tierSchema.nullable(), since: daySchema }),
  /** Their level changed on `at`; levels by the names they had. null: none. */
  z.object({
    kind: z.literal('level'),
    how: z.enum(['raised', 'lowered']),
    level: z.string().nullable(),
    from: z.string().nullable(),
    at: daySchema,
  }),
]);
export type Reason = z.output<typeof reasonSchema>;

/** Comes again after it is done: every so many days, weeks, months or years, by the calendar it was planned in. */
export const repeatSchema = z.object({
  every: z.number().int().min(1).max(365),
  unit: z.enum(['day', 'week', 'month', 'year']),
  calendar: z.enum(['solar', 'lunar']),
  /** The first day of all, whose date it keeps, and how many times it has come since. Without them: the day it stands on is the first. */
  from: daySchema.optional(),
  turn: countSchema.optional(),
});
export type Repeat = z.output<typeof repeatSchema>;

export const logEntrySchema = z.object({
  /** An instant with Z, and the shop's day it was. */
  at: z.string(),
  day: daySchema,
  /** `snoozed`: nobody was contacted, it was put off. */
  outcome: z.enum([...outcomes, 'snoozed']),
  channel: contactChannelSchema.nullable(),
  note: z.string().max(1000),
});
export type LogEntry = z.output<typeof logEntrySchema>;

export const followUpContentSchema = z.object({
  /** `dropped`: will not be done. */
  state: z.enum(['open', 'done', 'dropped']),
  /** When it is due: of one that is done, the day it was. */
  day: daySchema,
  reason: reasonSchema,
  /** The rule that suggested it. */
  rule: idSchema.nullable(),
  channel: contactChannelSchema.nullable(),
  /** What to say or to mind. */
  note: z.string().trim().max(1000),
  repeat: repeatSchema.nullable(),
  log: z.array(logEntrySchema),
});
export type FollowUpContent = z.output<typeof followUpContentSchema>;

/** Why somebody is not contacted now. In the order in which they are said. */
export const heldReasons = ['optOut', 'dispute', 'holdout', 'justOrdered', 'tooOften', 'quietHours'] as const;
export type HeldReason = (typeof heldReasons)[number];

/** `until`: from that day on it holds no longer; null: until somebody changes it. `what`: the order, ticket, number it goes by. */
export const heldSchema = z.object({ why: z.enum(heldReasons), until: daySchema.nullable(), what: z.string() });
export type Held = z.output<typeof heldSchema>;

/** `phone`: a whole number; `marketplace`: by nick or order number in the marketplace's own back office; `post`: a letter. */
export const reaches = ['phone', 'marketplace', 'post', 'none'] as const;
export type Reach = (typeof reaches)[number];

/** What the comparison of a rule says, once it does. `none`: whatever it brings, it is fewer than five buyers among 100. */
export const measuredSchema = z.object({
  verdict: z.enum(['more', 'less', 'none']),
  /** So many more of 100 bought for its sake, each time it arose. */
  buyersOf100: z.number(),
  /** It was seen in so many people. */
  people: countSchema,
});
export type Measured = z.output<typeof measuredSchema>;

/** One that waits on a day. */
export const dueSchema = z.object({
  /** Names it in acts. */
  origin: z.string(),
  /** null: a suggestion that nobody acted on. */
  followUp: idSchema.nullable(),
  customer: idSchema,
  name: z.string(),
  place: z.string().nullable(),
  /** What they are called on the marketplace. */
  nick: z.string().nullable(),
  tier: tierSchema.nullable(),
  /** The day it was planned for, or became due. */
  due: daySchema,
  /** The day it stands on, when the days' capacity is minded. */
  day: daySchema,
  reason: reasonSchema,
  rule: idSchema.nullable(),
  channel: contactChannelSchema,
  reach: z.enum(reaches),
  note: z.string(),
  /** How it comes again once it is done. */
  repeat: repeatSchema.nullable(),
  /** 0 … 1: that they buy within 30 days; null: nothing to go by. An estimate. */
  chance: z.number().nullable(),
  /** What such a purchase would come to, an estimate; null likewise. */
  worthMinor: minorSchema.nullable(),
  /** What its rule brings, where a comparison has told it: then that stands in place of the chance. null: it has not. */
  measured: measuredSchema.nullable(),
  /** chance × worth, or what was measured × worth: what it goes by in the order of the day. Measured to bring nothing, it stands at the end. */
  stakeMinor: minorSchema.nullable(),
  /** Contacts so far. */
  log: z.array(logEntrySchema),
  /** Others of the same person on the same day. */
  also: countSchema,
});
export type Due = z.output<typeof dueSchema>;

const basisSchema = tierBasisSchema;
const edited = z.object({ edit: idSchema });
/** Which one: `origin` as it was given, and whose. */
const whichSchema = z.object({ origin: z.string().min(1).max(300), customer: idSchema, basis: basisSchema });

/** `people` is held against `capacity` (0: nobody is contacted): who wait (`planned`) or were contacted, each once. `done`: contacts made. */
export const dayLoadSchema = z.object({
  day: daySchema,
  capacity: countSchema,
  people: countSchema,
  planned: countSchema,
  done: countSchema,
  kinds: z.partialRecord(z.enum(reasonKinds), countSchema),
});
export type DayLoad = z.output<typeof dayLoadSchema>;

export const followUpMethods = {
  /** The list of the day: due, overdue and suggested, best first, up to the day's capacity; then who is held back, who is done, what closed by itself. */
  'followUps.today': method(
    z.object({
      basis: basisSchema,
      /** The moment on the shop's clock, 'HH:MM', or 'now'; for quiet hours. */ clock: z.string().optional(),
    }),
    z.object({
      capacity: countSchema,
      /** A day without follow-ups. */
      rests: z.boolean(),
      currency: z.string(),
      due: z.array(dueSchema),
      /** So many more would be due, and stand on later days. */
      later: countSchema,
      held: z.array(dueSchema.extend({ held: z.array(heldSchema).min(1) })),
      done: z.array(dueSchema.extend({ done: logEntrySchema })),
      /** Would have been due, but bought by themselves within the last week. */
      came: z.array(z.object({ customer: idSchema, name: z.string(), reason: reasonSchema, order: orderSchema })),
      /** Whether anything suggests at all: rules that are on. */
      rules: countSchema,
    }),
  ),
  /** The load of days; days past say what was done. At most 62 days. */
  'followUps.days': method(
    z
      .object({ basis: basisSchema, from: daySchema, to: daySchema })
      .refine(({ from, to }) => from <= to && daysBetween(from, to) < 62),
    z.object({ days: z.array(dayLoadSchema) }),
  ),
  /** Everything of one day: what waits, and what was done. */
  'followUps.day': method(
    z.object({ basis: basisSchema, day: daySchema }),
    z.object({
      due: z.array(dueSchema),
      done: z.array(dueSchema.extend({ done: logEntrySchema })),
      held: z.array(dueSchema.extend({ held: z.array(heldSchema).min(1) })),
    }),
  ),
  /** What is planned with one person, however far ahead, and what was. */
  'followUps.customer': method(
    z.object({ customer: idSchema, basis: basisSchema }),
    z.object({ due: z.array(dueSchema), held: z.array(heldSchema), last: logEntrySchema.nullable() }),
  ),
  /** Plans one by hand. Throws `customer-unknown`. */
  'followUps.plan': method(
    z.object({
      customer: idSchema,
      day: daySchema,
      channel: contactChannelSchema.nullable(),
      note: z.string().trim().max(1000),
      repeat: repeatSchema.nullable(),
    }),
    edited.extend({ followUp: idSchema }),
  ),
  /** A contact and what came of it. `next`: it goes on, on that day; else it is done. `never` is also their wish from now on. Throws `follow-up-unknown`. */
  'followUps.record': method(
    whichSchema.extend({
      outcome: z.enum(outcomes),
      channel: contactChannelSchema.nullable(),
      note: z.string().trim().max(1000),
      next: daySchema.nullable(),
    }),
    edited,
  ),
  /** Puts it on another day. `snoozed`: it was due, and is put off. Throws `follow-up-unknown`. */
  'followUps.move': method(whichSchema.extend({ day: daySchema }), edited),
  /** Will not be done. Throws `follow-up-unknown`. */
  'followUps.drop': method(whichSchema, edited),
  /** The text went out to all of them: contacts that count for the guard. One step. */
  'contacts.sent': method(
    z.object({
      customers: z.array(idSchema).min(1).max(1_000_000),
      day: daySchema,
      channel: contactChannelSchema,
      about: z.string().trim().max(200),
    }),
    edited.extend({ contacts: countSchema }),
  ),
  /** Who of these may not be contacted, and why. */
  'guard.check': method(
    z.object({ customers: z.array(idSchema).max(100_000), on: daySchema, clock: z.string().optional() }),
    z.object({ held: z.array(z.object({ customer: idSchema, name: z.string(), held: z.array(heldSchema).min(1) })) }),
  ),
};
