/**
 * One change of many people: what it would do, and doing it, as one entry of the journal. Whom it changed stands beside the entry with before and
 * after, so that it is taken back in one step (`settle-bulk.ts`). Sets of rows, never one by one: 320,000 people take seconds.
 */

import type { ParsedParamsOf, ResultOf } from '../../../src-shared/contract/index.ts';
import type { BulkChange } from '../../../src-shared/contract/tags.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { customerView } from '../customer-filter.ts';
import { customerIds } from '../customers.ts';
import type { ScoresOf } from '../customers-scores.ts';
import { readValue } from '../fields/fields.ts';
import { standingField, valueField } from '../fields/stored-fields.ts';
import { write } from '../journal.ts';
import { fieldsOfTag, markField, storedTags } from '../tags/stored-tags.ts';
import { makeWithin, type TagToGive, tagNamed, tagToGive } from '../tags/tags.ts';
import type { Reading } from '../transaction.ts';
import { type BulkExample, bulkWords } from './bulk-words.ts';
import planField from './plan-field.sql?raw';
import planNote from './plan-note.sql?raw';
import planTag from './plan-tag.sql?raw';
import { handTableOf, refreshNotesOf } from './settle-bulk.ts';

type Asked = ParsedParamsOf<'customers.bulkEdit'>;
type Preview = ResultOf<'customers.bulkPreview'>;

interface Planned {
  readonly field: string;
  readonly sql: string;
  readonly params: Readonly<Record<string, string | number | null>>;
}

type TagChange = Extract<BulkChange, { field: 'tag' }>;
const tagName = (change: TagChange): string => ('add' in change ? change.add : change.remove);

/** `sql` answers customer_id, kind, value, before, after of everybody who would be otherwise. Throws `tag-unknown` where one is taken away,
 * `field-unknown`, `field-misread`. */
function planned(
  reading: Reading,
  change: BulkChange,
  ids: readonly number[],
  given: TagToGive | null = null,
): Planned {
  const people = JSON.stringify(ids);
  const bare = (sql: string): string => sql.replace(/^--.*$/gm, '');
  if (change.field === 'note') {
    const params = { ids: people, text: change.text, appends: Number(change.how === 'append') };
    return { field: 'note', sql: bare(planNote), params };
  }
  if (change.field === 'custom') {
    const definition = standingField(reading, change.custom);
    const field = valueField(change.custom);
    const after = change.value === null ? null : readValue(definition, change.value);
    return { field, sql: bare(planField), params: { ids: people, field, after } };
  }
  const tag = tagNamed(reading, tagName(change));
  if (tag === null && 'remove' in change) throw new Problem('tag-unknown', { tag: change.remove });
  const field = markField(tag?.tag ?? given?.tag ?? 0);
  const fields = JSON.stringify(tag === null ? [] : fieldsOfTag(storedTags(reading), tag.tag));
  return { field, sql: bare(planTag), params: { ids: people, fields, field, adds: Number('add' in change) } };
}

function idsOf(reading: Reading, { filter, basis }: Pick<Asked, 'filter' | 'basis'>, scoresOf: ScoresOf): number[] {
  const scores = scoresOf(reading, { ...basis, shop: filter.shop });
  return customerIds(scores, customerView(reading, scores, filter, { by: 'lastDay', descending: true }).places);
}

const MOST_VALUES = 8;
const EXAMPLES = 5;

/** Throws `tag-unknown`, `segment-unknown`. */
export function previewBulk(reading: Reading, asked: Asked, scoresOf: ScoresOf): Preview {
  const { connection } = reading;
  const ids = idsOf(reading, asked, scoresOf);
  const { sql, params } = planned(reading, asked.change, ids);
  const counts = connection
    .prepare<[object], { text: string; count: number }>(
      `select coalesce(before, '') as text, count(*) as count from (${sql}) group by 1 order by 2 desc, 1`,
    )
    .all(params);
  const examples = connection
    .prepare<[object], BulkExample>(
      `select customer_id as customer, coalesce(display_name, name) as name, before, after
       from (select * from (${sql}) limit ${EXAMPLES}) join customer using (customer_id)`,
    )
    .all(params);
  const words = bulkWords(reading, asked.change);
  const sum = (of: readonly { count: number }[]): number => of.reduce((total, { count }) => total + count, 0);
  return {
    total: ids.length,
    changed: sum(counts),
    before: counts.slice(0, MOST_VALUES).map(({ text, count }) => ({ text: words.kept(text), count })),
    others: sum(counts.slice(MOST_VALUES)),
    examples: examples.map((one) => words.example(one)),
  };
}

/** A tag that there is not yet is made as a part of it. Throws `tag-unknown`, `segment-unknown`. */
export function editInBulk(
  ledger: Reading,
  asked: Asked,
  scoresOf: ScoresOf,
  now: string,
): { edit: number | null; changed: number } {
  const { change } = asked;
  const ids = idsOf(ledger, asked, scoresOf);
  return write(ledger, { reason: 'customers.bulkEdit', now }, (writing, record) => {
    const { connection } = writing;
    const given = change.field === 'tag' && 'add' in change ? tagToGive(writing, change.add) : null;
    const { field, sql, params } = planned(writing, change, ids, given);
    connection.exec('drop table if exists temp.bulk_plan');
    connection.exec(
      'create temp table bulk_plan (customer_id integer, kind text, value text, before text, after text)',
    );
    const { changes: changed } = connection.prepare(`insert into temp.bulk_plan ${sql}`).run(params);
    if (changed === 0) return { edit: null, changed };
    const rowKey = { customers: changed };
    const edit = record({ table: 'bulk_edit', rowKey, field, before: null, after: JSON.stringify(change) });
    connection
      .prepare(
        `insert into bulk_row (edit_id, field, kind, value, before, after)
         select ?, ?, kind, value, before, after from temp.bulk_plan order by kind, value`,
      )
      .run(edit, field);
    const table = handTableOf(field);
    connection
      .prepare(
        `delete from ${table} where field = :field and exists (
           select 1 from bulk_row
           where edit_id = :edit and field = :field and after is null
             and bulk_row.kind = ${table}.kind and bulk_row.value = ${table}.value)`,
      )
      .run({ edit, field });
    connection
      .prepare(
        `insert or replace into ${table} (kind, value, field, edit_id, content)
         select kind, value, field, edit_id, after from bulk_row where edit_id = ? and after is not null`,
      )
      .run(edit);
    connection.exec('drop table temp.bulk_plan');
    if (given !== null) makeWithin(writing, record, given, { name: tagName(change as TagChange), partOf: edit, now });
    if (field === 'note') refreshNotesOf(writing, edit);
    return { edit, changed };
  });
}
