/** Schemas shared by several nouns of the contract: days, moments, money, tickets, pages. */

import { z } from 'zod';
import { type Day, isDay } from '../day.ts';
import { identityKinds } from '../identity.ts';
import { marketplaces } from '../marketplace.ts';
import type { Minor } from '../money.ts';
import { orderStatuses } from '../order.ts';
import { rfmDefinitions, tiers } from '../rfm.ts';

// Compiling schemas needs eval, which the page's content security policy forbids.
z.config({ jitless: true });

export const daySchema = z.string().transform((text, context): Day => {
  if (isDay(text)) return text;
  context.addIssue({ code: 'custom', message: 'not a day' });
  return z.NEVER;
});
export const minorSchema = z
  .number()
  .int()
  .transform((value) => value as Minor);
export const idSchema = z.number().int().positive();
export const ticketSchema = z.string().min(1).max(64);
export const countSchema = z.number().int().nonnegative();
export const marketplaceSchema = z.enum(marketplaces);
export const orderStatusSchema = z.enum(orderStatuses);
export const tierSchema = z.enum(tiers);
export const definitionSchema = z.enum(rfmDefinitions);
export const certaintySchema = z.enum(['certain', 'likely']);
export const identityKindSchema = z.enum(identityKinds);
export const statusCountsSchema = z.object({
  unpaid: countSchema,
  paid: countSchema,
  shipped: countSchema,
  completed: countSchema,
  closed: countSchema,
  partiallyRefunded: countSchema,
  refunded: countSchema,
});
/** Amounts in minor units; null = no file says. */
export const moneySchema = z.object({
  paidMinor: minorSchema.nullable(),
  refundMinor: minorSchema.nullable(),
  netMinor: minorSchema.nullable(),
});
/** A window of a list: `from` counts from 0. */
export const windowSchema = z.object({ from: countSchema, count: z.number().int().min(0).max(500) });
export const emptySchema = z.object({});
export const doneSchema = z.object({ done: z.literal(true) });
