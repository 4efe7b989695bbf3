/** Groups of the review that the owner put off till later, as they stand. */

import { eq } from 'drizzle-orm';
import { type Act, write } from './journal.ts';
import { reviewLater, tablesOf } from './schema/tables.ts';
import type { Reading, Writing } from './transaction.ts';

/** Keys of the groups put off. */
export function groupsPutOff(reading: Reading): ReadonlySet<string> {
  const rows = tablesOf(reading).select({ groupKey: reviewLater.groupKey }).from(reviewLater).all();
  return new Set(rows.map(({ groupKey }) => groupKey));
}

/** `edit`: the journal's entry that put it off; null: it is not put off. */
export function storePutOff(writing: Writing, groupKey: string, edit: number | null): void {
  const tables = tablesOf(writing);
  tables.delete(reviewLater).where(eq(reviewLater.groupKey, groupKey)).run();
  if (edit !== null) tables.insert(reviewLater).values({ groupKey, editId: edit }).run();
}

/** Puts a group behind the others, or back among them. `names`: whom the journal says it is about. Answers the journal's entry. */
export function putOff(
  ledger: Reading,
  { key, names, isLater }: { readonly key: string; readonly names: string; readonly isLater: boolean },
  act: Act,
): number {
  return write(ledger, act, (writing, record) => {
    const was = groupsPutOff(writing).has(key);
    const edit = record({
      table: 'review_later',
      rowKey: { group: key },
      field: 'later',
      before: was ? names : null,
      after: isLater ? names : null,
    });
    storePutOff(writing, key, isLater ? edit : null);
    return edit;
  });
}
