/** Opens the ledger file with the right pragmas. The only import of better-sqlite3 that makes connections. */

import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Problem } from '../../src-shared/problem.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { withProblems } from './sqlite-problems.ts';
import { type Reading, readingOver } from './transaction.ts';

const OLDEST_SQLITE = [3, 51, 3] as const; // before it, two connections could corrupt a WAL file (sqlite.org/wal.html#walresetbug)

export function ledgerPath(folder: string): string {
  return join(folder, 'ledger.db');
}

function assertSqlite(connection: Database.Database): void {
  const version = String(connection.prepare('select sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  for (const [index, least] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part > least) return;
    if (part < least) throw new Problem('sqlite-too-old', { version });
  }
}

/** Settings a reopened file does not keep. synchronous: a reopened WAL file runs at NORMAL unless told. */
function setPragmas(connection: Database.Database, busyTimeoutMs: number): void {
  connection.pragma(`busy_timeout = ${busyTimeoutMs}`);
  connection.pragma('synchronous = full');
  connection.pragma('foreign_keys = on');
  connection.pragma('trusted_schema = off');
  connection.pragma('cell_size_check = on');
  connection.pragma('mmap_size = 0');
  connection.pragma('temp_store = memory');
  connection.pragma('secure_delete = on');
}

export interface OpenOptions {
  /** An instant with Z, for the record of migrations. */
  readonly now: string;
  /** Called before pending migrations change a ledger that already holds something. */
  beforeMigration?(connection: Database.Database): void;
}

/** Makes the ledger if there is none, brings it to the newest schema. Close the returned connection when done. */
export function prepareLedger(folder: string, options: OpenOptions): void {
  withProblems(folder, () => {
    mkdirSync(folder, { recursive: true });
    const path = ledgerPath(folder);
    const isNew = !existsSync(path);
    const connection = new Database(path);
    try {
      assertSqlite(connection);
      // Asking first: a file that is not ours must not be changed, not even its journal mode.
      const pending = pendingMigrations(connection, folder);
      if (isNew) connection.pragma('page_size = 4096');
      connection.pragma('journal_mode = wal');
      setPragmas(connection, 5000);
      if (pending.length > 0) {
        if (!isNew) options.beforeMigration?.(connection);
        migrate(connection, pending, options.now);
      }
    } finally {
      connection.close();
    }
  });
}

/** A connection that cannot write: pages read through it and never wait for an import. */
export function openForReading(folder: string): Reading {
  return withProblems(folder, () => {
    const connection = new Database(ledgerPath(folder), { readonly: true, fileMustExist: true });
    setPragmas(connection, 5000);
    connection.pragma('query_only = on');
    return readingOver(connection);
  });
}

/** A connection that may write. The host's short writes use `busyTimeoutMs` 0 and queue themselves; a worker waits. */
export function openForWriting(folder: string, busyTimeoutMs: number): Reading {
  return withProblems(folder, () => {
    const connection = new Database(ledgerPath(folder), { fileMustExist: true });
    setPragmas(connection, busyTimeoutMs);
    return readingOver(connection);
  });
}
