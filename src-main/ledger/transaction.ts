/**
 * Who may write, said by type. A `Reading` is a connection; a `Writing` is one inside a transaction and is only handed out
 * by `transact` (imports, migrations) and `write` (people's acts, with the journal).
 */

import type { Database } from 'better-sqlite3';

declare const reading: unique symbol;
declare const writing: unique symbol;

export interface Reading {
  readonly connection: Database;
  readonly [reading]: true;
}

export interface Writing extends Reading {
  readonly [writing]: true;
}

/** Brands an open connection. Only `open-ledger.ts` calls this. */
export function readingOver(connection: Database): Reading {
  // The brand has no value at run time.
  return { connection } as Reading;
}

/** Runs `work` in one immediate transaction: all of it or nothing. Waits for the lock as long as the connection's busy timeout says. */
export function transact<Result>(ledger: Reading, work: (writing: Writing) => Result): Result {
  return ledger.connection.transaction(() => work(ledger as Writing)).immediate();
}

/** One consistent view over several statements. */
export function snapshot<Result>(ledger: Reading, work: (reading: Reading) => Result): Result {
  return ledger.connection.transaction(() => work(ledger)).deferred();
}
