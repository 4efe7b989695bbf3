/** Send lists (群发名单): the file that a tool which sends texts is given, and who is in it. */

import { z } from 'zod';
import { mergeFields } from '../message/merge-fields.ts';
import { method } from './method.ts';
import { countSchema, emptySchema, idSchema, ticketSchema } from './schemas.ts';
import { audienceSchema, leftReasons, templateContentSchema } from './templates.ts';

/** `fields`: as many columns as the text has fields, in their order. `customer`: as the book names them. `blank`: nothing. */
export const sendColumns = [
  'phone',
  'message',
  'fields',
  'customer',
  'email',
  'address',
  ...mergeFields,
  'blank',
] as const;
export type SendColumn = (typeof sendColumns)[number];

export const layoutContentSchema = z.object({
  name: z.string().trim().min(1).max(60),
  format: z.enum(['xlsx', 'csv']),
  /** With a line of heads. */
  heads: z.boolean(),
  columns: z
    .array(z.object({ head: z.string().trim().max(60), what: z.enum(sendColumns) }))
    .min(1)
    .max(20),
});
export type LayoutContent = z.output<typeof layoutContentSchema>;

const requestSchema = audienceSchema.extend({ content: templateContentSchema });
export type SendRequest = z.output<typeof requestSchema>;

const reviewSchema = z.object({
  /** Everybody of the list: those who go, and those who are left out, each for the first reason. */
  looked: countSchema,
  going: countSchema,
  left: z.array(
    z.object({
      why: z.enum(leftReasons),
      count: countSchema,
      /** The first of them. */
      people: z.array(z.object({ customer: idSchema, name: z.string(), what: z.string() })),
    }),
  ),
  /** Text messages all of it comes to, and of the longest; null: it is none. */
  segments: countSchema.nullable(),
  mostSegments: countSchema.nullable(),
  /** Messages with words to mind. */
  banned: countSchema,
});
export type SendReview = z.output<typeof reviewSchema>;

export const sendListMethods = {
  /** In the order they were made. */
  'sendLists.layouts': method(
    emptySchema,
    z.object({ layouts: z.array(layoutContentSchema.extend({ layout: idSchema })) }),
  ),
  /** null: a new one. Throws `layout-unknown`. */
  'sendLists.saveLayout': method(
    z.object({ layout: idSchema.nullable(), content: layoutContentSchema }),
    z.object({ edit: idSchema, layout: idSchema }),
  ),
  /** Throws `layout-unknown`. */
  'sendLists.removeLayout': method(z.object({ layout: idSchema }), z.object({ edit: idSchema })),
  /** How many would go, and who would be left out and why. */
  'sendLists.review': method(requestSchema, reviewSchema),
  /** Writes the file (`target` is a save ticket). `customers`: who is in it, for `contacts.sent` once it is sent. */
  'sendLists.write': method(
    requestSchema.extend({ layout: layoutContentSchema, target: ticketSchema }),
    reviewSchema.extend({ customers: z.array(idSchema) }),
  ),
};
