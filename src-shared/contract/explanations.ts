/** How a figure was worked out: the answer, the rules, the SQL, the orders it is made of; and the file, row and cells of each. */

import { z } from 'zod';
import { importActions, importAmounts, importFigures } from '../import-figure.ts';
import { customerFilterSchema, tierBasisSchema } from './customers.ts';
import { insightKeySchema } from './insights.ts';
import { method } from './method.ts';
import { rfmBasisSchema, typedLinesSchema } from './metrics.ts';
import {
  countSchema,
  daySchema,
  definitionSchema,
  idSchema,
  minorSchema,
  tierSchema,
  windowSchema,
} from './schemas.ts';
import { sourceRowSchema } from './source-rows.ts';

/** Where a row stands that is not imported: the number of its file in the check (or in the ledger), and its record number. */
export const stoppedRowSchema = z.object({ file: idSchema, row: countSchema });

export const explainedOrderSchema = z.object({
  /** In a check: the number the order has in its plan. Of what is not imported: its place in the list. */
  order: idSchema,
  /** '' where no order number can be read. */
  orderNumber: z.string(),
  day: z.string().nullable(),
  items: z.string(),
  currency: z.string(),
  netMinor: minorSchema.nullable(),
  /** The order is in the figure. */
  counts: z.boolean(),
  /** Why it is not; of an import's orders: why it counts in no customer's figures, or what stopped it. */
  why: z.string().nullable(),
  /** Only of an import's orders. */
  paidMinor: minorSchema.nullable().optional(),
  refundMinor: minorSchema.nullable().optional(),
  lines: countSchema.optional(),
  action: z.enum(importActions).optional(),
  /** Who the import takes the buyer for; null: nobody can tell. */
  buyer: z.string().nullable().optional(),
  stopped: stoppedRowSchema.nullable().optional(),
});
export type ExplainedOrder = z.output<typeof explainedOrderSchema>;

/** 结论 → 规则 → 用到的单 → 文件、行、格. */
export const explanationSchema = z.object({
  /** Code and words of the conclusion; the page makes the sentence. */
  subject: z.string(),
  facts: z.array(
    z.object({ name: z.string(), value: z.string(), line: z.string().nullable(), verdict: z.string().nullable() }),
  ),
  rules: z.array(z.string()),
  /** One statement or several; the first gives the figure, or lists what is added up. */
  sql: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  orders: z.array(explainedOrderSchema),
  /** All orders behind the figure; `orders` holds the first 200. */
  orderCount: countSchema,
  /** What of each order is added up to `sumMinor`. */
  amount: z.enum(importAmounts),
  sumMinor: minorSchema.nullable(),
});
export type Explanation = z.output<typeof explanationSchema>;

/** Figures of a customer's account beside those that make the tier. */
export const accountFigures = ['paidMinor', 'refundMinor', 'netMinor', 'rhythmDays'] as const;
export type AccountFigure = (typeof accountFigures)[number];

/** Where else a customer may stand: by level, on the ladder, by contribution. */
export const customerPlaces = ['level', 'ladder', 'grade'] as const;
export type CustomerPlace = (typeof customerPlaces)[number];

const customerSubject = z.object({
  customer: idSchema,
  basis: rfmBasisSchema,
  /** Of their account, whatever day it is; without one: why they are in their tier. */
  account: z.enum(accountFigures).optional(),
  /** Or a line of their habits: the orders that bear it out. */
  insight: insightKeySchema.optional(),
  /** Or where in their life as a customer they stand. */
  lifecycle: z.literal(true).optional(),
  /** Or why they have their level, stand on their step of the ladder, or are of their contribution grade. */
  place: z.enum(customerPlaces).optional(),
});
const metricSubject = z.object({
  name: z.string(),
  on: daySchema,
  /** Only what happened from this day on. */
  from: daySchema.optional(),
  /** Which figure of the metric: `{ month: '2026-05', part: 'new' }`. What it knows stands in its statement of orders. Without: all of it. */
  row: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  shop: idSchema.optional(),
  tier: tierSchema.optional(),
  /** How tiers were worked out on the page that asks. Default `quantile`, the saved lines, likely customers too. */
  definition: definitionSchema.optional(),
  lines: typedLinesSchema.optional(),
  likely: z.boolean().optional(),
  excluded: z.boolean().optional(),
});
const listSubject = z.object({ filter: customerFilterSchema, basis: tierBasisSchema });
const batchSubject = z.object({ batch: idSchema, figure: z.enum(importFigures).default('netMinor') });
const checkSubject = z.object({
  check: z.string(),
  /** Position of the batch in the check's report, from 0; all of them together without it. */
  batch: countSchema.optional(),
  figure: z.enum(importFigures),
});

/** What is explained, for asking for more of its orders. */
export const explainedSchema = z.discriminatedUnion('kind', [
  customerSubject.extend({ kind: z.literal('customer') }),
  metricSubject.extend({ kind: z.literal('metric') }),
  listSubject.extend({ kind: z.literal('list') }),
  batchSubject.extend({ kind: z.literal('batch') }),
  checkSubject.extend({ kind: z.literal('check') }),
]);
export type Explained = z.output<typeof explainedSchema>;

export const explanationMethods = {
  /** Why a customer is in a tier, and what their other figures are made of. */
  'explain.customer': method(customerSubject, explanationSchema),
  /** How a figure of a page was worked out; `name` is a metric's name, optionally with a column: 'tier-summary'. */
  'explain.metric': method(metricSubject, explanationSchema),
  /** What the sums of a customer list are made of, under whatever conditions. */
  'explain.list': method(listSubject, explanationSchema),
  /** What a figure of an import is made of, as its report has it. */
  'explain.batch': method(batchSubject, explanationSchema),
  /** The same of a check that nobody has applied yet. Throws `check-is-stale` when the ledger has moved on. */
  'explain.check': method(checkSubject, explanationSchema),
  /** A window of the orders behind a figure, in the order of its explanation. */
  'explain.orders': method(
    z.object({ of: explainedSchema, window: windowSchema }),
    z.object({ orders: z.array(explainedOrderSchema) }),
  ),
  /** Every row that speaks of an order of a check, or of a row that an import leaves out: with its cells. */
  'explain.rows': method(
    z.object({
      in: z.union([z.object({ check: z.string() }), z.object({ batch: idSchema })]),
      of: z.union([z.object({ order: idSchema }), stoppedRowSchema]),
    }),
    z.object({ orderNumber: z.string(), rows: z.array(sourceRowSchema) }),
  ),
};
