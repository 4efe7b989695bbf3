/** Matches everybody once more where a migration says that the rules of matching have changed. After `prepareLedger`, before anybody reads. */

import { openForWriting } from '../ledger/open-ledger.ts';
import { withProblems } from '../ledger/sqlite-problems.ts';
import { transact } from '../ledger/transaction.ts';
import { rematchOrders } from './rematch-orders.ts';

const WAIT_MS = 5000;

/**
 * One transaction: a ledger is matched by the old rules or by the new ones, and is asked again until it is by the new. Throws the Problem of
 * a disk that is full, or of a ledger that somebody holds.
 */
export function matchAgainIfDue(folder: string): void {
  const ledger = openForWriting(folder, WAIT_MS);
  const due = ledger.connection.prepare("select 1 from ledger_state where name = 'match_again'");
  try {
    if (due.get() === undefined) return;
    withProblems(folder, () =>
      transact(ledger, (writing) => {
        const { connection } = writing;
        const orders = connection
          .prepare<[], number>('select order_id from shop_order order by order_id')
          .pluck()
          .all();
        rematchOrders(writing, orders);
        connection.prepare("delete from ledger_state where name = 'match_again'").run();
      }),
    );
  } finally {
    ledger.connection.close();
  }
}
