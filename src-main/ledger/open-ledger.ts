/** Opens the ledger file with the right pragmas, and the files beside it. The only import of better-sqlite3 that makes connections. */

import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Problem } from '../../src-shared/problem.ts';
import { readBackupName } from './backup-names.ts';
import { type Migration, migrate, migrations, pendingMigrations } from './migrate.ts';
import { withProblems } from './sqlite-problems.ts';
import { type Reading, readingOver } from './transaction.ts';

const OLDEST_SQLITE = [3, 51, 3] as const; // before it, two connections could corrupt a WAL file (sqlite.org/wal.html#walresetbug)

export function ledgerPath(folder: string): string {
  return join(folder, 'ledger.db');
}

export function backupsFolder(folder: string): string {
  return join(folder, 'backups');
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
  /** Tests pass their own; everybody else wants the program's. */
  readonly migrations?: readonly Migration[];
}

function hasBackups(folder: string): boolean {
  const home = backupsFolder(folder);
  return existsSync(home) && readdirSync(home).some((name) => readBackupName(name) !== null);
}

/**
 * An empty file is what a start killed in its first moment leaves, and no file is where a new owner begins; unless there are
 * backups: then a ledger has lost its content, or is lost itself, and an empty new one must not hide that.
 */
function assertNotLost(folder: string): void {
  const path = ledgerPath(folder);
  if (!existsSync(path)) {
    if (hasBackups(folder)) throw new Problem('ledger-missing', { folder });
  } else if (statSync(path).size === 0 && hasBackups(folder)) throw new Problem('ledger-damaged', { folder });
}

/** What a file still lacks. Asked over a connection that cannot write: a file that is not ours stays as it is, to the byte. */
function pendingIn(folder: string, known: readonly Migration[]): readonly Migration[] {
  const path = ledgerPath(folder);
  // A kill while the journal mode was being changed leaves a journal that only a connection that writes can roll back.
  const readonly = !existsSync(`${path}-journal`);
  const connection = new Database(path, { readonly, fileMustExist: true });
  try {
    assertSqlite(connection);
    return pendingMigrations(connection, folder, known);
  } finally {
    connection.close();
  }
}

/**
 * Makes the ledger if there is none, brings it to the newest schema, and closes it again. A file that cannot be opened
 * (not a database, somebody else's, newer, damaged) is left untouched and named in the Problem.
 */
export function prepareLedger(folder: string, options: OpenOptions): void {
  withProblems(folder, () => {
    mkdirSync(folder, { recursive: true });
    const path = ledgerPath(folder);
    const known = options.migrations ?? migrations;
    assertNotLost(folder);
    const isNew = !existsSync(path) || statSync(path).size === 0;
    const pending = existsSync(path) ? pendingIn(folder, known) : known;
    const connection = new Database(path);
    try {
      assertSqlite(connection);
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

/** A ledger that only lives in memory, of the given migrations: what a schema should look like. */
export function openInMemory(applied: readonly Migration[], now: string): Reading {
  const connection = new Database(':memory:');
  migrate(connection, applied, now);
  return readingOver(connection);
}

/** A SQLite file that is not the ledger: the lock, a backup, the staging file of a check. Sets no pragma but the busy timeout. */
export function openSideFile(
  path: string,
  options: { readonly mode: 'read' | 'write' | 'create'; readonly busyTimeoutMs?: number },
): Database.Database {
  return new Database(path, {
    readonly: options.mode === 'read',
    fileMustExist: options.mode !== 'create',
    timeout: options.busyTimeoutMs ?? 0,
  });
}
