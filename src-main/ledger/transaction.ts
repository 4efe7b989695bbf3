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

/** Never twice the same, whatever was restored in between: two files with one stamp say the same. */
const STAMP = `insert into ledger_state (name, value) values ('stamp', random())
  on conflict (name) do update set value = excluded.value`;

/** Runs `work` in one immediate transaction: all of it or nothing. Waits for the lock as long as the connection's busy timeout says. */
export function transact<Result>(ledger: Reading, work: (writing: Writing) => Result): Result {
  return derive(ledger, (writing) => {
    const result = work(writing);
    writing.connection.prepare(STAMP).run();
    return result;
  });
}

/** As `transact`, for what can be worked out again from the ledger itself: the ledger says the same afterwards. */
export function derive<Result>(ledger: Reading, work: (writing: Writing) => Result): Result {
  return ledger.connection.transaction(() => work(ledger as Writing)).immediate();
}

/** What `transact` left last, the same in a backup of this very state; null: nothing was ever written, or by an older program. */
export function stampOf(connection: Database): string | null {
  if (connection.prepare("select 1 from sqlite_schema where name = 'ledger_state'").get() === undefined) return null;
  const ask = connection.prepare<[], string>("select cast(value as text) from ledger_state where name = 'stamp'");
  return ask.pluck().get() ?? null;
}

/** One consistent view over several statements. */
export function snapshot<Result>(ledger: Reading, work: (reading: Reading) => Result): Result {
  return ledger.connection.transaction(() => work(ledger)).deferred();
}
