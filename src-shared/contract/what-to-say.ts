/** What the templates say to one person: the text of each, filled in, the fitting one first. */

import { z } from 'zod';
import { mergeFields } from '../message/merge-fields.ts';
import { tierBasisSchema } from './customers.ts';
import { contactChannelSchema, heldSchema } from './follow-ups.ts';
import { method } from './method.ts';
import { countSchema, idSchema } from './schemas.ts';
import { smsLengthSchema } from './templates.ts';

/** A template as it speaks to one person. `message` is null where a field is missing or none: never a text with a hole. */
export const spokenTextSchema = z.object({
  template: idSchema,
  name: z.string(),
  channel: contactChannelSchema,
  message: z.string().nullable(),
  missing: z.array(z.enum(mergeFields)),
  unknown: z.array(z.string()),
  /** Of a text message. */
  sms: smsLengthSchema.nullable(),
  /** Words to mind, by their places in `message`. */
  banned: z.array(z.object({ word: z.string(), from: countSchema, to: countSchema })),
});
export type SpokenText = z.output<typeof spokenTextSchema>;

export const whatToSayMethods = {
  /**
   * Best first: those for the way they are contacted by, the one that is called like the rule before the others, and whole ones before those
   * with something missing; then those written for a way like it; then the rest. Whoever the guard holds back is told nothing: no texts.
   * Throws `customer-unknown`.
   */
  'templates.forPerson': method(
    z.object({
      customer: idSchema,
      basis: tierBasisSchema,
      channel: contactChannelSchema,
      /** The rule that suggests the contact; null: none does. */
      rule: idSchema.nullable(),
    }),
    z.object({
      texts: z.array(spokenTextSchema),
      /** The template that is offered; null: none for this way, or a way like it, is whole. */
      offered: idSchema.nullable(),
      held: z.array(heldSchema),
    }),
  ),
};
