/** Address labels: whom a parcel or a card can be sent to. */

import { z } from 'zod';
import { customerFilterSchema, customerSortSchema, tierBasisSchema } from './customers.ts';
import { method } from './method.ts';
import { countSchema, idSchema } from './schemas.ts';

export const labelSchema = z.object({
  customer: idSchema,
  /** As the parcel was addressed; the owner's own name for them where the file masks it. */
  name: z.string(),
  /** Whole; null: masked, virtual, none, or of somebody who is only likely. */
  phone: z.string().nullable(),
  address: z.string(),
  /** Of the order the address was taken from. */
  day: z.string().nullable(),
});
export type Label = z.output<typeof labelSchema>;

export const labelMethods = {
  /** Of the first `limit` of a list those with a whole address, in its order, each with the address of their newest such order. */
  'labels.compose': method(
    z.object({
      filter: customerFilterSchema,
      basis: tierBasisSchema,
      sort: z.object({ by: customerSortSchema, descending: z.boolean() }),
      limit: z.number().int().min(1).max(5000),
    }),
    z.object({
      /** Customers of the list, and how many of them were looked at: no more than `limit`. */
      total: countSchema,
      looked: countSchema,
      /** Who asked not to be contacted. */
      refused: countSchema,
      /** Whom the contact guard holds back for another reason: something is open, they have just ordered, were contacted often enough. */
      held: countSchema,
      /** Whose addresses are all masked; who has none. With the labels and those held back they make up those looked at. */
      masked: countSchema,
      without: countSchema,
      labels: z.array(labelSchema),
    }),
  ),
};
