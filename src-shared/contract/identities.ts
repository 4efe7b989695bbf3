/** Who is who: what the owner decides about people, what a customer was put together from. */

import { z } from 'zod';
import { choiceFields } from '../identity.ts';
import { method } from './method.ts';
import { countSchema, identityKindSchema, idSchema, minorSchema } from './schemas.ts';

/** People to put together, or to keep apart. */
const groupSchema = z.array(idSchema).min(2).max(200);
const groupsSchema = z.array(groupSchema).min(1).max(20_000);

/** What the people put together are to be called and reached by; in force while they are one. */
export const choiceSchema = z.partialRecord(z.enum(choiceFields), z.string().max(4000));
export type Choice = z.output<typeof choiceSchema>;

/** `edit`: the journal's entry, for undo. `customers`: who the people are now, each once. */
const decidedSchema = z.object({ edit: idSchema, customers: z.array(idSchema) });

export const customerPartSchema = z.object({
  /** One of its orders: what the part is named by. */
  order: idSchema,
  /** Its strongest identity; a phone is masked. */
  key: z.object({ kind: identityKindSchema, value: z.string() }),
  /** What holds it to the first part: the owner's word, an e-mail or a phone both have; null for the first. */
  link: z.enum(['owner', 'email', 'phone']).nullable(),
  name: z.string().nullable(),
  shops: z.array(z.string()),
  orders: countSchema,
  counted: countSchema,
  /** Of the newest order; the money is that of the orders in it. */
  currency: z.string(),
  netMinor: minorSchema,
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
});
export type CustomerPart = z.output<typeof customerPartSchema>;

export const identityMethods = {
  /** Makes one person of each group. With `choices` there is one group. */
  'identities.merge': method(z.object({ groups: groupsSchema, choices: choiceSchema.optional() }), decidedSchema),
  /** Likely people who are certain from now on. */
  'identities.confirmLikely': method(z.object({ customers: z.array(idSchema).min(1).max(20_000) }), decidedSchema),
  /** No two of a group are ever one person, whatever is imported. */
  'identities.neverSame': method(z.object({ groups: groupsSchema }), decidedSchema),
  'identities.parts': method(z.object({ customer: idSchema }), z.object({ parts: z.array(customerPartSchema) })),
  /** Each of `parts` (orders that name parts of the customer) becomes a person of its own, for good. */
  'identities.unmerge': method(
    z.object({ customer: idSchema, parts: z.array(z.array(idSchema).min(1).max(200)).min(1).max(200) }),
    decidedSchema,
  ),
};
