/** Acts upon tags: make, rename, make one of two, remove, give and take. Each goes through the journal, so that it can be taken back. */

import { eq } from 'drizzle-orm';
import { type Tag, type TagContent, tagContentSchema } from '../../../src-shared/contract/tags.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Act, type Recorder, write } from '../journal.ts';
import { nextNumber } from '../next-number.ts';
import { customer, tablesOf } from '../schema/tables.ts';
import type { Reading, Writing } from '../transaction.ts';
import heldTags from './held-tags.sql?raw';
import { lapsedTag, settleMadeTag } from './made-tags.ts';
import { byName, tagsOfPeople } from './person-tags.ts';
import { fieldsOfTag, markField, type StoredTag, storedTags, storeMark, storeTag } from './stored-tags.ts';

/** Those that stand for themselves, by name. */
export function listTags(reading: Reading): { tags: Tag[] } {
  const all = storedTags(reading);
  const own = all.filter(({ content }) => content.into === null);
  const fields = Object.fromEntries(own.map((one) => [one.tag, fieldsOfTag(all, one.tag)]));
  const counts = reading.connection
    .prepare<[object], { root: string; customers: number }>(heldTags)
    .all({ fields: JSON.stringify(fields) });
  const held = new Map(counts.map(({ root, customers }) => [root, customers]));
  return {
    tags: own
      .map((one) => ({ tag: one.tag, name: one.content.name, customers: held.get(String(one.tag)) ?? 0 }))
      .sort(byName),
  };
}

/** The one that is called so now; null: none is. */
export function tagNamed(reading: Reading, name: string): StoredTag | null {
  return storedTags(reading).find(({ content }) => content.into === null && content.name === name) ?? null;
}

interface Turn {
  readonly id: number;
  readonly before: TagContent | null;
  readonly after: TagContent | null;
  /** The act it is made in. */
  readonly partOf?: number;
}

function turn(writing: Writing, record: Recorder, { id, before, after, partOf }: Turn): number {
  const json = after === null ? null : JSON.stringify(tagContentSchema.parse(after));
  const edit = record({
    table: 'tag',
    rowKey: { tag: id },
    field: 'content',
    before: before === null ? null : JSON.stringify(before),
    after: json,
    ...(partOf === undefined ? {} : { partOf }),
  });
  storeTag(writing, id, json === null ? null : { content: json, edit });
  return edit;
}

function standing(reading: Reading, id: number): TagContent {
  const found = storedTags(reading).find((one) => one.tag === id && one.content.into === null);
  if (found === undefined) throw new Problem('tag-unknown', { tag: String(id) });
  return found.content;
}

/** null: a new one. To rename one as another is called makes one of the two. Throws `tag-unknown`, `tag-exists`. */
export function saveTag(
  ledger: Reading,
  asked: { readonly tag: number | null; readonly name: string },
  act: Act,
): { edit: number; tag: number; merged: boolean } {
  return write(ledger, act, (writing, record) => {
    const name = asked.name.trim();
    const other = tagNamed(writing, name);
    if (asked.tag === null) {
      if (other !== null) throw new Problem('tag-exists', { tag: name });
      const id = nextNumber(writing, 'tag', 'tag');
      return { edit: turn(writing, record, { id, before: null, after: { name, into: null } }), tag: id, merged: false };
    }
    const before = standing(writing, asked.tag);
    const merged = other !== null && other.tag !== asked.tag;
    const after = merged ? { ...before, into: other.tag } : { name, into: null };
    const edit = turn(writing, record, { id: asked.tag, before, after });
    return { edit, tag: merged ? other.tag : asked.tag, merged };
  });
}

/** Its marks stay, and say nothing until it is back. Throws `tag-unknown`. */
export function removeTag(ledger: Reading, id: number, act: Act): { edit: number } {
  return write(ledger, act, (writing, record) => ({
    edit: turn(writing, record, { id, before: standing(writing, id), after: null }),
  }));
}

/** A tag that is to be given, by its name. */
export interface TagToGive {
  readonly tag: number;
  /** There is none of the name yet: `makeWithin` makes it. */
  readonly isNew: boolean;
}

export function tagToGive(writing: Writing, name: string): TagToGive {
  const known = tagNamed(writing, name)?.tag ?? lapsedTag(writing, name);
  return { tag: known ?? nextNumber(writing, 'tag', 'tag'), isNew: known === null };
}

/** After it was given: makes a new one as a part of that act, so that one step back takes both. */
export function makeWithin(
  writing: Writing,
  record: Recorder,
  { tag: id, isNew }: TagToGive,
  { name, partOf, now }: { readonly name: string; readonly partOf: number; readonly now: string },
): void {
  if (isNew) turn(writing, record, { id, before: null, after: { name, into: null }, partOf });
  else settleMadeTag(writing, id, now);
}

/** Is there a word about the tag beside the one on the person's own anchor? Then taking away must hide it. */
function hasWordElsewhere(writing: Writing, id: number, anchor: { field: string; kind: string; value: string }) {
  const fields = JSON.stringify(fieldsOfTag(storedTags(writing), Number(anchor.field.slice('tag:'.length))));
  return (
    writing.connection
      .prepare(
        `select 1
         from identity
         cross join customer_mark on customer_mark.kind = identity.kind and customer_mark.value = identity.value
         where identity.customer_id = ?
           and field in (select value from json_each(?))
           and not (field = ? and identity.kind = ? and identity.value = ?)`,
      )
      .get(id, fields, anchor.field, anchor.kind, anchor.value) !== undefined
  );
}

/** Gives a person a tag or takes it away. null: it was so already. Throws `customer-unknown`, `tag-unknown`. */
export function tagCustomer(
  ledger: Reading,
  asked: { readonly customer: number; readonly name: string; readonly has: boolean },
  now: string,
): { edit: number | null } {
  const { customer: id, has } = asked;
  const name = asked.name.trim();
  const anchorOf = (reading: Reading) => {
    const row = tablesOf(reading).select().from(customer).where(eq(customer.customerId, id)).get();
    if (row === undefined) throw new Problem('customer-unknown', { customer: String(id) });
    return { kind: row.anchorKind, value: row.anchorValue };
  };
  anchorOf(ledger);
  if (!has && tagNamed(ledger, name) === null) throw new Problem('tag-unknown', { tag: name });
  return write(ledger, { reason: 'customers.tag', now }, (writing, record) => {
    const given = tagToGive(writing, name);
    const root = given.tag;
    const had = tagsOfPeople(writing)(id).some((one) => one.tag === root);
    if (had === has) return { edit: null };
    const place = { field: markField(root), ...anchorOf(writing) };
    const after = has ? '1' : hasWordElsewhere(writing, id, place) ? '' : null;
    const { field, kind, value } = place;
    const edit = record({ table: 'customer_mark', rowKey: { kind, value }, field, before: had ? '1' : null, after });
    storeMark(writing, place, after === null ? null : { edit, content: after });
    if (has) makeWithin(writing, record, given, { name, partOf: edit, now });
    return { edit };
  });
}
