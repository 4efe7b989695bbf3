/**
 * Strategies (策略): a group of people and what to do with them, to be carried out again and again. Each time the people are frozen and a part of them,
 * drawn tier by tier, is not contacted (对照组): what the others bought beyond those is what it brought.
 */

import { z } from 'zod';
import { tierBasisSchema } from './customers.ts';
import { filterNodeSchema } from './filters.ts';
import { contactChannelSchema, heldReasons, heldSchema, reaches } from './follow-ups.ts';
import { method } from './method.ts';
import { countSchema, daySchema, emptySchema, idSchema, minorSchema, tierSchema } from './schemas.ts';

const costSchema = minorSchema.refine((minor) => minor >= 0);

export const strategyContentSchema = z.object({
  name: z.string().trim().min(1).max(60),
  where: filterNodeSchema,
  /** What is said or done. */
  action: z.string().trim().max(1000),
  channel: contactChannelSchema.nullable(),
  /** A message template, by its number. */
  template: idSchema.nullable(),
  /** What it may cost in all. */
  budgetMinor: costSchema.nullable(),
  /** What each contacted buyer gets beyond what the order's own amount says: a coupon, a gift. */
  buyerCostMinor: costSchema,
  /** What it costs to contact one person: a text, postage. */
  contactCostMinor: costSchema,
  /** Orders of so many days count, from the day of the run on. */
  periodDays: z.number().int().min(1).max(365),
  /** To be run again so many days after it was run last; null: when the owner thinks of it. */
  everyDays: z.number().int().min(1).max(365).nullable().default(null),
  /** 0 … 0.9: so much of the people is held back. */
  share: z.number().min(0).max(0.9),
  /** Of the draw: with it anybody can repeat it. null: one is drawn when it is saved. */
  seed: idSchema.max(2 ** 31 - 1).nullable(),
  /** Whoever is held back in one such strategy is held back in all of them. */
  isShared: z.boolean(),
});
export type StrategyContent = z.output<typeof strategyContentSchema>;

/** A run as it was begun. */
export const runContentSchema = z.object({
  /** The strategy's name then. */
  name: z.string(),
  on: daySchema,
  /** The last day whose orders count. */
  until: daySchema,
  share: z.number(),
  seed: idSchema,
  isShared: z.boolean(),
  action: z.string(),
  buyerCostMinor: minorSchema,
  contactCostMinor: minorSchema,
  budgetMinor: minorSchema.nullable(),
  contacted: countSchema,
  held: countSchema,
});
export type RunContent = z.output<typeof runContentSchema>;

export const runSchema = runContentSchema.extend({ run: idSchema, edit: idSchema });
export type Run = z.output<typeof runSchema>;

export const strategySchema = strategyContentSchema.extend({
  strategy: idSchema,
  /** 1 when made; each change counts one more. */
  version: z.number().int().positive(),
  /** The day it is to be run again: not while its last run lasts; null: not by itself, or it never was run. */
  againOn: daySchema.nullable(),
  /** Newest first. */
  runs: z.array(runSchema),
});
export type Strategy = z.output<typeof strategySchema>;

const edited = z.object({ edit: idSchema });

const personSchema = z.object({ customer: idSchema, name: z.string() });

/** So many more buyers, or so much more money, among 100 contacted people: that is seen in four of five cases. null: nothing would be. */
const detectableSchema = z.object({ buyersOf100: z.number().nullable(), minorOf100: z.number().nullable() });

export const verdicts = ['tooFew', 'unclear', 'more', 'less'] as const;

/** Of all contacted people together; the interval holds the truth in 95 of 100 cases. null: too little is known. */
export const liftSchema = z.object({
  verdict: z.enum(verdicts),
  total: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
});
export type StrategyLift = z.output<typeof liftSchema>;

const armSchema = z.object({ people: countSchema, buyers: countSchema, minor: minorSchema });

export const strategyResultSchema = z.object({
  contacted: armSchema,
  held: armSchema,
  buyers: liftSchema,
  /** Net of refunds. */
  minor: liftSchema,
  /** The same without what it cost. */
  net: liftSchema,
  /** What was given to the contacted buyers, and what contacting cost. */
  spentMinor: minorSchema,
  currency: z.string(),
  /** How likely arms of these sizes are by chance; below 0.001 the result is not to be trusted. null: nobody was held back. */
  ratio: z.number().nullable(),
  /** People who stood in both arms, for they turned out to be one: they count in the first. */
  mixed: countSchema,
});
export type StrategyResult = z.output<typeof strategyResultSchema>;

/** An order behind an arm's figures. */
export const armOrderSchema = z.object({
  order: idSchema,
  number: z.string(),
  day: daySchema,
  customer: idSchema,
  name: z.string(),
  netMinor: minorSchema,
});

