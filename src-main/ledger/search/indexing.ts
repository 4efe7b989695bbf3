/**
 * Keeps the words of the search box. An import only marks whom it touched; afterwards their words are worked out in short steps, each
 * a transaction of its own that also takes the marks away: killed at any moment, the ledger knows what is left to do. Search looks
 * meanwhile at the marked ones themselves (`find-customers.ts`), so that it is right at every moment.
 */

import { performance } from 'node:perf_hooks';
import { derive, type Reading, type Writing } from '../transaction.ts';
import { personsOf, tailsOf } from './persons.ts';
import { indexWords } from './words.ts';

/** A step is to take about so long before it is written; with that, nobody waits longer than three times this for a page or a write. */
const STEP_MS = 18;
const LEAST = 20;
const MOST = 2000;
const FIRST = 20;
/** A step is done in so many parts, and ends after the one with which its time is over: what has to come from the disk takes long. */
const PARTS = 4;

/**
 * Marks the customers of the table `refreshed_customer`: called wherever customers are worked out again, in the same transaction.
 * Counts the change, so that answers kept in memory are asked anew.
 */
export function markForSearch({ connection }: Writing): void {
  connection.exec(`
    insert or ignore into search_pending (customer_id) select customer_id from refreshed_customer;
    update ledger_state set value = value + 1 where name = 'names';`);
}

/** Tells two states of names, regions and identities apart, whoever changed them. */
export function namesVersion({ connection }: Reading): number {
  return connection.prepare<[], number>("select value from ledger_state where name = 'names'").pluck().get() ?? 0;
}

/** Is anybody marked? */
export function isSearchPending({ connection }: Reading): boolean {
  return connection.prepare('select 1 from search_pending limit 1').get() !== undefined;
}

/** Works out the words of the first `most` marked customers; answers how many those were. */
export function indexPending(writing: Writing, most: number): number {
  const { connection } = writing;
  const ids = connection
    .prepare<[number], number>('select customer_id from search_pending order by customer_id limit ?')
    .pluck()
    .all(most);
  const last = ids.at(-1);
  if (last === undefined) return 0;
  const put = connection.prepare('insert or replace into customer_search (rowid, words) values (?, ?)');
  const forget = connection.prepare('delete from customer_search where rowid = ?');
  const tails = tailsOf(writing, ids);
  const persons = personsOf(writing, ids);
  for (const person of persons) put.run(person.id, indexWords(person, tails(person.id)));
  const known = new Set(persons.map(({ id }) => id));
  for (const id of ids) if (!known.has(id)) forget.run(id);
  connection.prepare('delete from search_pending where customer_id <= ?').run(last);
  return ids.length;
}

/** After so many steps SQLite's log is folded into the file, in a step of its own: it takes as long as another. */
const STEPS_A_FOLD = 8;

/** One step after another over a connection that writes; answers whether more is left. Steps grow or shrink to their time. */
export function searchIndexer(): (ledger: Reading) => boolean {
  let most = FIRST;
  let unfolded = 0;
  return (ledger) => {
    if (unfolded >= STEPS_A_FOLD) {
      ledger.connection.pragma('wal_checkpoint(passive)');
      unfolded = 0;
      return isSearchPending(ledger);
    }
    const from = performance.now();
    const part = Math.ceil(most / PARTS);
    let done = 0;
    onlyLogged(ledger, () =>
      derive(ledger, (writing) => {
        let last: number;
        do {
          last = indexPending(writing, part);
          done += last;
        } while (last === part && done < most && performance.now() - from < STEP_MS);
      }),
    );
    const ms = Math.max(performance.now() - from, 1);
    if (done >= part) most = Math.round(Math.min(MOST, most * 2, Math.max(LEAST, (done * STEP_MS) / ms)));
    if (done > 0) unfolded += 1;
    return done > 0 && isSearchPending(ledger);
  };
}

/** A step that a power failure takes away is done again: it need not wait for the disk. Nor is it the one that folds the log. */
function onlyLogged<Result>({ connection }: Reading, work: () => Result): Result {
  const pages: unknown = connection.pragma('wal_autocheckpoint', { simple: true });
  connection.pragma('synchronous = normal');
  connection.pragma('wal_autocheckpoint = 0');
  try {
    return work();
  } finally {
    connection.pragma(`wal_autocheckpoint = ${Number(pages)}`);
    connection.pragma('synchronous = full');
  }
}
