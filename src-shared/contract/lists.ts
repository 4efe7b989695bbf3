/** Customer lists for paper and files. */

import { z } from 'zod';
import type { FieldColumn } from '../custom-field.ts';
import { customerFilterSchema, customerSortSchema, tierBasisSchema } from './customers.ts';
import { fieldColumnSchema } from './fields.ts';
import { heldSchema, reaches } from './follow-ups.ts';
import { method } from './method.ts';
import { countSchema, idSchema, ticketSchema } from './schemas.ts';

/** Columns a list may have; `tick` and `result` are empty boxes for a pen. */
export const listColumns = [
  'name',
  'certainty',
  'tier',
  'level',
  'buyerId',
  'phone',
  'province',
  'city',
  'address',
  'lastDay',
  'firstDay',
  'recencyDays',
  'orders',
  'netMinor',
  'paidMinor',
  'refundMinor',
  'averageMinor',
  'lastItem',
  'tags',
  'note',
  'tick',
  'result',
] as const;
export type OwnListColumn = (typeof listColumns)[number];
/** The program's own, and fields of the owner's. */
export type ListColumn = OwnListColumn | FieldColumn;
export const listColumnSchema = z.union([z.enum(listColumns), fieldColumnSchema]);

/**
 * What a list is for. `contact`: whoever the contact guard holds back is not on it. `record`: everybody is, but where a phone would stand
 * of somebody held back, the reason stands.
 */
export const listPurposes = ['contact', 'record'] as const;
export type ListPurpose = (typeof listPurposes)[number];
/** What a file may hold: all but the empty boxes for a pen, and levels only where they are in force. */
export function fileColumns(hasLevels: boolean): ListColumn[] {
  return listColumns.filter((column) => column !== 'tick' && column !== 'result' && (hasLevels || column !== 'level'));
}

export const listRequestSchema = z.object({
  filter: customerFilterSchema,
  basis: tierBasisSchema,
  sort: z.object({ by: customerSortSchema, descending: z.boolean() }),
  columns: z.array(listColumnSchema).min(1),
  /** Whole phone numbers instead of masked ones. A likely person's phone is never given, masked or not. */
  wholePhones: z.boolean(),
  purpose: z.enum(listPurposes).default('contact'),
  language: z.enum(['zh-CN', 'en']),
});
export type ListRequest = z.output<typeof listRequestSchema>;

export const listMethods = {
  'lists.compose': method(
    listRequestSchema.extend({ limit: z.number().int().min(1).max(5000) }),
    z.object({
      /** Who is on the list, and what they come to: without those held back. */
      total: countSchema,
      sumMinor: z.number().int(),
      held: countSchema,
      currency: z.string(),
      /** The columns asked for, and `certainty` behind the names as soon as one of them is likely. */
      columns: z.array(listColumnSchema),
      heads: z.array(z.string()),
      rows: z.array(z.array(z.string())),
    }),
  ),
  /** A stretch of the list for the clipboard, in both of its kinds; pages are put one behind the other. */
  'lists.copy': method(
    listRequestSchema.extend({
      from: countSchema,
      count: z.number().int().min(0).max(5000),
      /** With a line of heads before the first row, and a column that says who is likely. Cells by themselves have neither. */
      heads: z.boolean(),
    }),
    z.object({
      total: countSchema,
      rows: countSchema,
      /** Lines of cells parted by tabs. */
      text: z.string(),
      /** Rows of a table, to be put between `before` and `after`. */
      html: z.string(),
      before: z.string(),
      after: z.string(),
    }),
  ),
  /** Writes the list to a file the person chose (`target` is a save ticket). */
  'lists.export': method(
    listRequestSchema.extend({ format: z.enum(['csv', 'xlsx']), target: ticketSchema }),
    z.object({ rows: countSchema, /** Left out, for they are held back. */ held: countSchema }),
  ),
  /** Who of a list is held back from being contacted, and why. The first `limit` of it are looked at. */
  'lists.held': method(
    listRequestSchema
      .pick({ filter: true, basis: true, sort: true })
      .extend({ limit: z.number().int().min(1).max(5000) }),
    z.object({
      total: countSchema,
      looked: countSchema,
      /** How many of those who are not held back can be reached how. */
      reach: z.record(z.enum(reaches), countSchema),
      held: z.array(z.object({ customer: idSchema, name: z.string(), held: z.array(heldSchema).min(1) })),
    }),
  ),
};
