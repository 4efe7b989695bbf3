/** Tags and the marks of people as they stand in the ledger. A tag that went into another one lends it its marks. */

import { and, eq } from 'drizzle-orm';
import { type TagContent, tagContentSchema } from '../../../src-shared/contract/tags.ts';
import type { IdentityKey } from '../../../src-shared/identity.ts';
import { customerMark, tablesOf, tag } from '../schema/tables.ts';
import type { Reading, Writing } from '../transaction.ts';

export interface StoredTag {
  readonly tag: number;
  readonly content: TagContent;
  readonly edit: number;
}

export const markField = (id: number): string => `tag:${id}`;

export function tagContentIn(json: string): TagContent {
  return tagContentSchema.parse(JSON.parse(json));
}

/** In the order they were made; those that went into others too. */
export function storedTags(reading: Reading): StoredTag[] {
  return tablesOf(reading)
    .select()
    .from(tag)
    .orderBy(tag.tagId)
    .all()
    .map(({ tagId, content, editId }) => ({ tag: tagId, content: tagContentIn(content), edit: editId }));
}

/** The tag that one stands for: itself, or the last it went into; null: that was removed. */
export function rootOf(tags: readonly StoredTag[], id: number): StoredTag | null {
  const found = tags.find((one) => one.tag === id);
  if (found === undefined) return null;
  return found.content.into === null ? found : rootOf(tags, found.content.into);
}

/** The fields of marks that one tag goes by: its own, and those of the tags that went into it. */
export function fieldsOfTag(tags: readonly StoredTag[], root: number): readonly string[] {
  return tags.filter((one) => rootOf(tags, one.tag)?.tag === root).map((one) => markField(one.tag));
}

/** Of each of these tags. A tag that is gone has none. */
export function heldFields(reading: Reading, ids: readonly number[]): readonly (readonly string[])[] {
  const tags = storedTags(reading);
  const roots = new Set(ids.map((id) => rootOf(tags, id)?.tag ?? 0));
  return [...roots].map((root) => fieldsOfTag(tags, root)).filter((fields) => fields.length > 0);
}

/** Puts a tag to a content given as JSON, or takes it away. The journal is the caller's matter. */
export function storeTag(writing: Writing, id: number, stands: { content: string; edit: number } | null): void {
  const tables = tablesOf(writing);
  tables.delete(tag).where(eq(tag.tagId, id)).run();
  if (stands !== null) tables.insert(tag).values({ tagId: id, content: stands.content, editId: stands.edit }).run();
}

/** Does anybody have a mark of it? */
export function isHeld({ connection }: Reading, id: number): boolean {
  return (
    connection.prepare("select 1 from customer_mark where field = ? and content <> '' limit 1").get(markField(id)) !==
    undefined
  );
}

export interface MarkPlace extends IdentityKey {
  readonly field: string;
}

/** Puts the mark of one identity; null takes it away. */
export function storeMark(writing: Writing, place: MarkPlace, mark: { edit: number; content: string } | null): void {
  const tables = tablesOf(writing);
  const { field, kind, value } = place;
  tables
    .delete(customerMark)
    .where(and(eq(customerMark.field, field), eq(customerMark.kind, kind), eq(customerMark.value, value)))
    .run();
  if (mark === null) return;
  tables.insert(customerMark).values({ field, kind, value, editId: mark.edit, content: mark.content }).run();
}
