/** Makes indexes of tables that are filled already: by sorting. Where millions of rows are written at once, for the ledger and beside it. */

import type { Database } from 'better-sqlite3';

/**
 * Rows are sorted in portions that fit into a processor's cache, and these are then merged: half the time of one large portion. SQLite
 * makes a portion as large as its page cache.
 */
const PORTION_KB = 2048;

/** `sqls`: as `sqlite_schema` has them. In portions only where temporary files are allowed (`temp_store`). */
export function makeIndexes(connection: Database, sqls: readonly string[]): void {
  if (sqls.length === 0) return;
  const cache: unknown = connection.pragma('cache_size', { simple: true });
  connection.pragma(`cache_size = -${PORTION_KB}`);
  try {
    for (const sql of sqls) connection.exec(sql);
  } finally {
    connection.pragma(`cache_size = ${Number(cache)}`);
  }
}
