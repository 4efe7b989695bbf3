/** The ready reports: tables over one period, with the statements they came from; and the same as a workbook. */

import { z } from 'zod';
import { method } from './method.ts';
import { rfmBasisSchema } from './metrics.ts';
import { countSchema, daySchema, ticketSchema } from './schemas.ts';

export const reportNames = [
  'overview',
  'sales',
  'newcomers',
  'cohorts',
  'repurchase',
  'tiers',
  'contribution',
  'products',
] as const;
export type ReportName = (typeof reportNames)[number];

export const reportQuestionSchema = rfmBasisSchema.extend({
  report: z.enum(reportNames),
  /** The period's first day; of the tiers: the earlier of the two days. Without it: everything up to `on`, and no movement. */
  from: daySchema.optional(),
  /** From how many orders (or customers) on pairs of items are told. Default 5. */
  least: z.number().int().min(1).optional(),
});

const cellSchema = z.union([z.string(), z.number(), z.null()]);

export const reportTableSchema = z.object({
  /** The metric's name; `tier-movement` is made of two runs of `rfm-scores`. */
  name: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  /** A name ending in `_minor` is money in minor units, one ending in `_rate` a share of 1, one in `_days` days. */
  columns: z.array(z.string()),
  rows: z.array(z.array(cellSchema)),
  sql: z.string(),
  params: z.record(z.string(), cellSchema),
});
export type ReportTable = z.output<typeof reportTableSchema>;

export const reportSchema = z.object({
  report: z.enum(reportNames),
  on: z.string(),
  from: z.string().nullable(),
  currency: z.string(),
  /** All that could be asked for; the figures are in the first. */
  currencies: z.array(z.string()),
  /** Customers with a counted order up to `on`: below 30 of them shares say little. */
  buyers: countSchema,
  /** The last day that order files speak of: tables end with its month. Of months before it that no file speaks of, their cells are empty. */
  coveredTo: z.string().nullable(),
  tables: z.array(reportTableSchema),
});
export type Report = z.output<typeof reportSchema>;

export const reportMethods = {
  /** Throws `shop-unknown`. */
  'reports.read': method(reportQuestionSchema, reportSchema),
  /** Writes every table of a report as a sheet of a workbook (`target` is a save ticket), and one that says what was asked; then those of the days `against`. */
  'reports.export': method(
    reportQuestionSchema.extend({
      /** The report of these days stands beside it. */
      against: z.object({ from: daySchema, on: daySchema }).optional(),
      language: z.enum(['zh-CN', 'en']),
      target: ticketSchema,
    }),
    z.object({ rows: countSchema }),
  ),
};
