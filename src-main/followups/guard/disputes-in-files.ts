/** Orders whose files say that a refund, a return or an after-sale case is under way: tickets that open and close by themselves. */

import type { ResultOf } from '../../../src-shared/contract/index.ts';
import type { Day } from '../../../src-shared/day.ts';
import type { Reading } from '../../ledger/transaction.ts';
import openDisputes from './open-disputes.sql?raw';

// Of everybody the same question is asked without the customer: SQLite then goes by days, and not by people.
const everybodysDisputes = openDisputes.replace('customer_id = :customer\n  and ', 'customer_id is not null\n  and ');

interface Row {
  readonly customer_id: number;
  readonly day: string;
  readonly order_id: number;
  readonly order_number: string;
  readonly status_word: string;
  readonly items_text: string | null;
}

/** The newest `most` of everybody, or of one customer. */
export function disputesInFiles(
  { connection }: Reading,
  { on, customer, most }: { readonly on: Day; readonly customer?: number | undefined; readonly most: number },
): ResultOf<'service.list'>['fromFiles'] {
  const nameOf = connection
    .prepare<[number], string>('select coalesce(display_name, name) from customer where customer_id = ?')
    .pluck();
  return connection
    .prepare<[object], Row>(customer === undefined ? everybodysDisputes : openDisputes)
    .all(customer === undefined ? { on, most } : { customer, on, most })
    .map((row) => ({
      customer: row.customer_id,
      name: nameOf.get(row.customer_id) ?? '',
      order: row.order_id,
      number: row.order_number,
      day: row.day as Day,
      status: row.status_word,
      item: row.items_text,
    }));
}
