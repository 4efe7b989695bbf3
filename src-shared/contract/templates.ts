/** Templates (模板): texts for many people, with fields that say something else of each (`src-shared/message/merge-fields.ts`). */

import { z } from 'zod';
import { mergeFields } from '../message/merge-fields.ts';
import { customerFilterSchema, customerSortSchema, tierBasisSchema } from './customers.ts';
import { contactChannelSchema, heldReasons } from './follow-ups.ts';
import { method } from './method.ts';
import { countSchema, emptySchema, idSchema } from './schemas.ts';

export const templateContentSchema = z.object({
  name: z.string().trim().min(1).max(60),
  /** How it reaches people: what stands in a message of one kind may be a script for another. */
  channel: contactChannelSchema,
  text: z.string().trim().min(1).max(2000),
});
export type TemplateContent = z.output<typeof templateContentSchema>;

export const templateSchema = templateContentSchema.extend({ template: idSchema });
export type Template = z.output<typeof templateSchema>;

/**
 * Why somebody gets no message: what the contact guard says; no way to reach them by its channel; a field nothing is known for; the text has
 * something in braces that is no field; the number is another's of the same list.
 */
export const leftReasons = [
  'unknown',
  ...heldReasons,
  'noPhone',
  'noNick',
  'noEmail',
  'noAddress',
  'missing',
  'samePhone',
] as const;
export type LeftReason = (typeof leftReasons)[number];
/** `what`: the order or ticket, the fields by their key and `, ` between them, the words in braces, the other person. */
export const leftOutSchema = z.object({ why: z.enum(leftReasons), what: z.string() });
export type LeftOut = z.output<typeof leftOutSchema>;

export const smsLengthSchema = z.object({
  alphabet: z.enum(['gsm', 'ucs2']),
  units: countSchema,
  segments: countSchema,
  perSegment: countSchema,
  left: countSchema,
});

/** Whom a text is for: a list of customers, as of a day. */
export const audienceSchema = z.object({
  filter: customerFilterSchema,
  basis: tierBasisSchema,
  sort: z.object({ by: customerSortSchema, descending: z.boolean() }),
});
export type Audience = z.output<typeof audienceSchema>;

const edited = z.object({ edit: idSchema });

export const templateMethods = {
  /** In the order they were made. */
  'templates.list': method(emptySchema, z.object({ templates: z.array(templateSchema) })),
  /** null: a new one. Throws `template-unknown`. */
  'templates.save': method(
    z.object({ template: idSchema.nullable(), content: templateContentSchema }),
    edited.extend({ template: idSchema }),
  ),
  /** Throws `template-unknown`. */
  'templates.remove': method(z.object({ template: idSchema }), edited),
  /** A set for a small shop to begin with. Those whose name is there already are left out. */
  'templates.begin': method(
    z.object({ language: z.enum(['zh-CN', 'en']) }),
    z.object({ edit: idSchema.nullable(), templates: countSchema }),
  ),
  /** The text as one person of a list would get it, before it is saved. `at`: their place, from 0; the last one behind the end. */
  'templates.preview': method(
    audienceSchema.extend({ content: templateContentSchema, at: countSchema }),
    z.object({
      total: countSchema,
      at: countSchema,
      /** null: nobody is in the list. */
      person: z
        .object({
          customer: idSchema,
          name: z.string(),
          /** With signature and way out, where it is a text message. null: a field is missing, or is none. */
          message: z.string().nullable(),
          missing: z.array(z.enum(mergeFields)),
          unknown: z.array(z.string()),
          /** Why they would be left out; none: they would get it. */
          left: z.array(leftOutSchema),
          /** Of a text message. */
          sms: smsLengthSchema.nullable(),
          /** Words to mind, by their places in `message`. */
          banned: z.array(z.object({ word: z.string(), from: countSchema, to: countSchema })),
        })
        .nullable(),
    }),
  ),
};
