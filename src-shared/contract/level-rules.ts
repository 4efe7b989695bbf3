/** The owner's rules for levels, as a setting. */

import { z } from 'zod';
import { levelMeasures, mostLevels } from '../levels.ts';

const monthsSchema = z.number().int().min(1).max(120);

export const levelSchema = z.strictObject({
  id: z.number().int().positive(),
  name: z.string().trim().min(1).max(20),
  measure: z.enum(levelMeasures),
  atLeast: z.number().int().min(1).max(1_000_000_000_000),
  months: monthsSchema.nullable(),
  validMonths: monthsSchema.nullable(),
});

const areDistinct = (values: readonly (string | number)[]): boolean => new Set(values).size === values.length;

/** Numbers and names are each there once; no number is larger than the last one given. */
export const levelRulesSchema = z
  .strictObject({
    on: z.boolean(),
    lastId: z.number().int().nonnegative(),
    levels: z.array(levelSchema).min(1).max(mostLevels),
  })
  .refine(({ levels }) => areDistinct(levels.map(({ id }) => id)) && areDistinct(levels.map(({ name }) => name)))
  .refine(({ levels, lastId }) => levels.every(({ id }) => id <= lastId));
