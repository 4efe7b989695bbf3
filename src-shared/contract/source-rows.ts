/** Rows of files behind an order or a figure: how every number reaches its cell. */

import { z } from 'zod';
import { rowProblemCodeSchema } from './imports.ts';
import { countSchema, idSchema } from './schemas.ts';

/** `typed`: the owner's own word for it; absent where he said nothing. */
const sourceCellSchema = z
  .object({ column: z.string(), letter: z.string(), value: z.string(), field: z.string().nullable() })
  .extend({ typed: z.string().optional() });

/** A row that speaks of an order, as the file has it. */
export const sourceRowSchema = z.object({
  /** null: the row is only being checked, and is in no import yet. */
  batch: idSchema.nullable(),
  file: z.string(),
  appliedAt: z.string().nullable(),
  live: z.boolean(),
  sheet: z.string().nullable(),
  row: countSchema,
  cells: z.array(sourceCellSchema),
  /** What was wrong with the row; absent where nothing was, or where that is not asked. */
  problems: z
    .array(z.object({ code: rowProblemCodeSchema, column: z.string().nullable(), found: z.string() }))
    .optional(),
});
export type SourceRow = z.output<typeof sourceRowSchema>;
