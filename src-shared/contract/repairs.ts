/** Damaged rows: which order one may be of, and rows that are kept aside until their original file comes. */

import { z } from 'zod';
import { rowProblemCodeSchema } from './imports.ts';
import { method } from './method.ts';
import { countSchema, idSchema, minorSchema, ticketSchema, windowSchema } from './schemas.ts';

/** What speaks for an order, or against it. `near`: the day alone, or a number with the same beginning. */
export const evidenceSchema = z.object({
  about: z.enum(['number', 'time', 'amount', 'buyer', 'phone', 'name']),
  says: z.enum(['same', 'near', 'differs']),
});

/** An order of the ledger that a damaged row may be of. */
export const candidateSchema = z.object({
  order: idSchema,
  orderNumber: z.string(),
  /** When it was placed, else paid. */
  at: z.string().nullable(),
  paidMinor: minorSchema.nullable(),
  currency: z.string(),
  /** Who bought: the readable name there is. */
  buyer: z.string().nullable(),
  evidence: z.array(evidenceSchema),
});
export type Candidate = z.output<typeof candidateSchema>;

const placeSchema = z.object({ file: idSchema, row: countSchema });

export const asideRowSchema = z.object({
  /** Number of the imported file. */
  file: idSchema,
  name: z.string(),
  row: countSchema,
  shop: z.string(),
  putAt: z.string(),
  code: rowProblemCodeSchema,
  column: z.string().nullable(),
  found: z.string(),
  /** null where the number itself is damaged. */
  orderNumber: z.string().nullable(),
  header: z.array(z.string()),
  cells: z.array(z.string()),
});
export type AsideRow = z.output<typeof asideRowSchema>;

export const repairMethods = {
  /** Orders of the ledger that a row of a check may be of, the likeliest first. None where nothing speaks for any. */
  'imports.candidates': method(
    z.object({ check: z.string(), batch: countSchema, file: countSchema, row: countSchema }),
    z.object({
      candidates: z.array(candidateSchema),
      /** Where the number of the order is to be written; null: the mapping has no such column. */
      column: countSchema.nullable(),
    }),
  ),
  /**
   * Writes what is wrong with the files of a check or of an import as a workbook (`target` is a save ticket): by kind, place by place, and the rows
   * left out with their original columns.
   */
  'imports.report': method(
    z.object({
      of: z.union([z.object({ check: z.string() }), z.object({ batch: idSchema })]),
      language: z.enum(['zh-CN', 'en']),
      target: ticketSchema,
    }),
    z.object({ problems: countSchema }),
  ),
  /** Rows put aside that still wait, newest import first. One whose order has come whole since, or that was let go, waits no longer. */
  'aside.list': method(
    z.object({ window: windowSchema }),
    z.object({ total: countSchema, rows: z.array(asideRowSchema) }),
  ),
  'aside.candidates': method(placeSchema, z.object({ candidates: z.array(candidateSchema) })),
  /** The row speaks of this order: from now on the order is folded with it. Can be taken back as any edit. */
  'aside.attach': method(placeSchema.extend({ order: idSchema }), z.object({ edit: idSchema })),
  /** The owner waits for it no longer. */
  'aside.letGo': method(placeSchema, z.object({ edit: idSchema })),
};
