/**
 * Fields of the owner's own (自定义字段): text, number, date, choice, yes or no. A value hangs on an identity, as a tag does: it comes back with the person,
 * and of two who turn out to be one the newest value counts. What a field is stays what it was made as; its name and choices may change.
 */

import { z } from 'zod';
import { type FieldColumn, fieldTypes, isFieldColumn, longestValue } from '../custom-field.ts';
import { method } from './method.ts';
import { countSchema, idSchema } from './schemas.ts';

export const fieldColumnSchema = z.string().transform((text, context): FieldColumn => {
  if (isFieldColumn(text)) return text;
  context.addIssue({ code: 'custom', message: 'not a column of a field' });
  return z.NEVER;
});

export const fieldNameSchema = z.string().trim().min(1).max(30);
const choiceNameSchema = z.string().trim().min(1).max(40);

/** Two choices of one name could not be told apart. */
function areDifferent(choices: readonly { readonly name: string }[]): boolean {
  return new Set(choices.map(({ name }) => name)).size === choices.length;
}

export const mostChoices = 200;

export const fieldContentSchema = z.object({
  name: fieldNameSchema,
  type: z.enum(fieldTypes),
  choices: z.array(z.object({ choice: idSchema, name: choiceNameSchema })).max(mostChoices),
});
export type FieldContent = z.output<typeof fieldContentSchema>;

export const fieldSchema = fieldContentSchema.extend({
  field: idSchema,
  /** How many have a value in it now, in all shops. */
  customers: countSchema,
});
export type CustomField = z.output<typeof fieldSchema>;

/** As a person writes it: a choice by its name. */
export const writtenValueSchema = z.string().trim().min(1).max(longestValue);

export const fieldMethods = {
  /** In the order they were made. */
  'fields.list': method(z.object({}), z.object({ fields: z.array(fieldSchema) })),
  /**
   * null: a new one. Of one there is, the kind stays. Choices without a number are new ones; one that is left out says nothing any more, until it is taken
   * back. Throws `field-unknown`, `field-exists`.
   */
  'fields.save': method(
    z.object({
      field: idSchema.nullable(),
      name: fieldNameSchema,
      type: z.enum(fieldTypes).optional(),
      choices: z
        .array(z.object({ choice: idSchema.nullable(), name: choiceNameSchema }))
        .max(mostChoices)
        .refine(areDifferent)
        .optional(),
    }),
    z.object({ edit: idSchema, field: idSchema }),
  ),
  /** Nobody has a value in it any more, until it is taken back. Throws `field-unknown`. */
  'fields.remove': method(z.object({ field: idSchema }), z.object({ edit: idSchema })),
  /** null takes the value away. edit null: it was so already. Throws `customer-unknown`, `field-unknown`, `field-misread`. */
  'customers.setField': method(
    z.object({ customer: idSchema, field: idSchema, value: writtenValueSchema.nullable() }),
    z.object({ edit: idSchema.nullable() }),
  ),
};
