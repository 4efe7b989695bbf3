/**
 * What is typed in by hand: somebody who asked but never ordered, and orders that no marketplace's file has. Each is a small import of its own:
 * its rows are source rows like any other, so it counts in every figure, is explained down to what was typed, and is taken back in the history.
 */

import { z } from 'zod';
import { method } from './method.ts';
import { daySchema, idSchema, minorSchema } from './schemas.ts';

const shortText = z.string().trim().max(200);

const personShape = {
  /** Somebody of the book. Without: whoever the phone or the handle belongs to, else somebody new. */
  customer: idSchema.optional(),
  name: shortText,
  /** A whole number; '' for none. */
  phone: shortText,
  /** What they are called where they write: a WeChat name. Used to tell who it is where there is no phone. */
  handle: shortText,
  address: z.string().trim().max(500),
  note: z.string().trim().max(1000),
};

const placeShape = {
  /** What the owner calls the place: 微信, 门店, 电话. Becomes a shop of its own, of marketplace 'hand'. */
  shop: z.string().trim().min(1).max(60),
  day: daySchema,
  /** 'HH:MM'; without: the hour is not known. */
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  currency: z.string().regex(/^[A-Z]{3}$/),
};

export const leadSchema = z.object({
  ...personShape,
  ...placeShape,
  /** What they asked for. */
  wish: z.string().trim().max(500),
});
export type Lead = z.output<typeof leadSchema>;

export const handItemSchema = z.object({
  title: z.string().trim().min(1).max(200),
  quantity: z.number().int().min(1).max(100_000),
  /** Of one piece, in minor units. */
  unitPriceMinor: minorSchema.refine((amount) => amount >= 0),
});

export const handOrderSchema = z.object({
  ...personShape,
  ...placeShape,
  items: z.array(handItemSchema).min(1).max(100),
  /** What was paid in all, before refunds; null: not yet. */
  paidMinor: minorSchema.refine((amount) => amount >= 0).nullable(),
  /** What went back of it. */
  refundMinor: minorSchema.refine((amount) => amount >= 0),
});
export type HandOrder = z.output<typeof handOrderSchema>;

const writtenSchema = z.object({
  /** The import, for taking it back. */
  batch: idSchema,
  orderNumber: z.string(),
  /** Whose it is; null: nobody can tell. */
  customer: idSchema.nullable(),
  /** The journal's entry that says that it is the customer who was chosen; null: that was clear. */
  edit: idSchema.nullable(),
});

export const byHandMethods = {
  /** Throws `hand-without-person` where nothing tells who it is, `customer-unknown`, `hand-refused` where the rows cannot be read. */
  'byHand.lead': method(leadSchema, writtenSchema),
  /** Without anything that tells who it is, it counts in sales only. Throws `customer-unknown`, `hand-refused`. */
  'byHand.order': method(handOrderSchema, writtenSchema),
};
