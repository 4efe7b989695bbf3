/**
 * Plans (计划): strategies in an order, carried out together and again. Whoever an earlier strategy of a plan takes is left out of the later ones, so that
 * one plan contacts nobody twice.
 */

import { z } from 'zod';
import { tierBasisSchema } from './customers.ts';
import { heldReasons, heldSchema } from './follow-ups.ts';
import { method } from './method.ts';
import { countSchema, daySchema, emptySchema, idSchema, minorSchema } from './schemas.ts';

export const planContentSchema = z.object({
  name: z.string().trim().min(1).max(60),
  /** By their numbers, in their order; each stands in it once. */
  strategies: z
    .array(idSchema)
    .min(1)
    .max(50)
    .refine((all) => new Set(all).size === all.length),
});
export type PlanContent = z.output<typeof planContentSchema>;

/** What the journal keeps of a plan that was carried out; who was in it stands with the runs that are parts of the entry. */
export const carriedOutSchema = z.object({ name: z.string(), on: daySchema });

export const planSchema = z.object({
  plan: idSchema,
  name: z.string(),
  /** Without those that were removed: they stand in their place again when the removal is taken back. */
  strategies: z.array(z.object({ strategy: idSchema, name: z.string() })),
  /** The day it was carried out for last; null: never. */
  lastOn: daySchema.nullable(),
});
export type Plan = z.output<typeof planSchema>;

/** `due`: it can be run, and its turn is not said to be later. `waits`: its turn comes on `againOn`. `running`: its last run lasts until `until`. */
export const turns = ['due', 'waits', 'running'] as const;

const guardedSchema = z.object({
  people: countSchema,
  whys: z.partialRecord(z.enum(heldReasons), countSchema),
  first: z.array(z.object({ customer: idSchema, name: z.string(), held: z.array(heldSchema).min(1) })),
});

const stepSchema = z.object({
  strategy: idSchema,
  name: z.string(),
  /** The day its last run began. */
  lastOn: daySchema.nullable(),
  turn: z.enum(turns),
  againOn: daySchema.nullable(),
  until: daySchema.nullable(),
  /** Whether it would be carried out: it is due, or chosen where somebody chose; and there is somebody to contact. */
  goes: z.boolean(),
  /** Who meets the conditions. */
  people: countSchema,
  /** Of them those in an earlier strategy that goes, or in another one's run that is not over: they stay there, contacted or held back. */
  taken: countSchema,
  guarded: countSchema,
  contacted: countSchema,
  held: countSchema,
  /** Those who keep the arm of an earlier run. */
  known: countSchema,
});
export type PlanStep = z.output<typeof stepSchema>;

const asked = {
  plan: idSchema,
  basis: tierBasisSchema,
  /** Which of its strategies; null: those that are due. */
  chosen: z.array(idSchema).nullable().default(null),
};
const edited = z.object({ edit: idSchema });

export const planMethods = {
  /** In the order they were made. */
  'plans.list': method(emptySchema, z.object({ plans: z.array(planSchema) })),
  /** null: a new one. Throws `plan-unknown`, `strategy-unknown`. */
  'plans.save': method(
    z.object({ plan: idSchema.nullable(), content: planContentSchema }),
    edited.extend({ plan: idSchema }),
  ),
  /** Its strategies stay, with their runs. Throws `plan-unknown`. */
  'plans.remove': method(z.object({ plan: idSchema }), edited),
  /** What it would be on a day, in order. Nothing is kept. Throws `plan-unknown`, `segment-unknown`. */
  'plans.look': method(
    z.object(asked),
    z.object({
      currency: z.string(),
      steps: z.array(stepSchema),
      /** Of those that go; nobody counts twice. */
      contacted: countSchema,
      held: countSchema,
      /** Contacting them; what buyers get is not in it. */
      contactCostMinor: minorSchema,
      guarded: guardedSchema,
    }),
  ),
  /**
   * Runs those that go, in order, each with its own draw among the people whom no other strategy of the plan has; one step. Those with nobody to contact are
   * passed over. Throws `plan-unknown`, `plan-nothing-due`, `plan-empty`; of what is chosen
   * `strategy-unknown`, `strategy-running`; `segment-unknown`.
   */
  'plans.launch': method(
    z.object(asked),
    edited.extend({
      contacted: countSchema,
      held: countSchema,
      runs: z.array(z.object({ strategy: idSchema, run: idSchema, contacted: countSchema, held: countSchema })).min(1),
      /** Those passed over. */
      empty: z.array(z.object({ strategy: idSchema, name: z.string() })),
    }),
  ),
};
