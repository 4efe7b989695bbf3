/**
 * Segments (人群): groups of customers that the owner described and named. Dynamic, or fixed to the people who were in it once. And what is asked
 * while one is described: how many it means, which values there are.
 */

import { z } from 'zod';
import { customerFilterSchema, tierBasisSchema } from './customers.ts';
import { filterNodeSchema } from './filters.ts';
import { method } from './method.ts';
import { countSchema, daySchema, emptySchema, idSchema } from './schemas.ts';

const nameSchema = z.string().trim().min(1).max(60);

export const segmentContentSchema = z.object({
  name: nameSchema,
  where: filterNodeSchema,
  /** null: dynamic, who meets the filter is in it. Else the people who were in it on a day; the filter says how they were found. */
  fixed: z.object({ freeze: idSchema, on: daySchema, customers: countSchema }).nullable(),
});
export type SegmentContent = z.output<typeof segmentContentSchema>;

export const segmentSchema = segmentContentSchema.extend({
  segment: idSchema,
  /** 1 when made; each change counts one more. */
  version: z.number().int().positive(),
});
export type Segment = z.output<typeof segmentSchema>;

/** Fields whose values the ledger can name. */
export const valueFields = ['product', 'province', 'city', 'district'] as const;

export const segmentMethods = {
  /** How many customers a filter means, exactly; `of`: everybody it was asked of. The statement is that of `where`, with its values. */
  'customers.count': method(
    z.object({ filter: customerFilterSchema, basis: tierBasisSchema }),
    z.object({
      total: countSchema,
      certain: countSchema,
      likely: countSchema,
      of: countSchema,
      sql: z.string().nullable(),
      params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    }),
  ),
  /** Values a condition can be made of, the most frequent first; `text`: only those with it in them. `count`: orders of a product, else customers. */
  'customers.values': method(
    z.object({
      field: z.enum(valueFields),
      text: z.string().max(100).default(''),
      limit: z.number().int().min(1).max(100).default(50),
    }),
    z.object({ values: z.array(z.object({ text: z.string(), count: countSchema })) }),
  ),
  /** In the order they were made. */
  'segments.list': method(emptySchema, z.object({ segments: z.array(segmentSchema) })),
  /**
   * `segment` null: a new one. A filter that is changed makes a fixed segment dynamic again; with `fixOn` it is fixed in the same step to the
   * people who meet it on that basis. Throws `segment-unknown`, `segment-of-itself`.
   */
  'segments.save': method(
    z.object({
      segment: idSchema.nullable(),
      name: nameSchema,
      where: filterNodeSchema,
      fixOn: tierBasisSchema.optional(),
    }),
    z.object({ edit: idSchema, segment: idSchema }),
  ),
  'segments.rename': method(z.object({ segment: idSchema, name: nameSchema }), z.object({ edit: idSchema })),
  /** Throws `segment-in-use` while another segment is described by it. */
  'segments.remove': method(z.object({ segment: idSchema }), z.object({ edit: idSchema })),
  /** Fixes the people who meet the filter on the basis' day, or anew; their number. */
  'segments.freeze': method(
    z.object({ segment: idSchema, basis: tierBasisSchema }),
    z.object({ edit: idSchema, customers: countSchema }),
  ),
  /** Dynamic again. */
  'segments.thaw': method(z.object({ segment: idSchema }), z.object({ edit: idSchema })),
  /** Everything it ever said, newest first; taken back ones too. null: it was removed. */
  'segments.versions': method(
    z.object({ segment: idSchema }),
    z.object({
      versions: z.array(
        z.object({
          edit: idSchema,
          at: z.string(),
          reason: z.string(),
          undone: z.boolean(),
          content: segmentContentSchema.nullable(),
        }),
      ),
    }),
  ),
};
