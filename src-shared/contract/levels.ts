/** Levels (等级): the owner's rules, what they would do, and the level of one customer with its reasons. See `levels.ts` beside the contract. */

import { z } from 'zod';
import { levelMeasures } from '../levels.ts';
import { customerRowSchema, mostPicked, tierBasisSchema } from './customers.ts';
import { levelRulesSchema } from './level-rules.ts';
import { method } from './method.ts';
import { countSchema, daySchema, idSchema, windowSchema } from './schemas.ts';

/** A level by its number; 0: none. */
const levelSchema = countSchema;

export const handLevelSchema = z.strictObject({
  level: levelSchema,
  from: daySchema,
  /** The last day; null: until it is taken back. */
  until: daySchema.nullable(),
  reason: z.string().trim().min(1).max(200),
});
export type HandLevel = z.output<typeof handLevelSchema>;

/** Levels on a day, in a shop or in all: the day and the shop are the basis'. */
const levelsBasisSchema = tierBasisSchema.extend({ shop: idSchema.optional() });

const levelCountSchema = z.object({ level: levelSchema, customers: countSchema });

export const levelMoveSchema = z.object({ from: levelSchema, to: levelSchema, customers: countSchema });
export type LevelMove = z.output<typeof levelMoveSchema>;

/** How far somebody is from a level they do not have. */
export const levelAheadSchema = z.object({
  level: idSchema,
  name: z.string(),
  measure: z.enum(levelMeasures),
  /** What more it takes on the day, in the measure of the rule. */
  lacks: z.number().int().positive(),
  /** What was come to so far, and within how many months; null: ever. */
  has: z.number().int(),
  months: countSchema.nullable(),
});
export type LevelAhead = z.output<typeof levelAheadSchema>;

export const levelStepSchema = z.object({
  day: z.string(),
  /** reached: by an order; kept, lowered: because the level had run out. A review can raise as well. */
  kind: z.enum(['reached', 'kept', 'lowered']),
  before: levelSchema,
  after: levelSchema,
  /** The last day it holds; null: for good. */
  until: z.string().nullable(),
  /** The orders the rule of `after` looked at, the oldest first: at most 20 of them. */
  orders: z.array(z.object({ order: idSchema, orderNumber: z.string(), day: z.string(), netMinor: z.number().int() })),
  /** All of them. */
  orderCount: countSchema,
});
export type LevelStepRow = z.output<typeof levelStepSchema>;

export const customerLevelSchema = z.object({
  /** Levels are in force. */
  on: z.boolean(),
  /** 0: none. */
  level: levelSchema,
  name: z.string().nullable(),
  currency: z.string(),
  /** By the rules alone. */
  byRule: levelSchema,
  since: z.string().nullable(),
  /** The last day it holds by the rules; null: for good, or there is none. */
  until: z.string().nullable(),
  /** Given by hand; `holds`: on this day. */
  hand: handLevelSchema.extend({ holds: z.boolean() }).nullable(),
  /** The next level up, and what it takes; null: none is higher, or it is given by hand. */
  next: levelAheadSchema.nullable(),
  /** The newest first; at most 50. */
  steps: z.array(levelStepSchema),
});
export type CustomerLevel = z.output<typeof customerLevelSchema>;

export const levelMethods = {
  /** What rules come to, if they are in force; without `rules` the saved ones, as though they were. */
  'levels.summary': method(
    z.object({ basis: levelsBasisSchema, rules: levelRulesSchema.optional() }),
    z.object({
      /** Everybody with an order in the scope. */
      customers: countSchema,
      currency: z.string(),
      byHand: countSchema,
      /** The highest first, then 0: none. */
      counts: z.array(levelCountSchema.extend({ netMinor: z.number().int(), orders: countSchema })),
    }),
  ),
  /** What saving `rules` would do on that day: from which level to which, the same ones too. From: the saved rules, if they are in force. */
  'levels.preview': method(
    z.object({ basis: levelsBasisSchema, rules: levelRulesSchema }),
    z.object({
      before: z.array(levelCountSchema),
      after: z.array(levelCountSchema),
      moves: z.array(levelMoveSchema),
      moved: countSchema,
    }),
  ),
  /** Who would go from one level to another, those who spent most first. */
  'levels.movers': method(
    z.object({
      basis: levelsBasisSchema,
      rules: levelRulesSchema,
      move: z.object({ from: levelSchema, to: levelSchema }),
      window: windowSchema,
    }),
    z.object({
      total: countSchema,
      currency: z.string(),
      /** With the first window: as many of them as an address bears. */
      ids: z.array(idSchema).max(mostPicked).optional(),
      rows: z.array(customerRowSchema),
    }),
  ),
  /** Throws `customer-unknown`. */
  'customers.level': method(z.object({ customer: idSchema, basis: tierBasisSchema }), customerLevelSchema),
  /** By hand; null takes it back, so that the rules decide. Throws `customer-unknown`, `level-unknown`. edit null: it was so already. */
  'customers.setLevel': method(
    z.object({ customer: idSchema, level: handLevelSchema.nullable() }),
    z.object({ edit: idSchema.nullable() }),
  ),
};
