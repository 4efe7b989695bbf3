/** Questions to the ledger: RFM, tiers, any metric by name. */

import { z } from 'zod';
import { method } from './method.ts';
import {
  countSchema,
  daySchema,
  definitionSchema,
  emptySchema,
  idSchema,
  minorSchema,
  tierSchema,
  windowSchema,
} from './schemas.ts';

export const typedLinesSchema = z.object({
  recencyDays: countSchema,
  frequency: countSchema,
  netMinor: z.number().int(),
});

export const tierCountSchema = z.object({
  tier: tierSchema,
  customers: countSchema,
  likely: countSchema,
  netMinor: minorSchema,
});

/** One customer's scores as of a day. */
export const scoreSchema = z.object({
  customer: idSchema,
  buyerId: z.string().nullable(),
  name: z.string(),
  recencyDays: z.number().int(),
  frequency: countSchema,
  netMinor: minorSchema,
  r: countSchema,
  f: countSchema,
  m: countSchema,
  tier: tierSchema,
});
export type Score = z.output<typeof scoreSchema>;

/** A cell of the grid: so long away × so many orders. Open ends are null. */
export const gridCellSchema = z.object({
  recencyFrom: countSchema,
  recencyTo: countSchema.nullable(),
  ordersFrom: countSchema,
  ordersTo: countSchema.nullable(),
  customers: countSchema,
  /** How many of them are high in money. */
  much: countSchema,
});

export const rfmBasisSchema = z.object({
  on: daySchema,
  definition: definitionSchema,
  shop: idSchema.optional(),
  /** Lines to try instead of the saved ones (definition `typed`). */
  lines: typedLinesSchema.optional(),
  /** Count likely (推测) customers too. Default true. */
  likely: z.boolean().optional(),
  /** Orders that a rule excludes count too. Default false. */
  excluded: z.boolean().optional(),
});
export type RfmBasis = z.output<typeof rfmBasisSchema>;

/** Who, of those scored: in a cell of the grid, or of a move from one tier to another. Both missing: everybody. */
export const rfmPeopleSchema = z.object({
  basis: rfmBasisSchema,
  cell: gridCellSchema.pick({ recencyFrom: true, recencyTo: true, ordersFrom: true, ordersTo: true }).optional(),
  /** `from` is the tier by the rule `before` (null: in none yet), `to` the one by `basis`. */
  move: z.object({ before: rfmBasisSchema, from: tierSchema.nullable(), to: tierSchema }).optional(),
  window: windowSchema,
});
export type RfmPeopleQuestion = z.output<typeof rfmPeopleSchema>;

export const rfmSummarySchema = z.object({
  on: z.string(),
  definition: definitionSchema,
  customers: countSchema,
  likely: countSchema,
  netMinor: minorSchema,
  currency: z.string(),
  tiers: z.array(tierCountSchema),
  grid: z.array(gridCellSchema),
  /** Where `high` begins in this definition: from which value on the score is 4. Recency: at most so many days. null where no customer scores high. */
  lines: z.object({
    recencyDays: z.number().nullable(),
    frequency: z.number().nullable(),
    netMinor: z.number().nullable(),
  }),
});
export type RfmSummary = z.output<typeof rfmSummarySchema>;

export const metricMethods = {
  'rfm.summary': method(rfmBasisSchema, rfmSummarySchema),
  'rfm.scores': method(
    rfmBasisSchema.extend({ from: countSchema, count: z.number().int().min(0).max(10_000) }),
    z.object({ total: countSchema, scores: z.array(scoreSchema) }),
  ),
  /** How many change tier when one rule takes the place of another; the largest move first. */
  'rfm.moves': method(
    z.object({ before: rfmBasisSchema, after: rfmBasisSchema }),
    z.object({ moves: z.array(z.object({ from: tierSchema, to: tierSchema, customers: countSchema })) }),
  ),
  /** A window of them, those who spent most first. */
  'rfm.people': method(
    rfmPeopleSchema,
    z.object({ total: countSchema, currency: z.string(), scores: z.array(scoreSchema) }),
  ),
  'metrics.list': method(
    emptySchema,
    z.object({
      metrics: z.array(
        z.object({ name: z.string(), title: z.object({ zh: z.string(), en: z.string() }), sql: z.string() }),
      ),
    }),
  ),
  'metrics.run': method(
    z.object({
      name: z.string(),
      on: daySchema,
      /** Only what happened from this day on. */
      from: daySchema.optional(),
      shop: idSchema.optional(),
      excluded: z.boolean().optional(),
      /** From how many orders (or customers) on pairs of items are told. Default 5. */
      least: z.number().int().min(1).optional(),
    }),
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
    }),
  ),
};
