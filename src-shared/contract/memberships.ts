/** Why a customer is in a segment, or is not: each condition with whether it holds, and the figure or the orders behind it. */

import { z } from 'zod';
import { gradeChoices } from '../grades.ts';
import { levelMeasures } from '../levels.ts';
import { tierBasisSchema } from './customers.ts';
import { explainedOrderSchema } from './explanations.ts';
import { type FilterCondition, filterConditionSchema, groupKinds } from './filters.ts';
import { method } from './method.ts';
import { countSchema, daySchema, idSchema, minorSchema } from './schemas.ts';

/** So many orders come with a condition; `count` says how many there are. */
export const mostMeantOrders = 20;

const ordersHadShape = {
  count: countSchema,
  netMinor: minorSchema,
  orders: z.array(explainedOrderSchema).max(mostMeantOrders),
};
/** Orders, newest first; `netMinor`: what those of them that count come to. */
const ordersHadSchema = z.object(ordersHadShape);
export type OrdersHad = z.output<typeof ordersHadSchema>;

/** What a customer has of what a condition asks about, as of the day. null: nothing of the kind. */
const simpleHasSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), value: z.number().nullable() }),
  /** Minor units; an average is not rounded. */
  z.object({ kind: z.literal('money'), minor: z.number().nullable() }),
  z.object({ kind: z.literal('day'), day: z.string().nullable() }),
  /** A word of the language: of the tiers, stages, steps, ways to be reached. */
  z.object({ kind: z.literal('code'), code: z.string().nullable() }),
  /** As written; of a field of the owner's 'yes' and 'no'; phones masked; of wishes and of orders that are left out the words of the language. */
  z.object({ kind: z.literal('texts'), texts: z.array(z.string()) }),
  /** Of the kind that is asked for. */
  z.object({ kind: z.literal('orders'), ...ordersHadShape }),
  /**
   * The level they have (null: none) and until when (null: for good, or none), by hand or by rule. `rules`: that of the level they have by rule, as it was met on
   * `day`; and the lowest one above it that is asked for, as it stands on the day of the question. The orders are those the first of them looked at.
   */
  z.object({
    kind: z.literal('level'),
    level: z.string().nullable(),
    byHand: z.boolean(),
    until: daySchema.nullable(),
    rules: z.array(
      z.object({
        name: z.string(),
        measure: z.enum(levelMeasures),
        months: countSchema.nullable(),
        day: daySchema,
        /** Orders, or minor units. */
        has: z.number(),
        atLeast: z.number(),
      }),
    ),
    ...ordersHadShape,
  }),
  /** Their net since `from` against the lines; null: nobody is of that grade. */
  z.object({
    kind: z.literal('grade'),
    grade: z.enum(gradeChoices),
    from: daySchema,
    largeMinor: minorSchema.nullable(),
    mediumMinor: minorSchema.nullable(),
    ...ordersHadShape,
  }),
  /** Of the runs asked about, those they were drawn in. */
  z.object({
    kind: z.literal('runs'),
    runs: z.array(z.object({ run: idSchema, name: z.string(), on: daySchema, arm: z.enum(['contacted', 'held']) })),
  }),
  /** Whether it holds is all there is to say. */
  z.object({ kind: z.literal('none') }),
]);

export type SimpleHas = z.output<typeof simpleHasSchema>;

export interface SegmentVerdict {
  readonly segment: number;
  readonly name: string;
  readonly holds: boolean;
  /** Just the people of that day; null: whoever meets the conditions. */
  readonly fixedOn: string | null;
  readonly verdict: Verdict;
}

/** A condition of a filter, or a group of them, asked of one customer. Of a group all, any or none must hold. */
export type Verdict =
  | { readonly holds: boolean; readonly group: (typeof groupKinds)[number]; readonly parts: readonly Verdict[] }
  | {
      readonly holds: boolean;
      readonly condition: FilterCondition;
      readonly has: SimpleHas | { readonly kind: 'segments'; readonly segments: readonly SegmentVerdict[] };
    };

const verdictSchema: z.ZodType<Verdict> = z.lazy(() =>
  z.union([
    z.object({ holds: z.boolean(), group: z.enum(groupKinds), parts: z.array(verdictSchema) }),
    z.object({
      holds: z.boolean(),
      condition: filterConditionSchema,
      has: z.union([
        simpleHasSchema,
        z.object({ kind: z.literal('segments'), segments: z.array(segmentVerdictSchema) }),
      ]),
    }),
  ]),
);

const segmentVerdictSchema: z.ZodType<SegmentVerdict> = z.lazy(() =>
  z.object({
    segment: idSchema,
    name: z.string(),
    holds: z.boolean(),
    fixedOn: z.string().nullable(),
    verdict: verdictSchema,
  }),
);

export const membershipMethods = {
  /** Every segment, in the order they were made, and whether a customer is in it. Throws `customer-unknown`. */
  'segments.ofCustomer': method(
    z.object({ customer: idSchema, basis: tierBasisSchema }),
    z.object({
      segments: z.array(
        z.object({ segment: idSchema, name: z.string(), holds: z.boolean(), fixedOn: daySchema.nullable() }),
      ),
    }),
  ),
  /**
   * `holds` is what the list says; of a fixed segment the verdict says who meets the conditions today. `isAsked` false: no order in the shops that are asked
   * about, so in no list of theirs. `sql` answers who is in it. Throws `customer-unknown`, `segment-unknown`.
   */
  'explain.membership': method(
    z.object({ customer: idSchema, segment: idSchema, basis: tierBasisSchema }),
    z.object({
      membership: segmentVerdictSchema,
      isAsked: z.boolean(),
      currency: z.string(),
      sql: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    }),
  ),
};
