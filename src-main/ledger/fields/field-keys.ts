/** What customers are sorted by in a field of the owner's: numbers and days as such, choices in their order, no before yes, texts as a dictionary has them. */

import { compareText } from '../text-order.ts';
import type { Reading } from '../transaction.ts';
import { newestWordsSql } from './field-sql.ts';
import { storedField, valueField } from './stored-fields.ts';

type Row = readonly [customer: number, content: string];

function keyOf(type: 'number' | 'date' | 'yesNo', content: string): number {
  if (type === 'number') return Number(content);
  return type === 'date' ? Date.parse(content) : Number(content === 'yes');
}

/** Everybody with a value. Of a field that is gone: nobody. */
export function fieldKeys(reading: Reading, field: number): readonly (readonly [customer: number, key: number])[] {
  const kind = storedField(reading, field);
  if (kind === null) return [];
  const rows = reading.connection
    .prepare<[object], Row>(`select customer_id, content from (${newestWordsSql(':field')}) where content <> ''`)
    .raw()
    .all({ field: valueField(field) });
  const { type } = kind;
  if (type === 'choice') {
    const places = new Map(kind.choices.map(({ choice }, place) => [String(choice), place]));
    return rows.map(([customer, content]) => [customer, places.get(content) ?? Number.NaN]);
  }
  if (type !== 'text') return rows.map(([customer, content]) => [customer, keyOf(type, content)]);
  const texts = [...new Set(rows.map(([, content]) => content))].sort(compareText);
  const ranks = new Map(texts.map((text, rank) => [text, rank]));
  return rows.map(([customer, content]) => [customer, ranks.get(content) ?? Number.NaN]);
}
