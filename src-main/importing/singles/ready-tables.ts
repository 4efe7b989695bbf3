/**
 * Tables of a new ledger made beside it, while the orders are written into it: customers, what leads to them, and lines. A thread makes them
 * in a file of their own, with the ledger's very definitions, so that SQLite moves them over without looking into a row.
 */

import type { Database } from 'better-sqlite3';
import { makeIndexes } from '../../ledger/make-indexes.ts';
import { openSideFile } from '../../ledger/open-ledger.ts';
import { assertSound } from './sound-folds.ts';

/** What the thread is told. Plain values, for they are sent. */
export interface ReadyAsk {
  /** The file to make. */
  readonly path: string;
  readonly folds: string;
  readonly people: string;
  /** Definitions of the tables, and of the indexes that are made when the rows are in. */
  readonly tables: readonly string[];
  readonly indexes: readonly string[];
  /** Statements that fill them; those that name it are given the number that makes an order's of a fold's. */
  readonly fill: readonly string[];
  readonly base: number;
}

/** The file is written once, from one end to the other. */
const CACHE_KB = 32 * 1024;

export function makeReady({ path, folds, people, tables, indexes, fill, base }: ReadyAsk): void {
  const connection = openSideFile(path, { mode: 'create' });
  try {
    for (const pragma of ['journal_mode = off', 'synchronous = off', 'foreign_keys = off', 'temp_store = file'])
      connection.pragma(pragma);
    connection.pragma(`cache_size = -${CACHE_KB}`);
    connection.prepare('attach ? as folds').run(folds);
    connection.prepare('attach ? as people').run(people);
    connection.transaction(() => {
      assertSound(connection);
      for (const sql of tables) connection.exec(sql);
      for (const sql of fill) {
        if (sql.includes('@base')) connection.prepare(sql).run({ base });
        else connection.prepare(sql).run();
      }
      makeIndexes(connection, indexes);
    })();
  } finally {
    connection.close();
  }
}

export interface Definition {
  readonly type: 'table' | 'index';
  readonly name: string;
  readonly sql: string;
}

/** How the ledger defines these tables and their indexes. */
export function definitionsOf(connection: Database, tables: readonly string[]): readonly Definition[] {
  return connection
    .prepare<[string], Definition>(
      "select type, name, sql from main.sqlite_schema where sql is not null and type in ('table', 'index') and tbl_name in (select value from json_each(?))",
    )
    .all(JSON.stringify(tables));
}
