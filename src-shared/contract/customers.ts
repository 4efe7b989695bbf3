/** The customer book: lists, one customer, the owner's edits, and the source rows behind an order. */

import { z } from 'zod';
import type { FieldColumn } from '../custom-field.ts';
import { exclusionKinds } from './exclusions.ts';
import { fieldColumnSchema } from './fields.ts';
import { filterNodeSchema, listReaches } from './filters.ts';
import { method } from './method.ts';
import { typedLinesSchema } from './metrics.ts';
import {
  certaintySchema,
  countSchema,
  daySchema,
  definitionSchema,
  identityKindSchema,
  idSchema,
  minorSchema,
  orderStatusSchema,
  tierSchema,
  windowSchema,
} from './schemas.ts';
import { sourceRowSchema } from './source-rows.ts';

export const customerSorts = [
  'name',
  'lastDay',
  'firstDay',
  'orders',
  'netMinor',
  'paidMinor',
  'refundMinor',
  'averageMinor',
  'recencyDays',
] as const;

/** By a figure or the name, or by a field of the owner's: numbers and days as such, choices in their order, texts as a dictionary has them. */
export const customerSortSchema = z.union([z.enum(customerSorts), fieldColumnSchema]);
export type CustomerSort = (typeof customerSorts)[number] | FieldColumn;

/** Columns that cells can be added up in, or, for days, compared. */
export const figureColumns = [
  'orders',
  'netMinor',
  'paidMinor',
  'refundMinor',
  'averageMinor',
  'recencyDays',
  'firstDay',
  'lastDay',
] as const;
export type FigureColumn = (typeof figureColumns)[number];

/** Customers named one by one that still fit an address: for more, a page says what it means in another way. */
export const mostPicked = 5000;
/** What a call bears. */
const mostNamed = 2_000_000;

/** Which customers. Every condition that is given must hold. */
export const customerFilterSchema = z.object({
  shop: idSchema.optional(),
  /** Only these, picked by hand. */
  ids: z.array(idSchema).max(mostNamed).optional(),
  /** Everybody but these, of a list that was selected whole. */
  exceptIds: z.array(idSchema).max(mostNamed).optional(),
  tiers: z.array(tierSchema).optional(),
  /** Those who never bought, and so are in no tier: alone, or beside `tiers`. */
  noTier: z.literal(true).optional(),
  certainty: certaintySchema.optional(),
  /** Last counted order within these days, both ends included. */
  lastDayFrom: daySchema.optional(),
  lastDayTo: daySchema.optional(),
  /** Cell of the RFM grid. */
  recencyFrom: countSchema.optional(),
  recencyTo: countSchema.optional(),
  ordersFrom: countSchema.optional(),
  ordersTo: countSchema.optional(),
  /** Net money of their counted orders, both ends included. */
  netFrom: minorSchema.optional(),
  netTo: minorSchema.optional(),
  /** Words of province or city: each must stand in one of them. */
  region: z.string().max(100).optional(),
  /** Who can be called (a whole number of somebody certain), who else has an e-mail, who has neither. */
  reach: z.enum(listReaches).optional(),
  /** Parts of names, buyer ids and phones, pinyin, initials, beginnings and ends of order numbers; every word must fit. */
  search: z.string().max(200).optional(),
  /** Customers without any counted order too (unpaid, closed, refunded only). Default true. */
  withoutCounted: z.boolean().optional(),
  /** Nested conditions over everything the ledger knows. */
  where: filterNodeSchema.optional(),
});
export type CustomerFilter = z.output<typeof customerFilterSchema>;

/** How tiers are worked out for a list: as of which day and by which definition. */
export const tierBasisSchema = z.object({
  on: daySchema,
  definition: definitionSchema,
  /** Score likely (推测) customers too. Default true. */
  likely: z.boolean().optional(),
  /** Orders that a rule excludes count too. Default false. */
  excluded: z.boolean().optional(),
  /** Lines to try instead of the saved ones (definition `typed`). */
  lines: typedLinesSchema.optional(),
});
export type TierBasis = z.output<typeof tierBasisSchema>;

export const customerRowSchema = z.object({
  id: idSchema,
  name: z.string(),
  certainty: certaintySchema,
  buyerId: z.string().nullable(),
  /** Masked unless the owner asked to see it. */
  phone: z.string().nullable(),
  province: z.string().nullable(),
  city: z.string().nullable(),
  /** Counted orders and their money; null money = no file says. */
  orders: countSchema,
  netMinor: minorSchema,
  paidMinor: minorSchema,
  refundMinor: minorSchema,
  averageMinor: minorSchema.nullable(),
  currency: z.string(),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  recencyDays: z.number().int().nullable(),
  tier: tierSchema.nullable(),
  /** The level's name, null for none; only where levels are in force. */
  level: z.string().nullable().optional(),
  lastItem: z.string().nullable(),
  note: z.string().nullable(),
  /** They asked not to be contacted. */
  noContact: z.literal(true).optional(),
  /** Names, in their order. */
  tags: z.array(z.string()),
  /** What stands in the owner's fields, in their order; those without a value are left out. A choice by its name, 'yes' or 'no'. */
  fields: z.array(z.object({ field: idSchema, value: z.string() })),
});
export type CustomerRow = z.output<typeof customerRowSchema>;

/** A row of the book: beside the figures, after how many days they usually come again. */
export const listedCustomerSchema = customerRowSchema.extend({
  /** The middle of the gaps between the days of counted orders up to the day of the basis; null below two gaps. See `rhythm.ts`. */
  rhythmDays: z.number().nullable(),
});
export type ListedCustomer = z.output<typeof listedCustomerSchema>;

