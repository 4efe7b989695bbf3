/** How a file is read: which column means what, and what the owner said about it. Kept with every imported file. */

import { z } from 'zod';
import { orderStages } from '../order.ts';
import { fieldColumnSchema } from './fields.ts';
import { method } from './method.ts';
import { countSchema, doneSchema, emptySchema, idSchema, marketplaceSchema, ticketSchema } from './schemas.ts';

/** What a column of an unknown file means. The same words as a profile's fields. */
export const mappableFields = [
  'orderNumber',
  'lineNumber',
  'orderedAt',
  'paidAt',
  'shippedAt',
  'completedAt',
  'cancelledAt',
  'status',
  'fulfilment',
  'closeReason',
  'total',
  'goodsTotal',
  'shippingFee',
  'paid',
  'paidBesides',
  'payMethod',
  'refund',
  'orderRefund',
  'remaining',
  'outstanding',
  'currency',
  'buyerId',
  'buyerEmail',
  'buyerAlipay',
  'receiverName',
  'receiverLastName',
  'receiverPhone',
  'address',
  'province',
  'city',
  'district',
  'postcode',
  'country',
  'itemsText',
  'itemTitle',
  'itemSpec',
  'itemSku',
  'unitPrice',
  'quantity',
  'lineDiscount',
  'lineAmount',
  'lineExtra',
  'lineStatus',
  'afterSaleStatus',
  'afterSaleNumber',
  'buyerNote',
  'sellerNote',
  'carrier',
  'trackingNumber',
  'shopName',
] as const;
export type MappableField = (typeof mappableFields)[number];

/** A row is one order, one thing bought, or one case of money going back. */
export const granularities = ['order', 'line', 'afterSale'] as const;

/** What of the owner's own a column fills: tags, or one of their fields ('field:3'). */
export const ownTargetSchema = z.union([z.literal('tags'), fieldColumnSchema]);
export type OwnTarget = z.output<typeof ownTargetSchema>;

/** How to read one file: which column is which field. Kept with the imported file, so its rows can be read again. */
export const mappingSchema = z.object({
  /** A built-in profile's id, or 'own' for the owner's mapping. */
  profile: z.string(),
  granularity: z.enum(granularities),
  /** Field → 0-based column numbers, best first. */
  columns: z.partialRecord(z.enum(mappableFields), z.array(countSchema)),
  dateOrder: z.enum(['ymd', 'dmy', 'mdy']),
  /** For files with neither payment time nor status: every order in it was paid when it was made. */
  assumePaid: z.boolean(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Whose export it is, where the owner says so; without it the profile's. */
  marketplace: marketplaceSchema.optional(),
  /** Long order numbers of this very file keep all their digits, so one that ends in zeros is genuine. Never remembered. */
  longNumbersWhole: z.boolean().optional(),
  /** Digits of an order number of this very file, some of which begin with zeros: a shorter one has lost them. Never remembered. */
  numberDigits: countSchema.optional(),
  /** Dates of this very file begin with the year: one that ends with it is odd. Never remembered. */
  yearFirst: z.boolean().optional(),
  /**
   * A spreadsheet has turned every date of this very file that it could into one that begins with the year, day and month swapped, and left the
   * others as they were. Never remembered.
   */
  halfSwapped: z.boolean().optional(),
  /**
   * Fields that only the first row of an order fills. A row that fills none of them is a further line of that order and says nothing
   * else; without this every row says everything.
   */
  firstRow: z.array(z.enum(mappableFields)).min(1).optional(),
  /** The order's number too stands on its first row only: a row without one belongs to the order above it. */
  numberOnce: z.boolean().optional(),
  /** The file prints no amount of a line: it is quantity × unit price, less the line's discount. */
  linesPriced: z.boolean().optional(),
  /** A line's amount is printed before its discounts, which stand in columns of their own. */
  discountsApart: z.boolean().optional(),
  /** Each row is one piece: the file has no quantity. */
  onePiece: z.boolean().optional(),
  /** How a cell lists all things bought: '2× Tea, 1× Cup', 'Tea(2件);Cup(1件)', or one packed thing per column, 'id|quantity|price|…'. */
  itemsPacked: z.enum(['times', 'pieces', 'pipes']).optional(),
  /** This export's own status words → what they mean here, where the common meaning is another. Without spaces and commas. */
  statuses: z.record(z.string(), z.enum(orderStages)).optional(),
  /**
   * The file does not print what went back. All that was paid did where its after-sale word says so (`afterSale`), or where it was paid
   * and then closed (`closing`).
   */
  refundedBy: z.array(z.enum(['afterSale', 'closing'])).optional(),
  /** A refund in part stands in words only, in the seller's note: 退差价20.00元. */
  refundInNote: z.boolean().optional(),
  /** So begins the seller's note of an order that was split into others: it stays in the list, and was never paid. */
  splitNote: z.string().min(1).optional(),
  /** The order's number tells when it was made: 250303-31…, E20250525220543…. Used where the file has no such time. */
  datedNumber: z.enum(['yymmdd', 'yyyymmddhhmmss']).optional(),
  /** The buyer's column holds the phone of his account, whoever the parcel goes to. */
  buyerByPhone: z.boolean().optional(),
  /** A buyer is printed as 'Name (id)'. */
  idInBrackets: z.boolean().optional(),
  /**
   * Columns that fill what the owner knows of a buyer beside their orders. A column's values go to whose order its row is; what the owner wrote by hand stays.
   * Of this ledger: not taken along when mappings are written to a file.
   */
  own: z
    .array(z.object({ column: countSchema, fills: ownTargetSchema }))
    .min(1)
    .optional(),
});
export type Mapping = z.output<typeof mappingSchema>;

/** What is remembered of a header: the name of the file it was first seen in, and how its columns are read. */
export const keptMappingSchema = z.object({
  name: z.string().min(1).max(400),
  header: z.array(z.string().max(1000)).min(1).max(1000),
  mapping: mappingSchema,
});
export type KeptMapping = z.output<typeof keptMappingSchema>;

/** Mappings as a file. */
export const mappingFileSchema = z.object({
  kind: z.literal('regulars-mappings'),
  version: z.literal(1),
  mappings: z.array(keptMappingSchema).max(5000),
});

export const mappingMethods = {
  'mappings.list': method(
    emptySchema,
    z.object({
      mappings: z.array(
        z.object({ id: idSchema, name: z.string(), header: z.array(z.string()), mapping: mappingSchema }),
      ),
    }),
  ),
  /** Remembers a mapping for a header; one for the same header is replaced. Files already imported keep the one they were read with. */
  'mappings.keep': method(keptMappingSchema, z.object({ replaced: z.boolean() })),
  'mappings.forget': method(z.object({ id: idSchema }), doneSchema),
  /** Writes all of them to a file (`target` is a save ticket). */
  'mappings.export': method(z.object({ target: ticketSchema }), z.object({ mappings: countSchema })),
  /** Keeps those of a file. */
  'mappings.import': method(
    z.object({ ticket: ticketSchema }),
    z.object({ added: countSchema, replaced: countSchema }),
  ),
};
