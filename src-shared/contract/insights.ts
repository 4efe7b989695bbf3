/** What a customer's counted orders say about habits: each line with how many orders bear it out, of how many that could. */

import { z } from 'zod';
import { tierBasisSchema } from './customers.ts';
import { method } from './method.ts';
import { countSchema, idSchema } from './schemas.ts';

/**
 * `favourite`: a thing bought (`label`). `price`: the middle eight tenths of what an order costs, `low` to `high` in minor units. `hour`: the
 * three hours from `low` o'clock in which most orders are placed. `weekday`: `low` from 1 (Monday) to 7. `channel`: the shop (`low`, `label`).
 * `discount`: orders that cost less than the prices of their lines. `returns`: paid orders of which money went back. `rhythm`: the middle half
 * of the days between two days with an order, `low` to `high`; `label`: the day the next one is due.
 */
export const insightKinds = [
  'favourite',
  'price',
  'hour',
  'weekday',
  'channel',
  'discount',
  'returns',
  'rhythm',
] as const;
export type InsightKind = (typeof insightKinds)[number];

/** Names a line, for asking which orders stand behind it. */
export const insightKeySchema = z.object({
  kind: z.enum(insightKinds),
  label: z.string().nullable(),
  low: z.number().int().nullable(),
  high: z.number().int().nullable(),
});
export type InsightKey = z.output<typeof insightKeySchema>;

export const insightSchema = insightKeySchema.extend({
  /** Orders that fit (of `rhythm`: gaps); of so many of which the files say enough. Never below three. */
  count: countSchema,
  of: countSchema,
});
export type Insight = z.output<typeof insightSchema>;

export const insightMethods = {
  /** Lines that at least three orders could bear out; the orders behind a line are asked of `explain.customer`. */
  'customers.insights': method(
    z.object({ customer: idSchema, basis: tierBasisSchema }),
    z.object({ currency: z.string(), insights: z.array(insightSchema), sql: z.string() }),
  ),
};
