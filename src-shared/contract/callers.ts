/** Who it may be that calls: customers whose number ends with the digits that are seen. */

import { z } from 'zod';
import { method } from './method.ts';
import { certaintySchema, countSchema, idSchema } from './schemas.ts';

export const callerSchema = z.object({
  customer: idSchema,
  name: z.string(),
  certainty: certaintySchema,
  place: z.string().nullable(),
  /** The number that ends like that, its middle hidden. */
  phone: z.string(),
  /** Counted orders, and the day of the last. */
  orders: countSchema,
  lastDay: z.string().nullable(),
});
export type Caller = z.output<typeof callerSchema>;

export const callerMethods = {
  /**
   * Of every number a person has, whole or masked: the last digits are told either way. Who bought last comes first. `more`: so many fit
   * beyond `limit`.
   */
  'customers.callers': method(
    z.object({ digits: z.string().regex(/^\d{4,13}$/), limit: z.number().int().min(1).max(50) }),
    z.object({ callers: z.array(callerSchema), more: countSchema }),
  ),
};
