/** Folds that go into the ledger past its own checks. Beneath `carry-out-singles` and `ready-tables`. */

import type { Database } from 'better-sqlite3';
import { orderStatuses } from '../../../src-shared/order.ts';

/** What the ledger would ask of every row one by one is asked of all at once: a status it knows, an order that counts or does not. */
export function assertSound(connection: Database): void {
  const unsound = connection
    .prepare<[string], number>(
      'select count(*) from folds.staged_fold where status not in (select value from json_each(?)) or counts not in (0, 1)',
    )
    .pluck()
    .get(JSON.stringify(orderStatuses));
  if (unsound !== 0) throw new Error(`${unsound} folds have a status that is none`);
}
