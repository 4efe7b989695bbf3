/**
 * What a file says about people, in a field of the owner's or as a tag: one entry of the journal for each, as a change of many is. It fills what is empty and
 * puts right what an earlier file said; what the owner wrote by hand stays. It goes and comes back with the import.
 */

import type { JournalledChange } from '../../../src-shared/contract/tags.ts';
import type { Recorder } from '../journal.ts';
import { settleMadeTag } from '../tags/made-tags.ts';
import { fieldsOfTag, markField, storedTags } from '../tags/stored-tags.ts';
import { makeWithin, tagToGive } from '../tags/tags.ts';
import type { Writing } from '../transaction.ts';
import planFile from './plan-file.sql?raw';
import { settleBulk } from './settle-bulk.ts';

export interface Filled {
  readonly filled: number;
  /** Has another value, written by hand. */
  readonly kept: number;
}

export interface FillDesk {
  readonly writing: Writing;
  readonly record: Recorder;
  readonly batch: number;
  /** An instant with Z. */
  readonly now: string;
}

export interface FileWords {
  /** The field of marks; null: that of the tag the change adds. */
  readonly field: string | null;
  readonly change: JournalledChange;
  /** Customer → the value as it is kept. */
  readonly people: ReadonlyMap<number, string>;
}

/** Into `temp.file_plan`: everybody the file says something else about, and whether that is to be written. */
function planWords(
  { connection }: Writing,
  field: string,
  fields: readonly string[],
  people: FileWords['people'],
): void {
  connection.exec('drop table if exists temp.file_plan');
  connection.exec('create temp table file_plan (kind text, value text, before text, after text, by_hand integer)');
  connection
    .prepare(`insert into temp.file_plan ${planFile.replace(/^--.*$/gm, '')}`)
    .run({ people: JSON.stringify([...people]), fields: JSON.stringify(fields), field });
}

export function fillFromFile(
  { writing, record, batch, now }: FillDesk,
  { field: asked, change, people }: FileWords,
): Filled {
  const { connection } = writing;
  const name = change.field === 'tag' && 'add' in change ? change.add : '';
  const given = asked === null ? tagToGive(writing, name) : null;
  const field = asked ?? markField(given?.tag ?? 0);
  planWords(
    writing,
    field,
    given === null ? [field] : [...new Set([field, ...fieldsOfTag(storedTags(writing), given.tag)])],
    people,
  );
  const count = (byHand: number): number =>
    connection.prepare<[number], number>('select count(*) from temp.file_plan where by_hand = ?').pluck().get(byHand) ??
    0;
  const [filled, kept] = [count(0), count(1)];
  if (filled > 0) {
    const rowKey = { customers: filled, batch };
    const edit = record({ table: 'bulk_edit', rowKey, field, before: null, after: JSON.stringify(change) });
    connection
      .prepare(
        `insert into bulk_row (edit_id, field, kind, value, before, after)
         select ?, ?, kind, value, before, after from temp.file_plan where by_hand = 0 order by kind, value`,
      )
      .run(edit, field);
    connection
      .prepare(
        `insert or replace into customer_mark (kind, value, field, edit_id, content)
         select kind, value, field, edit_id, after from bulk_row where edit_id = ?`,
      )
      .run(edit);
    if (given !== null) makeWithin(writing, record, given, { name, partOf: edit, now });
  }
  connection.exec('drop table temp.file_plan');
  return { filled, kept };
}

interface Entry {
  readonly edit: number;
  readonly field: string;
}

/** What the files of an import said goes (`undoneAt`: an instant) or comes back (null) with it. */
export function turnFileWords(writing: Writing, batch: number, undoneAt: string | null, now: string): void {
  const { connection } = writing;
  const entries = connection
    .prepare<[object], Entry>(
      `update journal set undone_at = :undoneAt
       where table_name = 'bulk_edit' and row_key ->> '$.batch' = :batch and (undone_at is null) = (:undoneAt is not null)
       returning edit_id as edit, field`,
    )
    .all({ batch, undoneAt });
  for (const { edit, field } of entries) {
    settleBulk(writing, edit);
    const tag = /^tag:(\d+)$/.exec(field)?.[1];
    if (tag !== undefined) settleMadeTag(writing, Number(tag), now);
  }
}
