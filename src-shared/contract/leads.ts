/**
 * Leads (潜客): people who asked and have not bought. At which stage they are, where they came from, what comes next (their next follow-up). Whoever buys is won by
 * itself, on the day of the first order that counts after they asked; nobody has to say so.
 */

import { z } from 'zod';
import { method } from './method.ts';
import { countSchema, daySchema, idSchema, minorSchema } from './schemas.ts';

/** What the owner says, in the order in which it goes; `lost` ends it. */
export const leadSteps = ['new', 'contacted', 'interested', 'quoted', 'lost'] as const;
export const leadStepSchema = z.enum(leadSteps);
export type LeadStep = (typeof leadSteps)[number];

/** Where a lead stands: as the owner says, or won by an order. */
export const leadStages = ['new', 'contacted', 'interested', 'quoted', 'won', 'lost'] as const;
export const leadStageSchema = z.enum(leadStages);
export type LeadStage = (typeof leadStages)[number];

/** As it is kept with the person. */
export const leadContentSchema = z.strictObject({
  stage: leadStepSchema,
  /** Where they came from, in the owner's words: 朋友介绍, 直播, 门店. */
  source: z.string().trim().max(60),
  /** Why it came to nothing; only of `lost`. */
  reason: z.string().trim().max(200),
  /** When they asked first. */
  since: daySchema,
  /** When this stage began. */
  at: daySchema,
});
export type LeadContent = z.output<typeof leadContentSchema>;

export const leadSchema = z.object({
  customer: idSchema,
  name: z.string(),
  stage: leadStageSchema,
  source: z.string(),
  reason: z.string(),
  since: daySchema,
  /** How long they have stood at this stage on the day of the question; of who is won or lost how long it took. */
  days: countSchema,
  /** What they asked for last; null: nobody wrote it down. */
  wish: z.string().nullable(),
  /** The next follow-up that is planned; null: none. */
  next: daySchema.nullable(),
  /** The order that won them. */
  won: z.object({ order: idSchema, day: daySchema, netMinor: minorSchema.nullable(), currency: z.string() }).nullable(),
});
export type Lead = z.output<typeof leadSchema>;

const leadsSchema = z.object({
  /** Who waits longest first; those who are won or lost last, the newest first. */
  leads: z.array(leadSchema),
  /**
   * `now`: who stands there. `reached`: who ever got so far, by the journal: of `quoted` whoever was quoted to, or was won. `days`: the middle of how long people
   * stayed who went on; null: nobody yet.
   */
  funnel: z.array(
    z.object({ stage: leadStageSchema, now: countSchema, reached: countSchema, days: z.number().nullable() }),
  ),
  sources: z.array(z.object({ source: z.string(), leads: countSchema, won: countSchema })),
  reasons: z.array(z.object({ reason: z.string(), leads: countSchema })),
});

export const leadMethods = {
  /** `customer`: only of them; the other figures are of all. */
  'leads.list': method(z.object({ on: daySchema, customer: idSchema.optional() }), leadsSchema),
  /**
   * Somebody becomes a lead, or goes to another stage. What is left out stays as it is. edit null: it was so already. Throws `customer-unknown`.
   */
  'leads.set': method(
    z.object({
      customer: idSchema,
      stage: leadStepSchema.optional(),
      source: z.string().trim().max(60).optional(),
      reason: z.string().trim().max(200).optional(),
    }),
    z.object({ edit: idSchema.nullable() }),
  ),
};