export const accountRowSchema = z.object({
  order: idSchema,
  orderNumber: z.string(),
  shop: z.string(),
  day: z.string().nullable(),
  orderedAt: z.string().nullable(),
  /** A refund is a row of its own under its order. */
  kind: z.enum(['order', 'refund']),
  status: orderStatusSchema,
  counts: z.boolean(),
  /** The kind of rule that excludes the order; null: none does. */
  excluded: z.enum(exclusionKinds).nullable(),
  items: z.string(),
  paidMinor: minorSchema.nullable(),
  refundMinor: minorSchema.nullable(),
  /** Running net of the customer after this row, oldest first. */
  balanceMinor: minorSchema,
});
export type AccountRow = z.output<typeof accountRowSchema>;

export const customerProfileSchema = z.object({
  customer: customerRowSchema,
  shops: z.array(z.string()),
  identities: z.array(z.object({ kind: identityKindSchema, value: z.string() })),
  receivers: z.array(
    z.object({
      name: z.string().nullable(),
      phone: z.string().nullable(),
      address: z.string().nullable(),
      lastDay: z.string().nullable(),
      orders: countSchema,
    }),
  ),
  /** As in the list. */
  rhythmDays: z.number().nullable(),
  rhythmGaps: countSchema,
  totals: z.object({
    paidMinor: minorSchema,
    refundMinor: minorSchema,
    netMinor: minorSchema,
    orders: countSchema,
    counted: countSchema,
  }),
  favourites: z.array(z.object({ title: z.string(), orders: countSchema })),
  scores: z.object({ r: countSchema, f: countSchema, m: countSchema, tier: tierSchema }).nullable(),
  /** Newest first. */
  account: z.array(accountRowSchema),
});
export type CustomerProfile = z.output<typeof customerProfileSchema>;

export const foundPlaceSchema = z.object({
  field: z.enum(['province', 'city', 'district']),
  text: z.string(),
  /** Customers there. */
  count: countSchema,
});
export type FoundPlace = z.output<typeof foundPlaceSchema>;

/** Fields the owner may change by hand; the edit wins over every import and can be undone. */
export const editableFields = ['displayName', 'note'] as const;

/** A list of customers: who, as of when, in which order. */
const customersSchema = z.object({
  filter: customerFilterSchema,
  basis: tierBasisSchema,
  sort: z.object({ by: customerSortSchema, descending: z.boolean() }),
});
/** Rows of a list from one place on; 0 is the first. */
const stretchSchema = customersSchema.extend({ from: countSchema, count: countSchema });

export const customerMethods = {
  'customers.list': method(
    customersSchema.extend({ window: windowSchema }),
    z.object({
      total: countSchema,
      certain: countSchema,
      likely: countSchema,
      /** Of their counted orders. */
      sums: z.object({
        orders: countSchema,
        netMinor: minorSchema,
        paidMinor: minorSchema,
        refundMinor: minorSchema,
      }),
      /** Those with a counted order: what a mean is taken over. */
      buyers: countSchema,
      /** Customers of the filter in each tier, the filter's own tiers set aside. */
      tierCounts: z.partialRecord(tierSchema, countSchema),
      /** And those in none: with the tiers they make up the whole list. */
      noTierCount: countSchema,
      currencies: z.array(z.string()),
      rows: z.array(listedCustomerSchema),
    }),
  ),
  /** Who stands in a stretch of the list, however long: for selecting them without reading their rows. */
  'customers.ids': method(stretchSchema, z.object({ ids: z.array(idSchema) })),
  /** What the cells of a stretch come to, column by column. Unknown cells are not counted. */
  'customers.cells': method(
    stretchSchema.extend({ columns: z.array(z.enum(figureColumns)) }),
    z.object({
      rows: countSchema,
      currency: z.string(),
      columns: z.array(
        z.object({
          column: z.enum(figureColumns),
          count: countSchema,
          /** Money in minor units. null: days are not added up. */
          sum: z.number().int().nullable(),
          /** null: nothing to divide. Money to the nearest minor unit. */
          mean: z.number().nullable(),
          /** Of days: the first and the last. */
          least: z.union([z.string(), z.number()]).nullable(),
          most: z.union([z.string(), z.number()]).nullable(),
        }),
      ),
    }),
  ),
  'customers.profile': method(z.object({ customer: idSchema, basis: tierBasisSchema }), customerProfileSchema),
  /** A whole number, for a person the owner is about to call. */
  'customers.phone': method(z.object({ customer: idSchema }), z.object({ phone: z.string().nullable() })),
  'customers.find': method(
    z.object({ text: z.string().min(1).max(200), limit: z.number().int().min(1).max(50) }),
    z.object({
      hits: z.array(
        z.object({
          id: idSchema,
          name: z.string(),
          why: z.string(),
          orders: countSchema,
          lastDay: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Places where customers live, by part of their name, their pinyin or its initials; most customers first. */
  'customers.places': method(
    z.object({ text: z.string().min(1).max(200), limit: z.number().int().min(1).max(20) }),
    z.object({ places: z.array(foundPlaceSchema) }),
  ),
  'customers.edit': method(
    z.object({ customer: idSchema, field: z.enum(editableFields), value: z.string().max(4000).nullable() }),
    z.object({ edit: idSchema }),
  ),
  /** Takes orders out of a likely person: they become a likely person of their own. */
  'customers.split': method(
    z.object({ customer: idSchema, orders: z.array(idSchema).min(1).max(5000) }),
    z.object({ edit: idSchema, customer: idSchema }),
  ),
  'orders.sources': method(
    z.object({ order: idSchema }),
    z.object({ orderNumber: z.string(), rows: z.array(sourceRowSchema) }),
  ),
};