export const strategyMethods = {
  /** In the order they were made. */
  'strategies.list': method(emptySchema, z.object({ currency: z.string(), strategies: z.array(strategySchema) })),
  /** null: a new one. Throws `strategy-unknown`, `segment-unknown`. */
  'strategies.save': method(
    z.object({ strategy: idSchema.nullable(), content: strategyContentSchema }),
    edited.extend({ strategy: idSchema }),
  ),
  /** With it its runs do not count any more, until it is taken back. Throws `strategy-unknown`. */
  'strategies.remove': method(z.object({ strategy: idSchema }), edited),
  /** Everything it ever said, newest first; taken back ones too. null: it was removed. */
  'strategies.versions': method(
    z.object({ strategy: idSchema }),
    z.object({
      versions: z.array(
        z.object({
          edit: idSchema,
          at: z.string(),
          undone: z.boolean(),
          content: strategyContentSchema.nullable(),
        }),
      ),
    }),
  ),
  /** What a run would be, before it is begun: `strategy` names what is asked about, for the arms its people have already. Nothing is kept. */
  'strategies.look': method(
    z.object({
      strategy: idSchema.nullable(),
      content: strategyContentSchema,
      basis: tierBasisSchema,
    }),
    z.object({
      currency: z.string(),
      /** Who meets the conditions; of them those whom the guard holds back are in neither arm. */
      people: countSchema,
      contacted: countSchema,
      held: countSchema,
      /** Those who keep the arm of an earlier run. */
      known: countSchema,
      guarded: z.object({
        people: countSchema,
        whys: z.partialRecord(z.enum(heldReasons), countSchema),
        first: z.array(personSchema.extend({ held: z.array(heldSchema).min(1) })),
      }),
      /** By the number of people; null: too few to tell anything. */
      suggestedShare: z.number().nullable(),
      /** Of the same people in the days before, as many as the period has. */
      before: armSchema,
      detectable: detectableSchema,
      /** What it would cost, if as many buy as in the days before. */
      costMinor: minorSchema,
      /** Other strategies still running, with people of this one. */
      overlaps: z.array(
        z.object({
          strategy: idSchema,
          run: idSchema,
          name: z.string(),
          until: daySchema,
          people: countSchema,
          first: z.array(personSchema),
        }),
      ),
      /** The last day of a run of this strategy that is not over; null: it can be begun. */
      runsUntil: daySchema.nullable(),
    }),
  ),
  /** Freezes the people and their arms; one step. Throws `strategy-unknown`, `strategy-running`, `strategy-empty`. */
  'strategies.launch': method(
    z.object({ strategy: idSchema, basis: tierBasisSchema }),
    edited.extend({ run: idSchema, contacted: countSchema, held: countSchema }),
  ),
  /** Whom a run contacts: those drawn for it whom the guard does not hold back on the day. The first `limit` of them. Throws `run-unknown`. */
  'strategies.people': method(
    z.object({
      run: idSchema,
      basis: tierBasisSchema,
      clock: z.string().optional(),
      limit: z.number().int().min(0).max(1000).default(200),
    }),
    z.object({
      total: countSchema,
      /** How many of them can be reached how. */
      reach: z.record(z.enum(reaches), countSchema),
      /** All of them, by number. */
      customers: z.array(idSchema),
      people: z.array(personSchema.extend({ tier: tierSchema.nullable(), place: z.string().nullable() })),
      guarded: z.array(personSchema.extend({ held: z.array(heldSchema).min(1) })),
      /** Drawn, but in the book no more. */
      gone: countSchema,
    }),
  ),
  /**
   * What one run brought. `result` null: its period is not over on the basis' day, or the files do not reach its end (`knownUntil`: the last day they
   * speak of). Throws `run-unknown`.
   */
  'strategies.result': method(
    z.object({ run: idSchema, basis: tierBasisSchema }),
    z.object({ run: runSchema, knownUntil: daySchema.nullable(), result: strategyResultSchema.nullable() }),
  ),
  /** All runs of a strategy that are over, by person: each stays one, in the arm they were drawn into first. null: none is over. */
  'strategies.pooled': method(
    z.object({ strategy: idSchema, basis: tierBasisSchema }),
    z.object({ runs: countSchema, result: strategyResultSchema.nullable() }),
  ),
  /** The orders behind an arm's figures. Throws `run-unknown`. */
  'strategies.orders': method(
    z.object({
      run: idSchema,
      arm: z.enum(['contacted', 'held']),
      basis: tierBasisSchema,
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    z.object({
      total: countSchema,
      sumMinor: minorSchema,
      orders: z.array(armOrderSchema),
    }),
  ),
};
