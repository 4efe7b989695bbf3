/** The ladder A to E: its lines and what moving them would do, moves from month to month, and the step of one customer. */

import { z } from 'zod';
import { ladderSteps } from '../ladder.ts';
import { customerRowSchema, mostPicked, tierBasisSchema } from './customers.ts';
import { ladderRulesSchema } from './ladder-rules.ts';
import { method } from './method.ts';
import { countSchema, idSchema, windowSchema } from './schemas.ts';

const basisSchema = tierBasisSchema.extend({ shop: idSchema.optional() });
/** null: not on the ladder: no order yet. */
const stepSchema = z.enum(ladderSteps).nullable();

const linesSchema = z.object({
  oftenOrders: countSchema,
  /** In minor units, not rounded; null: nobody has bought. */
  averageMinor: z.number().nullable(),
});

const stepCountSchema = z.object({
  step: z.enum(ladderSteps),
  customers: countSchema,
  orders: countSchema,
  netMinor: z.number().int(),
});

export const ladderMoveSchema = z.object({ from: stepSchema, to: stepSchema, customers: countSchema });
export type LadderMove = z.output<typeof ladderMoveSchema>;

export const customerStepSchema = z.object({
  step: stepSchema,
  /** What the owner calls it; '': as the program does. */
  name: z.string(),
  orders: countSchema,
  /** Of a counted order, not rounded. */
  averageMinor: z.number().nullable(),
  lines: linesSchema,
  /** The line of much is the mean of the buyer in the middle. */
  isMiddle: z.boolean(),
});
export type CustomerStep = z.output<typeof customerStepSchema>;

export const ladderMethods = {
  /** By `rules`, held against the saved ones: without `rules` both are the same. */
  'ladder.read': method(
    z.object({ basis: basisSchema, rules: ladderRulesSchema.optional() }),
    z.object({
      currency: z.string(),
      lines: linesSchema,
      /** The mean of an order of the buyer in the middle; null: nobody has bought. */
      middleMinor: z.number().nullable(),
      /** A … E. */
      steps: z.array(stepCountSchema),
      before: z.array(stepCountSchema),
      /** From the saved lines to these; who stays where they are is among them. */
      moves: z.array(ladderMoveSchema),
    }),
  ),
  /** Who would go from one step to another, those who spent most first. */
  'ladder.movers': method(
    z.object({
      basis: basisSchema,
      rules: ladderRulesSchema,
      move: z.object({ from: stepSchema, to: stepSchema }),
      window: windowSchema,
    }),
    z.object({
      total: countSchema,
      currency: z.string(),
      ids: z.array(idSchema).max(mostPicked).optional(),
      rows: z.array(customerRowSchema),
    }),
  ),
  /**
   * Months up to the day of the basis, the newest first: how many stand on each step at the end of a month, and who went where since the end
   * of the month before. Each end is as of that day, by the lines of that day.
   */
  'ladder.months': method(
    z.object({ basis: basisSchema, rules: ladderRulesSchema.optional(), months: z.number().int().min(1).max(36) }),
    z.object({
      months: z.array(
        z.object({
          month: z.string(),
          /** Its last day, or that of the basis. */
          on: z.string(),
          steps: z.array(z.object({ step: z.enum(ladderSteps), customers: countSchema })),
          /** Only those who moved; the largest first. */
          moves: z.array(ladderMoveSchema),
        }),
      ),
    }),
  ),
  /** Throws `customer-unknown`. */
  'customers.ladder': method(z.object({ customer: idSchema, basis: tierBasisSchema }), customerStepSchema),
};
