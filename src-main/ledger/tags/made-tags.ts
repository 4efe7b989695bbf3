/**
 * Tags that were made by being given: the entry that made one is a part of the act that gave it first. It stands as long as that act does, or anybody has the
 * tag: so one step back takes both, and what others were given since stays.
 */

import { and, eq, isNotNull } from 'drizzle-orm';
import { journal, tablesOf } from '../schema/tables.ts';
import type { Reading, Writing } from '../transaction.ts';
import { isHeld, storeTag, tagContentIn } from './stored-tags.ts';

/** One of this name whose making was taken back; null: there is none. Given again it is the same tag. */
export function lapsedTag(reading: Reading, name: string): number | null {
  const rows = tablesOf(reading)
    .select({ rowKey: journal.rowKey, after: journal.after })
    .from(journal)
    .where(and(eq(journal.tableName, 'tag'), isNotNull(journal.partOf), isNotNull(journal.undoneAt)))
    .all();
  const found = rows.findLast(({ after }) => after !== null && tagContentIn(after).name === name);
  return found === undefined ? null : numberIn(found.rowKey);
}

function numberIn(rowKey: string): number {
  const read: unknown = JSON.parse(rowKey);
  return typeof read === 'object' && read !== null && 'tag' in read ? Number(read.tag) : 0;
}

/** Puts the making of a tag to what the acts say now; of a tag that was made by itself nothing is changed. */
export function settleMadeTag(writing: Writing, tag: number, now: string): void {
  const tables = tablesOf(writing);
  const key = JSON.stringify({ tag });
  const entries = tables
    .select()
    .from(journal)
    .where(and(eq(journal.tableName, 'tag'), eq(journal.rowKey, key)))
    .orderBy(journal.editId)
    .all();
  const made = entries.find(({ partOf }) => partOf !== null);
  if (made === undefined || made.partOf === null) return;
  const act = tables.select().from(journal).where(eq(journal.editId, made.partOf)).get();
  const stands = act?.undoneAt === null || isHeld(writing, tag);
  tables
    .update(journal)
    .set({ undoneAt: stands ? null : now })
    .where(eq(journal.editId, made.editId))
    .run();
  // A later act upon it (a name, its removal) says what it is.
  const last = entries.findLast(({ editId, undoneAt }) => (editId === made.editId ? stands : undoneAt === null));
  const content = last?.after ?? null;
  storeTag(writing, tag, content === null ? null : { content, edit: last?.editId ?? made.editId });
}
