/** Orders that stay in the book and leave every figure: brushing, the owner's own, tests, staff, resellers; by rules the owner makes. */

import { z } from 'zod';
import { method } from './method.ts';
import { countSchema, emptySchema, idSchema, minorSchema, windowSchema } from './schemas.ts';

export const exclusionKinds = ['brushing', 'self', 'test', 'staff', 'reseller'] as const;
export type ExclusionKind = (typeof exclusionKinds)[number];

/** What of an order is looked at. `address`: province, city, district and the rest in one; `nick`: the buyer's id. */
export const exclusionFields = ['sellerNote', 'buyerNote', 'nick', 'receiver', 'phone', 'address'] as const;
/** Letters large and small are alike; blanks before the text, and blanks and dashes in a phone, do not matter. */
export const exclusionTests = ['starts', 'contains', 'is'] as const;

const textConditionSchema = z.object({
  field: z.enum(exclusionFields),
  test: z.enum(exclusionTests),
  text: z.string().trim().min(1).max(100),
});
/** What was paid, both ends included; an order of which no file says what was paid is not met. */
const amountConditionSchema = z
  .object({ field: z.literal('amount'), from: minorSchema.nullable(), to: minorSchema.nullable() })
  .refine(({ from, to }) => (from ?? to) !== null && (from === null || to === null || from <= to));

export const exclusionConditionSchema = z.union([textConditionSchema, amountConditionSchema]);
export type ExclusionCondition = z.output<typeof exclusionConditionSchema>;

export const exclusionContentSchema = z.object({
  kind: z.enum(exclusionKinds),
  /** null: all shops. */
  shop: idSchema.nullable(),
  /** All conditions must hold, or any one. */
  match: z.enum(['all', 'any']),
  conditions: z.array(exclusionConditionSchema).min(1).max(20),
});
export type ExclusionContent = z.output<typeof exclusionContentSchema>;

export const exclusionRuleSchema = z.object({
  rule: idSchema,
  /** 1 when made; each change counts one more. What it said before stands in the journal. */
  version: z.number().int().positive(),
  content: exclusionContentSchema,
  /** Orders the rule takes out; an order may be taken out by several. */
  orders: countSchema,
});
export type ExclusionRule = z.output<typeof exclusionRuleSchema>;

/** An order that a rule means. */
export const meantOrderSchema = z.object({
  order: idSchema,
  orderNumber: z.string(),
  day: z.string().nullable(),
  customer: idSchema.nullable(),
  name: z.string().nullable(),
  nick: z.string().nullable(),
  sellerNote: z.string().nullable(),
  buyerNote: z.string().nullable(),
  currency: z.string(),
  paidMinor: minorSchema.nullable(),
  /** It would count if no rule excluded it. */
  counts: z.boolean(),
});
export type MeantOrder = z.output<typeof meantOrderSchema>;

export const exclusionMethods = {
  /** `excluded`: orders that some rule takes out, each counted once. */
  'exclusions.list': method(emptySchema, z.object({ rules: z.array(exclusionRuleSchema), excluded: countSchema })),
  /** What a rule would mean, whether or not others mean the same; a window of its orders, newest first. */
  'exclusions.preview': method(
    z.object({ content: exclusionContentSchema, window: windowSchema }),
    z.object({
      orders: countSchema,
      /** Of them, those that count in figures. */
      counted: countSchema,
      customers: countSchema,
      /** Net money of those that count. */
      money: z.array(z.object({ currency: z.string(), netMinor: minorSchema })),
      rows: z.array(meantOrderSchema),
    }),
  ),
  /** `rule` null: a new one. */
  'exclusions.save': method(
    z.object({ rule: idSchema.nullable(), content: exclusionContentSchema }),
    z.object({ edit: idSchema, rule: idSchema }),
  ),
  'exclusions.remove': method(z.object({ rule: idSchema }), z.object({ edit: idSchema })),
  /** Beginnings of the seller's notes that look like a mark of brushing and no rule means yet. Nothing is done about them. */
  'exclusions.suggest': method(
    emptySchema,
    z.object({ suggestions: z.array(z.object({ text: z.string(), orders: countSchema })) }),
  ),
};
