/** A day that comes every year, by the solar or the lunar calendar, with the owner's rule for years that do not have it. */

import { z } from 'zod';

/**
 * For a day in a leap month. `leapElsePlain`: in the leap month of years that have it, else in the plain month of the same number.
 * `plain`: always in the plain month. `leapOnly`: only in years that have the leap month.
 */
export const leapRules = ['leapElsePlain', 'plain', 'leapOnly'] as const;
/** For 29 February, in years without: the day before, the day after, or not at all. */
export const februaryRules = ['before', 'after', 'leapOnly'] as const;

const yearSchema = z.number().int().min(1900).max(2100).nullable();

function isSolarDay({ month, day }: { readonly month: number; readonly day: number }): boolean {
  return day <= ([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);
}

export const occasionDateSchema = z.discriminatedUnion('calendar', [
  z
    .object({
      calendar: z.literal('solar'),
      /** The year it happened; null: not known. */
      year: yearSchema,
      month: z.number().int().min(1).max(12),
      day: z.number().int().min(1).max(31),
      february: z.enum(februaryRules).default('before'),
    })
    .refine(isSolarDay),
  z.object({
    calendar: z.literal('lunar'),
    year: yearSchema,
    month: z.number().int().min(1).max(12),
    /** The leap month after the plain one. */
    isLeap: z.boolean(),
    /** 30 falls on the 29th of a short month. */
    day: z.number().int().min(1).max(30),
    leap: z.enum(leapRules).default('leapElsePlain'),
  }),
]);
export type OccasionDate = z.output<typeof occasionDateSchema>;
