/**
 * Tags (标签) and changes of many customers at once. A tag hangs on an identity: it comes back with the person, and two who turn out to be one
 * have the tags of both. Of a person's words about one tag the newest counts.
 */

import { z } from 'zod';
import { customerFilterSchema, tierBasisSchema } from './customers.ts';
import { writtenValueSchema } from './fields.ts';
import { method } from './method.ts';
import { countSchema, idSchema } from './schemas.ts';

export const tagNameSchema = z.string().trim().min(1).max(30);

export const tagContentSchema = z.object({
  name: tagNameSchema,
  /** Went into this other tag: who has the one has the other. null: stands for itself. */
  into: idSchema.nullable(),
});
export type TagContent = z.output<typeof tagContentSchema>;

export const tagSchema = z.object({
  tag: idSchema,
  name: z.string(),
  /** How many have it now, in all shops. */
  customers: countSchema,
});
export type Tag = z.output<typeof tagSchema>;

export const noteWays = ['append', 'replace'] as const;

/** What is changed of everybody. Tags by name: one there is not yet is made. A note of null with `replace` takes notes away. */
export const bulkChangeSchema = z.union([
  z.strictObject({ field: z.literal('tag'), add: tagNameSchema }),
  z.strictObject({ field: z.literal('tag'), remove: tagNameSchema }),
  z.strictObject({ field: z.literal('note'), how: z.literal('append'), text: z.string().trim().min(1).max(1000) }),
  z.strictObject({
    field: z.literal('note'),
    how: z.literal('replace'),
    text: z.string().trim().min(1).max(4000).nullable(),
  }),
  /** A field of the owner's, by its number; null takes the value away. */
  z.strictObject({ field: z.literal('custom'), custom: idSchema, value: writtenValueSchema.nullable() }),
]);
export type BulkChange = z.output<typeof bulkChangeSchema>;

/** As the journal keeps it: one by the owner, or values of a column of an imported file. */
export const journalledChangeSchema = z.union([
  bulkChangeSchema,
  z.strictObject({ field: z.literal('custom'), custom: idSchema, file: z.string() }),
]);
export type JournalledChange = z.output<typeof journalledChangeSchema>;

const bulkAskedSchema = z.object({
  filter: customerFilterSchema,
  basis: tierBasisSchema,
  change: bulkChangeSchema,
});

/** Later words about the same field of the same people, which an undo or redo leaves as they are. */
export const keptSchema = z.object({
  count: countSchema,
  /** The first of them. */
  people: z.array(z.object({ customer: idSchema, name: z.string() })),
});
export type Kept = z.output<typeof keptSchema>;

export const tagMethods = {
  /** By name. */
  'tags.list': method(z.object({}), z.object({ tags: z.array(tagSchema) })),
  /** null: a new one. A name that another tag has makes one tag of the two. Throws `tag-unknown`, `tag-exists` for a new one. */
  'tags.save': method(
    z.object({ tag: idSchema.nullable(), name: tagNameSchema }),
    z.object({ edit: idSchema, tag: idSchema, merged: z.boolean() }),
  ),
  /** Nobody has it any more, until it is taken back. Throws `tag-unknown`. */
  'tags.remove': method(z.object({ tag: idSchema }), z.object({ edit: idSchema })),
  /** One person. A tag there is not yet is made, by an entry of its own. edit null: it was so already. */
  'customers.tag': method(
    z.object({ customer: idSchema, name: tagNameSchema, has: z.boolean() }),
    z.object({ edit: idSchema.nullable() }),
  ),
  /** What a change would do, before it is done. `total`: all of the filter; `changed`: those who would be otherwise after. */
  'customers.bulkPreview': method(
    bulkAskedSchema,
    z.object({
      total: countSchema,
      changed: countSchema,
      /** How often what stood before, the most frequent first; '' is nothing. At most 8; `others`: the remaining customers. */
      before: z.array(z.object({ text: z.string(), count: countSchema })),
      others: countSchema,
      examples: z.array(z.object({ customer: idSchema, name: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
  /** One step of the journal. edit null: everybody was so already. */
  'customers.bulkEdit': method(bulkAskedSchema, z.object({ edit: idSchema.nullable(), changed: countSchema })),
  /** Of a change of many: whose later words stand, now. None of any other entry. Throws `edit-unknown`. */
  'journal.kept': method(z.object({ edit: idSchema }), keptSchema),
};
