/**
 * `customers_with_fields`: every customer in one row, with a column for each of the owner's fields, called as the field is. It follows the fields as they are
 * now, so it is no part of the schema but a temporary view of a connection: whoever asks in SQL makes it first. Row by row the same stands, always, in the view
 * `customer_field_value` (customer, field, type, value).
 */

import type { Reading } from '../transaction.ts';
import { type StoredField, storedFields } from './stored-fields.ts';

/** Of the customer's own. */
const own = {
  customer_id: 'customer.customer_id',
  name: 'coalesce(customer.display_name, customer.name)',
  certainty: 'customer.certainty',
  buyer_id: 'customer.buyer_id',
  province: 'customer.province',
  city: 'customer.city',
  note: 'customer.note',
} as const;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** No two columns alike, whatever fields are called: SQLite does not tell large letters from small ones. */
function columnNames(fields: readonly StoredField[]): readonly string[] {
  const taken = new Set<string>(Object.keys(own));
  return fields.map(({ content: { name } }) => {
    let free = name;
    for (let nth = 2; taken.has(free.toLowerCase()); nth += 1) free = `${name}_${nth}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** What the view is: numbers as numbers, days as YYYY-MM-DD, choices by name, yes and no as 1 and 0; null where nothing stands. */
export function fieldsViewSql(reading: Reading): string {
  const fields = storedFields(reading);
  const names = columnNames(fields);
  const columns = fields.map(({ field, content: { type } }, place) => {
    const value = `of_${field}.value`;
    const read = {
      number: `cast(${value} as real)`,
      yesNo: `${value} = 'yes'`,
      text: value,
      date: value,
      choice: value,
    };
    return `${read[type]} as ${quoted(names[place] ?? '')}`;
  });
  const joins = fields.map(
    ({ field }) => `left join (
  select customer_id, value from customer_field_value where field_id = ${field}
) as of_${field} on of_${field}.customer_id = customer.customer_id`,
  );
  const all = [...Object.entries(own).map(([name, sql]) => `${sql} as ${name}`), ...columns];
  return ['select', `  ${all.join(',\n  ')}`, 'from customer', ...joins].join('\n');
}

/** Puts the view to the fields as they are now. It lives as long as the connection and changes no ledger. */
export function makeFieldsView(reading: Reading): void {
  const { connection } = reading;
  connection.exec('drop view if exists temp.customers_with_fields');
  connection.exec(`create temp view customers_with_fields as\n${fieldsViewSql(reading)}`);
}
