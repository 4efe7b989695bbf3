/** Acts upon the owner's fields: make, rename, change the choices, remove, give a person a value. Each goes through the journal. */

import { eq } from 'drizzle-orm';
import { type CustomField, type FieldContent, fieldContentSchema } from '../../../src-shared/contract/fields.ts';
import type { ParsedParamsOf } from '../../../src-shared/contract/index.ts';
import { type FieldKind, keptValue } from '../../../src-shared/custom-field.ts';
import type { IdentityKey } from '../../../src-shared/identity.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Act, type Recorder, write } from '../journal.ts';
import { customer, tablesOf } from '../schema/tables.ts';
import { storeMark } from '../tags/stored-tags.ts';
import type { Reading, Writing } from '../transaction.ts';
import { fieldContentIn, standingField, storedFields, storeField, valueField } from './stored-fields.ts';

/** In the order they were made, with how many have a value. */
export function listFields(reading: Reading): { fields: CustomField[] } {
  const fields = storedFields(reading);
  if (fields.length === 0) return { fields: [] };
  const held = new Map(
    reading.connection
      .prepare<[], [number, number]>('select field_id, count(*) from customer_field_value group by field_id')
      .raw()
      .all(),
  );
  return { fields: fields.map(({ field, content }) => ({ field, ...content, customers: held.get(field) ?? 0 })) };
}

/** By its name, which no two have. null: none is called so. */
export function fieldNamed(reading: Reading, name: string): number | null {
  return storedFields(reading).find(({ content }) => content.name === name)?.field ?? null;
}

/** What was ever said of fields: a number never means another one, whatever is taken back. */
function everSaid({ connection }: Reading): { field: number; content: FieldContent }[] {
  return connection
    .prepare<[], { field: number; content: string }>(
      "select row_key ->> '$.customField' as field, coalesce(after, before) as content from journal where table_name = 'custom_field'",
    )
    .all()
    .map(({ field, content }) => ({ field, content: fieldContentIn(content) }));
}

interface Turn {
  readonly field: number;
  readonly before: FieldContent | null;
  readonly after: FieldContent | null;
}

function turn(writing: Writing, record: Recorder, { field, before, after }: Turn): number {
  const json = after === null ? null : JSON.stringify(fieldContentSchema.parse(after));
  const edit = record({
    table: 'custom_field',
    rowKey: { customField: field },
    field: 'content',
    before: before === null ? null : JSON.stringify(before),
    after: json,
  });
  storeField(writing, field, json === null ? null : { content: json, edit });
  return edit;
}

const largest = (numbers: readonly number[]): number => numbers.reduce((most, one) => Math.max(most, one), 0);

/** Throws `field-unknown`, `field-exists`. */
export function saveField(
  ledger: Reading,
  asked: ParsedParamsOf<'fields.save'>,
  act: Act,
): { edit: number; field: number } {
  return write(ledger, act, (writing, record) => {
    const other = fieldNamed(writing, asked.name);
    if (other !== null && other !== asked.field) throw new Problem('field-exists', { field: asked.name });
    const said = everSaid(writing);
    const field = asked.field ?? largest(said.map((one) => one.field)) + 1;
    const before = asked.field === null ? null : standingField(writing, asked.field);
    const type = before?.type ?? asked.type ?? 'text';
    let last = largest(
      said.filter((one) => one.field === field).flatMap(({ content }) => content.choices.map(({ choice }) => choice)),
    );
    const choices = asked.choices?.map(({ choice, name }) => {
      const known = before?.choices.some((one) => one.choice === choice) === true;
      if (!known) last += 1;
      return { choice: known && choice !== null ? choice : last, name };
    });
    const after = { name: asked.name, type, choices: type === 'choice' ? (choices ?? before?.choices ?? []) : [] };
    return { edit: turn(writing, record, { field, before, after }), field };
  });
}

/** Its values stay, and say nothing until it is back. Throws `field-unknown`. */
export function removeField(ledger: Reading, field: number, act: Act): { edit: number } {
  return write(ledger, act, (writing, record) => ({
    edit: turn(writing, record, { field, before: standingField(writing, field), after: null }),
  }));
}

/** As it is kept. Throws `field-misread`. */
export function readValue(kind: FieldKind & { readonly name: string }, written: string): string {
  const kept = keptValue(kind, written);
  if (kept === null) throw new Problem('field-misread', { field: kind.name, found: written });
  return kept;
}

/** The newest word about a field at a person, and whether there is one beside that on their own anchor. */
function wordsOf(reading: Reading, id: number, field: string, anchor: IdentityKey) {
  const words = reading.connection
    .prepare<[number, string], IdentityKey & { content: string }>(
      `select customer_mark.kind, customer_mark.value, content
       from identity
       cross join customer_mark on customer_mark.kind = identity.kind and customer_mark.value = identity.value
       where identity.customer_id = ? and field = ?
       order by edit_id`,
    )
    .all(id, field);
  return {
    newest: words.at(-1)?.content ?? '',
    isElsewhere: words.some(({ kind, value }) => kind !== anchor.kind || value !== anchor.value),
  };
}

/** Gives a person a value, or with null takes it away. null: it was so already. Throws `customer-unknown`, `field-unknown`, `field-misread`. */
export function setField(
  ledger: Reading,
  asked: { readonly customer: number; readonly field: number; readonly value: string | null },
  act: Act,
): { edit: number | null } {
  return write(ledger, act, (writing, record) => {
    const row = tablesOf(writing).select().from(customer).where(eq(customer.customerId, asked.customer)).get();
    if (row === undefined) throw new Problem('customer-unknown', { customer: String(asked.customer) });
    const definition = standingField(writing, asked.field);
    const value = asked.value === null ? '' : readValue(definition, asked.value);
    const anchor = { kind: row.anchorKind, value: row.anchorValue };
    const field = valueField(asked.field);
    const { newest, isElsewhere } = wordsOf(writing, asked.customer, field, anchor);
    if (newest === value) return { edit: null };
    // An empty word hides what is written on another identity of theirs.
    const after = value === '' && !isElsewhere ? null : value;
    const before = newest === '' ? null : newest;
    const edit = record({ table: 'customer_mark', rowKey: anchor, field, before, after });
    storeMark(writing, { field, ...anchor }, after === null ? null : { edit, content: after });
    return { edit };
  });
}
