/** Matches everybody once more where the rule of matching is another than it was. After `prepareLedger`, before anybody reads. */

import type { Database } from 'better-sqlite3';
import { openForWriting } from '../ledger/open-ledger.ts';
import { withProblems } from '../ledger/sqlite-problems.ts';
import { type Reading, transact } from '../ledger/transaction.ts';
import { rematchOrders } from './rematch-orders.ts';

const WAIT_MS = 5000;

/**
 * The rule of `identity-keys` and `match-customer`: one more whenever they join or part people otherwise than before. 1: a phone beside a
 * buyer id joins nobody. 2: clearly different names at one phone are different people.
 */
const RULE = 2;

function isDue(connection: Database): boolean {
  const rule = connection.prepare<[], number>("select value from ledger_state where name = 'matched_by'").pluck().get();
  return rule !== RULE;
}

function matchAgain(ledger: Reading): void {
  transact(ledger, (writing) => {
    const { connection } = writing;
    const orders = connection.prepare<[], number>('select order_id from shop_order order by order_id').pluck().all();
    if (orders.length > 0) rematchOrders(writing, orders);
    // Before the rule had a number, a migration asked for it.
    connection.exec("delete from ledger_state where name = 'match_again'");
    connection.prepare("insert or replace into ledger_state (name, value) values ('matched_by', ?)").run(RULE);
  });
}

/**
 * One transaction: a ledger is matched by the old rules or by the new ones, and is asked again until it is by the new. Throws the Problem of
 * a disk that is full, or of a ledger that is damaged or that somebody holds.
 */
export function matchAgainIfDue(folder: string): void {
  const ledger = openForWriting(folder, WAIT_MS);
  try {
    withProblems(folder, () => {
      if (isDue(ledger.connection)) matchAgain(ledger);
    });
  } finally {
    ledger.connection.close();
  }
}
