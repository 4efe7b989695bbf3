/** Where in their life as a customer somebody stands, asked of the host. */

import { z } from 'zod';
import { lifeChoices } from '../lifecycle.ts';
import { tierBasisSchema } from './customers.ts';
import { method } from './method.ts';
import { countSchema, idSchema } from './schemas.ts';

export const customerLifeSchema = z.object({
  stage: z.enum(lifeChoices),
  /** Days since the last purchase; null without any. */
  sinceDays: countSchema.nullable(),
  /** Days with a counted order, and the gaps between them. */
  purchaseDays: countSchema,
  gaps: countSchema,
  /** The middle of their own gaps, from two gaps on: it decides. null: the gaps of the shop decide. */
  ownDays: z.number().nullable(),
  /** After how many days they are due, sleeping, lost; null where nothing says so. */
  lines: z.object({ due: z.number(), sleeping: z.number(), lost: z.number() }).nullable(),
});
export type CustomerLife = z.output<typeof customerLifeSchema>;

export const lifecycleMethods = {
  /** As of the day of the basis; why is asked of `explain.customer` with `lifecycle`. Throws `customer-unknown`. */
  'customers.lifecycle': method(z.object({ customer: idSchema, basis: tierBasisSchema }), customerLifeSchema),
};
