/** Fields of the owner's own as they stand in the ledger. Their values are marks (`customer_mark`), under `field:N`. */

import { eq } from 'drizzle-orm';
import { type FieldContent, fieldContentSchema } from '../../../src-shared/contract/fields.ts';
import { fieldColumn } from '../../../src-shared/custom-field.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { customField, tablesOf } from '../schema/tables.ts';
import type { Reading, Writing } from '../transaction.ts';

export interface StoredField {
  readonly field: number;
  readonly content: FieldContent;
}

export function fieldContentIn(json: string): FieldContent {
  return fieldContentSchema.parse(JSON.parse(json));
}

/** The field of marks that a field's values go by: as the column that shows it. */
export const valueField: (field: number) => string = fieldColumn;

/** In the order they were made. */
export function storedFields(reading: Reading): StoredField[] {
  return tablesOf(reading)
    .select()
    .from(customField)
    .orderBy(customField.fieldId)
    .all()
    .map(({ fieldId, content }) => ({ field: fieldId, content: fieldContentIn(content) }));
}

/** null: there is none of this number. */
export function storedField(reading: Reading, field: number): FieldContent | null {
  const row = tablesOf(reading).select().from(customField).where(eq(customField.fieldId, field)).get();
  return row === undefined ? null : fieldContentIn(row.content);
}

/** Throws `field-unknown`. */
export function standingField(reading: Reading, field: number): FieldContent {
  const found = storedField(reading, field);
  if (found === null) throw new Problem('field-unknown', { field: String(field) });
  return found;
}

/** Puts a field to a content given as JSON, or takes it away. The journal is the caller's matter. */
export function storeField(
  writing: Writing,
  field: number,
  stands: { readonly content: string; readonly edit: number } | null,
): void {
  const tables = tablesOf(writing);
  tables.delete(customField).where(eq(customField.fieldId, field)).run();
  if (stands === null) return;
  tables.insert(customField).values({ fieldId: field, content: stands.content, editId: stands.edit }).run();
}

/** What a field was called and was, in the last entry about it: also of one that is gone. null: there never was one. */
export function lastContent(reading: Reading, field: number): FieldContent | null {
  const standing = storedField(reading, field);
  if (standing !== null) return standing;
  const last = reading.connection
    .prepare<[string], string>(
      "select coalesce(after, before) from journal where table_name = 'custom_field' and row_key = ? order by edit_id desc limit 1",
    )
    .pluck()
    .get(JSON.stringify({ customField: field }));
  return last === undefined ? null : fieldContentIn(last);
}
