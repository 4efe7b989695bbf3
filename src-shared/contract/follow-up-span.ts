/** Follow-ups of several days at once, with their people: a week, or the days to come. */

import { z } from 'zod';
import { daysBetween } from '../day.ts';
import { tierBasisSchema } from './customers.ts';
import { dayLoadSchema, dueSchema, logEntrySchema } from './follow-ups.ts';
import { method } from './method.ts';
import { countSchema, daySchema } from './schemas.ts';

export const spanDaySchema = z.object({
  day: daySchema,
  /** As `followUps.days` says it. */
  load: dayLoadSchema,
  /** Those who wait, best first, up to `most`; and how many more do. Others of the same person that day follow their first. */
  due: z.array(dueSchema),
  more: countSchema,
  /** What was done, newest first, up to `most`. */
  done: z.array(dueSchema.extend({ done: logEntrySchema })),
});
export type SpanDay = z.output<typeof spanDaySchema>;

export const followUpSpanMethods = {
  /** At most 31 days. Days past say what was done on them. */
  'followUps.span': method(
    z
      .object({ basis: tierBasisSchema, from: daySchema, to: daySchema, most: z.number().int().min(1).max(500) })
      .refine(({ from, to }) => from <= to && daysBetween(from, to) < 31),
    z.object({ days: z.array(spanDaySchema) }),
  ),
};
