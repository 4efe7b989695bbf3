/** Puts everybody whom a change of many touched to the newest word that is not taken back. What each had before comes back; later words stay. */

import type { IdentityKind } from '../../../src-shared/identity.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { refreshNames } from '../refresh-customers.ts';
import type { Reading, Writing } from '../transaction.ts';
import refreshNotes from './refresh-notes.sql?raw';
import standingWords from './standing-words.sql?raw';

export interface StandingWord {
  readonly edit: number;
  readonly after: string | null;
}

interface FieldPlace {
  readonly kind: IdentityKind;
  readonly value: string;
  readonly field: string;
}

export function handTableOf(field: string): 'customer_edit' | 'customer_mark' {
  return field === 'level' || field.includes(':') ? 'customer_mark' : 'customer_edit';
}

/** What a field of one identity is: its newest word, by hand or by a change of many; null: there is none. */
export function standingWord({ connection }: Reading, { kind, value, field }: FieldPlace): StandingWord | null {
  const found = connection
    .prepare<[object], StandingWord>(
      `select edit_id as edit, after
       from (
         select edit_id, after from journal
         where table_name = :table and row_key = :key and field = :field and undone_at is null
         union all
         select bulk_row.edit_id, bulk_row.after
         from journal
         cross join bulk_row on bulk_row.edit_id = journal.edit_id
           and bulk_row.field = :field and bulk_row.kind = :kind and bulk_row.value = :value
         where table_name = 'bulk_edit' and undone_at is null
       )
       order by edit_id desc limit 1`,
    )
    .get({ table: handTableOf(field), key: JSON.stringify({ kind, value }), kind, value, field });
  return found ?? null;
}

/** The field a change of many is about: 'note', 'tag:3'; null: the entry is none, or touched nobody. */
export function fieldOfBulk({ connection }: Reading, edit: number): string | null {
  const found = connection.prepare<[number], string>('select field from bulk_row where edit_id = ? limit 1').pluck();
  return found.get(edit) ?? null;
}

/** The notes of everybody a change touched, worked out from what is written of them. */
export function refreshNotesOf(writing: Writing, edit: number): void {
  const { connection } = writing;
  connection.prepare(refreshNotes).run({ edit });
  // Whose note was chosen when two were put together: few, each worked out whole.
  const chosen = connection
    .prepare<[number], number>(
      `select distinct identity.customer_id
       from decision_choice
       join identity_decision using (edit_id, nth)
       join identity on identity.kind = identity_decision.kind and identity.value = identity_decision.value
       where decision_choice.field = 'note'
         and identity.customer_id in (
           select mine.customer_id
           from bulk_row
           join identity as mine on mine.kind = bulk_row.kind and mine.value = bulk_row.value
           where bulk_row.edit_id = ?)`,
    )
    .pluck()
    .all(edit);
  if (chosen.length > 0) refreshNames(writing, chosen);
}

/** After the entry was taken back or brought again. */
export function settleBulk(writing: Writing, edit: number): void {
  const { connection } = writing;
  const field = fieldOfBulk(writing, edit);
  if (field === null) return;
  const table = handTableOf(field);
  connection.exec('drop table if exists temp.standing_word');
  connection.exec('create temp table standing_word (kind text, value text, edit_id integer, after text)');
  connection.prepare(`insert into temp.standing_word ${standingWords}`).run({ edit, field, table });
  connection
    .prepare(
      `delete from ${table} where field = :field
       and exists (select 1 from bulk_row where edit_id = :edit and field = :field
         and bulk_row.kind = ${table}.kind and bulk_row.value = ${table}.value)`,
    )
    .run({ edit, field });
  connection
    .prepare(
      `insert into ${table} (kind, value, field, edit_id, content)
       select kind, value, ?, edit_id, after from temp.standing_word where after is not null`,
    )
    .run(field);
  connection.exec('drop table temp.standing_word');
  if (field === 'note') refreshNotesOf(writing, edit);
}

/** Whose later words stand, whatever becomes of this change. Throws `edit-unknown`. */
export function keptBy({ connection }: Reading, edit: number): { customer: number; name: string }[] {
  if (connection.prepare('select 1 from journal where edit_id = ?').get(edit) === undefined) {
    throw new Problem('edit-unknown', { edit: String(edit) });
  }
  const field = fieldOfBulk({ connection } as Reading, edit);
  if (field === null) return [];
  return connection
    .prepare<[object], { customer: number; name: string }>(
      `select distinct customer.customer_id as customer, coalesce(display_name, name) as name
       from (${standingWords.replace(/^--.*$/gm, '')}) as standing
       join identity on identity.kind = standing.kind and identity.value = standing.value
       join customer on customer.customer_id = identity.customer_id
       where standing.edit_id > :edit
       order by customer.customer_id`,
    )
    .all({ edit, field, table: handTableOf(field) });
}
