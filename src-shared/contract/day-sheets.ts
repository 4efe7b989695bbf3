/** The day sheet (当日清单): what is to be done on a day, to take along: on paper, in a calendar, or as a page for a telephone. */

import { z } from 'zod';
import { contactChannelSchema } from './follow-ups.ts';
import { method } from './method.ts';
import { countSchema, daySchema, idSchema, ticketSchema } from './schemas.ts';

const itemSchema = z.object({
  /** The same task keeps it: a calendar that is given a file again moves its entry and adds none. */
  origin: z.string().min(1).max(300),
  customer: idSchema,
  day: daySchema,
  /** Why now, in words. */
  why: z.string().max(400),
  /** What to say or to mind. */
  say: z.string().max(2000),
  channel: contactChannelSchema,
});

const requestSchema = z.object({
  items: z.array(itemSchema).max(1000),
  /** The day of the sheet: whom the contact guard holds back on it is not on it. */
  on: daySchema,
  /** For a helper: names and numbers in part only. A nick stays where it is the way to reach them. */
  masked: z.boolean(),
  language: z.enum(['zh-CN', 'en']),
});
export type DaySheetRequest = z.output<typeof requestSchema>;

export const daySheetItemSchema = itemSchema.extend({
  name: z.string(),
  /** Whole, of somebody who is certain; masked for a helper; null: there is none. */
  phone: z.string().nullable(),
  nick: z.string().nullable(),
  place: z.string().nullable(),
});
export type DaySheetItem = z.output<typeof daySheetItemSchema>;

const counts = { held: countSchema };

export const daySheetMethods = {
  /** In the order given. `held`: so many were left off, because the guard holds them back. */
  'daySheets.compose': method(requestSchema, z.object({ items: z.array(daySheetItemSchema), ...counts })),
  /** Writes it to a file the person chose (`target` is a save ticket). */
  'daySheets.write': method(
    requestSchema.extend({ format: z.enum(['ics', 'html']), target: ticketSchema }),
    z.object({ items: countSchema, ...counts }),
  ),
};
