/** Is this file a ledger, whole, and one we know how to read? Asked of every backup before it may come back. */

import type { Database } from 'better-sqlite3';
import { Problem } from '../../src-shared/problem.ts';
import { hashFile, looksLikeDatabase } from './backup-disk.ts';
import { type Migration, migrations, pendingMigrations } from './migrate.ts';
import { openInMemory, openSideFile } from './open-ledger.ts';
import { problemBehind } from './sqlite-problems.ts';

/** Every table, view and trigger. Indexes may come and go, they change no answer; SQLite's own statistics likewise. */
const SCHEMA = `select type || ' ' || name || ' ' || replace(coalesce(sql, ''), char(13), '')
  from sqlite_schema where type <> 'index' and name not like 'sqlite\\_%' escape '\\' order by 1`;

function schemaOf(connection: Database): string {
  return JSON.stringify(connection.prepare(SCHEMA).pluck().all());
}

/** A trigger or a view somebody added would run with the owner's data: the schema must be exactly that of its migrations. */
function hasOwnSchema(connection: Database, applied: readonly Migration[]): boolean {
  const own = openInMemory(applied, '');
  try {
    return schemaOf(connection) === schemaOf(own.connection);
  } finally {
    own.connection.close();
  }
}

/** Pages, cells, indexes and foreign keys all hold. */
export function isWhole(connection: Database): boolean {
  if (connection.pragma('integrity_check(1)', { simple: true }) !== 'ok') return false;
  return (connection.pragma('foreign_key_check') as readonly unknown[]).length === 0;
}

function check(connection: Database, name: string): readonly Migration[] {
  connection.pragma('trusted_schema = off');
  connection.pragma('cell_size_check = on');
  const pending = pendingMigrations(connection, '');
  const applied = migrations.slice(0, migrations.length - pending.length);
  if (applied.length === 0 || !hasOwnSchema(connection, applied)) throw new Problem('backup-is-foreign', { name });
  if (!isWhole(connection)) throw new Problem('backup-damaged', { name });
  return pending;
}

/** The Problem of a ledger file, said of a backup. */
function ofBackup(error: unknown, name: string): unknown {
  const problem = problemBehind(error, '');
  if (!(problem instanceof Problem)) return error;
  if (problem.code === 'ledger-is-foreign') return new Problem('backup-is-foreign', { name });
  if (problem.code === 'ledger-damaged') return new Problem('backup-damaged', { name });
  return problem;
}

/**
 * Returns the migrations the file still lacks. Throws `backup-damaged`, `backup-is-foreign`, `ledger-is-newer` or
 * `ledger-migration-changed`. Look at a copy of your own: opening may leave files beside it. `name` is for the Problem.
 */
export function verifyBackup(
  path: string,
  of: { readonly name: string; readonly sha256: string | null },
): readonly Migration[] {
  const { name, sha256 } = of;
  if (!looksLikeDatabase(path)) throw new Problem('backup-damaged', { name });
  if (sha256 !== null && hashFile(path) !== sha256) throw new Problem('backup-damaged', { name });
  try {
    const connection = openSideFile(path, { mode: 'read' });
    try {
      return check(connection, name);
    } finally {
      connection.close();
    }
  } catch (error) {
    throw ofBackup(error, name);
  }
}
