/** Saved views of the customer list: who is in it, in which order, which columns it shows and how high its rows are, under a name. */

import { z } from 'zod';
import { customerFilterSchema, customerSortSchema } from './customers.ts';
import { method } from './method.ts';
import { idSchema } from './schemas.ts';

export const viewContentSchema = z.object({
  name: z.string().trim().min(1).max(40),
  filter: customerFilterSchema,
  sort: z.object({ by: customerSortSchema, descending: z.boolean() }),
  /** Names of columns, in their order; fields of the owner's as 'field:3'. */
  columns: z.array(z.string().max(80)).max(200),
  density: z.enum(['compact', 'normal', 'loose']),
});
export type ViewContent = z.output<typeof viewContentSchema>;

export const savedViewSchema = viewContentSchema.extend({ view: idSchema });
export type SavedView = z.output<typeof savedViewSchema>;

export const viewMethods = {
  /** In the order they were made. */
  'views.list': method(z.object({}), z.object({ views: z.array(savedViewSchema) })),
  /** null: a new one; else all that the view says is put to this. Throws `view-unknown`, `view-exists`. */
  'views.save': method(
    viewContentSchema.extend({ view: idSchema.nullable() }),
    z.object({ edit: idSchema, view: idSchema }),
  ),
  /** Throws `view-unknown`. */
  'views.remove': method(z.object({ view: idSchema }), z.object({ edit: idSchema })),
};
