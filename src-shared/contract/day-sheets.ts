/** The day sheet (当日清单): what is to be done on a day, to take along: on paper, in a calendar, or as a page for a telephone. */

import { z } from 'zod';
import { tierBasisSchema } from './customers.ts';
import { contactChannelSchema, heldSchema } from './follow-ups.ts';
import { method } from './method.ts';
import { countSchema, daySchema, idSchema, ticketSchema } from './schemas.ts';

const itemSchema = z.object({
  /** The same task keeps it: a calendar that is given a file again moves its entry and adds none. */
  origin: z.string().min(1).max(300),
  customer: idSchema,
  day: daySchema,
  /** Why now, in words. */
  why: z.string().max(400),
  /** What to mind, as the owner noted it. */
  note: z.string().max(1000),
  channel: contactChannelSchema,
  /** The rule that suggests it: the template that is called like it goes before others. */
  rule: idSchema.nullable(),
});

const requestSchema = z.object({
  items: z.array(itemSchema).max(1000),
  /** Its day is the day of the sheet: whom the contact guard holds back on it is not on it. */
  basis: tierBasisSchema,
  /** For a helper: names and numbers in part only. A nick, or an order's number, stays where it is the way to reach them. */
  masked: z.boolean(),
  language: z.enum(['zh-CN', 'en']),
});
export type DaySheetRequest = z.output<typeof requestSchema>;

export const daySheetItemSchema = itemSchema.extend({
  name: z.string(),
  /** Whole, of somebody who is certain; masked for a helper; null: there is none. */
  phone: z.string().nullable(),
  /** Their nick on the marketplace; of whom none is known, the number of their newest order. */
  nick: z.string().nullable(),
  order: z.string().nullable(),
  place: z.string().nullable(),
  /** What a template says to them; null: none for this way is whole. */
  say: z.string().nullable(),
});
export type DaySheetItem = z.output<typeof daySheetItemSchema>;

export const daySheetMethods = {
  /** In the order given; whoever is not in the book any more is passed over. `held`: who was left off, because the guard holds them back, and why. */
  'daySheets.compose': method(
    requestSchema,
    z.object({
      items: z.array(daySheetItemSchema),
      held: z.array(z.object({ customer: idSchema, name: z.string(), held: z.array(heldSchema).min(1) })),
    }),
  ),
  /** Writes it to a file the person chose (`target` is a save ticket). */
  'daySheets.write': method(
    requestSchema.extend({ format: z.enum(['ics', 'html']), target: ticketSchema }),
    z.object({ items: countSchema, held: countSchema }),
  ),
};
