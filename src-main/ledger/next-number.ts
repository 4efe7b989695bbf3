/** Numbers of what the owner makes: one more than any ever had, so that a number never means another thing, whatever is taken back. */

import type { JournalTable } from './journal.ts';
import type { Reading } from './transaction.ts';

/** `key`: its name in the row key of the journal. */
export function nextNumber({ connection }: Reading, table: JournalTable, key: string): number {
  const last = connection
    .prepare<[string, string], number | null>('select max(json_extract(row_key, ?)) from journal where table_name = ?')
    .pluck()
    .get(`$.${key}`, table);
  return (last ?? 0) + 1;
}
