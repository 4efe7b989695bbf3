/** Which days the imported files speak of, shop by shop: imported, without sales, missing. */

import { z } from 'zod';
import { method } from './method.ts';
import { countSchema, daySchema, doneSchema, idSchema } from './schemas.ts';

/** Why days have no file, in the owner's word: nothing was sold, or the shop was closed. */
export const quietReasons = ['noSales', 'closed'] as const;
export type QuietReason = (typeof quietReasons)[number];

/** The days one imported file covers, both ends included. Days in between without an order count as covered, with zero sales. */
const coveringFileSchema = z.object({
  batch: idSchema,
  file: z.string(),
  from: z.string(),
  to: z.string(),
  /** The file's name or the notice above its header says so; else it is from the first ordered day to the last. */
  stated: z.boolean(),
});
export type CoveringFile = z.output<typeof coveringFileSchema>;

/** Days between the shop's first and last covered day that no file covers and of which the owner said nothing. */
const gapSchema = z.object({ from: z.string(), to: z.string(), days: z.number().int().positive() });
export type CoverageGap = z.output<typeof gapSchema>;

const quietSpanSchema = z.object({ from: z.string(), to: z.string(), reason: z.enum(quietReasons) });
export type QuietSpan = z.output<typeof quietSpanSchema>;

const shopCoverageSchema = z.object({
  shop: idSchema,
  name: z.string(),
  /** null: no file of this shop covers any day. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  files: z.array(coveringFileSchema),
  quiet: z.array(quietSpanSchema),
  gaps: z.array(gapSchema),
});
export type ShopCoverage = z.output<typeof shopCoverageSchema>;

const spanSchema = z.object({ shop: idSchema, from: daySchema, to: daySchema });
const inOrder = ({ from, to }: { from: string; to: string }): boolean => from <= to;

export const coverageMethods = {
  /** Shops in the order of their numbers; files, spans and gaps oldest first. */
  'coverage.list': method(
    z.object({ shop: idSchema.optional() }),
    z.object({ shops: z.array(shopCoverageSchema), sql: z.string() }),
  ),
  /** Orders per ordered day, whatever became of them; days without any are left out. */
  'coverage.days': method(
    spanSchema.refine(inOrder),
    z.object({ days: z.array(z.object({ day: z.string(), orders: countSchema })) }),
  ),
  /** The owner says why these days have no file. In the journal, so it can be taken back. */
  'coverage.mark': method(
    z.object({
      spans: z
        .array(spanSchema.extend({ reason: z.enum(quietReasons) }).refine(inOrder))
        .min(1)
        .max(1000),
    }),
    z.object({ edits: z.array(idSchema) }),
  ),
  /** Takes the owner's word back for exactly these days. */
  'coverage.clear': method(spanSchema, doneSchema),
};
