/** What one customer may buy next: things that others bought on a later day after something this one has. With the counts it goes by. */

import { z } from 'zod';
import { tierBasisSchema } from './customers.ts';
import { method } from './method.ts';
import { countSchema, idSchema } from './schemas.ts';

/** Of customers who bought `after`, `followed` bought `title` on a later day. */
export const nextItemSchema = z.object({
  title: z.string(),
  after: z.string(),
  /** Who bought `after`, who bought `title`, and everybody who bought anything. */
  customers: countSchema,
  nextCustomers: countSchema,
  buyers: countSchema,
  followed: countSchema,
  /** followed ÷ buyers. */
  support: z.number(),
  /** followed ÷ customers. */
  confidence: z.number(),
  /** How many times the share of all customers who bought `title` that is. Above 1. */
  lift: z.number(),
});
export type NextItem = z.output<typeof nextItemSchema>;

export const nextItemMethods = {
  /**
   * The likeliest first, three at most, each once, by what tells most for it; never what they have bought. Told from five followers on. Worked out in a process of
   * its own, and kept while the ledger stays as it is. Who followed is asked of `explain.metric` ('bought-next'). Throws `customer-unknown`.
   */
  'customers.nextItems': method(
    z.object({ customer: idSchema, basis: tierBasisSchema.pick({ on: true, excluded: true }) }),
    z.object({
      items: z.array(nextItemSchema),
      /** Things they have bought: none, and nothing can be said. */
      owned: countSchema,
      sql: z.string(),
    }),
  ),
};
