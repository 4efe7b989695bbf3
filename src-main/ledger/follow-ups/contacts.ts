/** Contacts of many people at once: a text that went out to all of them. */

import type { ContactChannel } from '../../../src-shared/contract/follow-ups.ts';
import { type Act, write } from '../journal.ts';
import type { Reading } from '../transaction.ts';

export interface Sent {
  readonly customers: readonly number[];
  /** The shop's day. */
  readonly day: string;
  readonly channel: ContactChannel;
  /** What it was for. */
  readonly about: string;
}

/** One step of the journal. Whoever is not in the book any more is passed over. */
export function markSent(
  ledger: Reading,
  { customers, day, channel, about }: Sent,
  act: Act,
): { edit: number; contacts: number } {
  return write(ledger, act, (writing, record) => {
    const edit = record({
      table: 'contact',
      rowKey: { customers: customers.length },
      field: 'sent',
      before: null,
      after: about,
    });
    const { changes } = writing.connection
      .prepare(
        `insert into contact (edit_id, kind, value, day, channel, about)
         select ?, anchor_kind, anchor_value, ?, ?, ? from customer where customer_id in (select value from json_each(?))`,
      )
      .run(edit, day, channel, about, JSON.stringify(customers));
    return { edit, contacts: changes };
  });
}
