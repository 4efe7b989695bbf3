/** Rules of care (关怀规则): when something happened or is due with somebody of a group, they are to be contacted. */

import { z } from 'zod';
import { mostLevels } from '../levels.ts';
import { tierBasisSchema } from './customers.ts';
import { filterNodeSchema } from './filters.ts';
import { contactChannelSchema, dueSchema, measuredSchema } from './follow-ups.ts';
import { method } from './method.ts';
import { occasionKinds } from './profiles.ts';
import { countSchema, daySchema, idSchema, minorSchema, tierSchema } from './schemas.ts';
import { armOrderSchema, strategyResultSchema } from './strategies.ts';

const days = z.number().int().min(0).max(365);
/** A thing whose name has one of these is meant. */
const cycleWordsSchema = z.array(z.string().trim().min(1).max(60)).min(1).max(20);

export const triggerSchema = z.discriminatedUnion('kind', [
  /** So many days after an order was paid, sent, received. `first`: only after their first one. */
  z.object({ kind: z.literal('after'), what: z.enum(['paid', 'shipped', 'received']), days, first: z.boolean() }),
  /** By their own cycle: the middle of at least two gaps, so many days before (negative) or after. */
  z.object({ kind: z.literal('renew'), offset: z.number().int().min(-90).max(90) }),
  /** So many days without a purchase. */
  z.object({ kind: z.literal('dormant'), days: z.number().int().min(7).max(1500) }),
  /** So many days before a day of theirs. */
  z.object({ kind: z.literal('occasion'), occasions: z.array(z.enum(occasionKinds)).min(1), before: days }),
  /** So many days after money went back, or a ticket was closed. */
  z.object({ kind: z.literal('refund'), days }),
  /** An order not paid after so many days. */
  z.object({ kind: z.literal('unpaid'), days }),
  /** So many days after a thing was bought whose name has one of these words. */
  z.object({
    kind: z.literal('cycle'),
    words: cycleWordsSchema,
    days: z.number().int().min(1).max(1500),
  }),
  /** They came into one of these tiers since the month began. */
  z.object({ kind: z.literal('tier'), tiers: z.array(tierSchema).min(1) }),
  /** So many days after they were raised to one of these levels, or fell from one of them. Levels by their numbers. */
  z.object({
    kind: z.literal('level'),
    how: z.enum(['raised', 'lowered']),
    levels: z.array(idSchema).min(1).max(mostLevels),
    days,
  }),
]);
export type Trigger = z.output<typeof triggerSchema>;

export const careRuleContentSchema = z.object({
  name: z.string().trim().min(1).max(60),
  on: z.boolean(),
  trigger: triggerSchema,
  /** Only of these people; null: of everybody. */
  where: filterNodeSchema.nullable(),
  channel: contactChannelSchema.nullable(),
  /** What is said: a template of the owner's; null: whichever suits. */
  template: idSchema.nullable().default(null),
  /** What to say or to mind. */
  note: z.string().trim().max(1000),
  /** How long it stays due, in days. */
  lasts: z.number().int().min(1).max(120),
  /** The same rule lets a person be for so many days. */
  coolDown: z.number().int().min(0).max(365),
  /** Not when they bought since what it goes by. */
  stopsAtOrder: z.boolean(),
  /** 0 … 0.5: so much of the people is let be, to see what the rule brings. Whoever is drawn stays so. Rules of before had none. */
  share: z.number().min(0).max(0.5).default(0),
  /** Orders of so many days count, from the day it arose. */
  windowDays: z.number().int().min(7).max(180).default(30),
  /** Of the draw: with it anybody can repeat it. null: one is drawn when it is saved. */
  seed: idSchema
    .max(2 ** 31 - 1)
    .nullable()
    .default(null),
});
export type CareRuleContent = z.output<typeof careRuleContentSchema>;

export const careRuleSchema = careRuleContentSchema.extend({
  rule: idSchema,
  /** Of today: how many it has due, and within the next 30 days. */
  dueNow: countSchema,
  dueSoon: countSchema,
  /** Of both together: so many are let be, and are in neither. */
  letBe: countSchema,
  /** null: its comparison does not tell yet, or there is none. */
  measured: measuredSchema.nullable(),
});
export type CareRule = z.output<typeof careRuleSchema>;

/** What it takes to see a difference of `seenOf100` buyers among 100. */
const neededSchema = z.object({
  seenOf100: z.number(),
  /** So many people more; 0: there are enough. null: nothing is known yet of how many buy by themselves. */
  people: countSchema.nullable(),
  /** So many buyers more, and so many more who are let be, for an interval at all. */
  buyers: countSchema,
  held: countSchema,
});

export const careResultSchema = z.object({
  /** The first day whose orders counted; null: it never arose with somebody who was drawn. */
  since: daySchema.nullable(),
  /** How often it arose with either arm, of those whose days are over. */
  times: z.object({ contacted: countSchema, held: countSchema }),
  /** The share was changed on the way: their sums side by side mislead, the intervals do not. */
  isMixedShare: z.boolean(),
  /** How often its days are not over, or the files do not reach their end (`knownUntil`: the last day they speak of). */
  waiting: countSchema,
  knownUntil: daySchema.nullable(),
  /** Of all times together, by person. `net` is what `minor` is: a rule has no costs. null: no days are over. */
  result: strategyResultSchema.nullable(),
  /** The same by the time it arose with the contacted: buyers of 100 times, minor units each time. null: nothing can be compared. */
  each: z.object({ buyersOf100: z.number(), minor: z.number() }).nullable(),
  needed: neededSchema,
  measured: measuredSchema.nullable(),
});
export type CareResult = z.output<typeof careResultSchema>;

export const careRuleMethods = {
  'careRules.list': method(z.object({ basis: tierBasisSchema }), z.object({ rules: z.array(careRuleSchema) })),
  /** null: a new one. Throws `care-rule-unknown`. */
  'careRules.save': method(
    z.object({ rule: idSchema.nullable(), content: careRuleContentSchema }),
    z.object({ edit: idSchema, rule: idSchema }),
  ),
  /** Throws `care-rule-unknown`. */
  'careRules.remove': method(z.object({ rule: idSchema }), z.object({ edit: idSchema })),
  /** Rules for a small shop to begin with, all off. Those that are there already, by name or by what they wait for, are left out. */
  'careRules.begin': method(
    z.object({ language: z.enum(['zh-CN', 'en']) }),
    z.object({ edit: idSchema.nullable(), rules: countSchema }),
  ),
  /**
   * How long after such a thing was bought one is bought again, as customers do it: half, and a quarter, of all are back after so many days, those who
   * have not come back yet counted too; null: not so many are back yet, or too few to tell.
   */
  'careRules.measuredCycle': method(
    z.object({ words: cycleWordsSchema, basis: tierBasisSchema }),
    z.object({
      people: countSchema,
      /** Of them, who bought one again on a later day. */
      again: countSchema,
      quarterDays: countSchema.nullable(),
      medianDays: countSchema.nullable(),
    }),
  ),
  /** What a rule would ask for from today on, before it is saved: days, people, how many; nothing is kept. */
  'careRules.dryRun': method(
    z.object({ content: careRuleContentSchema, rule: idSchema.nullable(), basis: tierBasisSchema }),
    z.object({
      total: countSchema,
      days: z.array(z.object({ day: daySchema, count: countSchema })),
      /** So many more are let be, and are in none of these. Of a rule that is not saved yet this is an example. */
      letBe: countSchema,
      /** The first of them. */
      examples: z.array(dueSchema),
    }),
  ),
  /**
   * What a rule brought over its whole life: everybody with whom it arose, contacted or let be, reached or not; and what they bought within its days. Throws
   * `care-rule-unknown`.
   */
  'careRules.result': method(z.object({ rule: idSchema, basis: tierBasisSchema }), careResultSchema),
  /** The orders behind an arm's figures, newest first. Throws `care-rule-unknown`. */
  'careRules.orders': method(
    z.object({
      rule: idSchema,
      arm: z.enum(['contacted', 'held']),
      basis: tierBasisSchema,
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    z.object({ total: countSchema, sumMinor: minorSchema, orders: z.array(armOrderSchema) }),
  ),
};
