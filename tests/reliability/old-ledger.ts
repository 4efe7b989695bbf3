/** Makes a ledger of an earlier schema out of one of today's: stopped after a number of migrations, with all rows that schema has a place for. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { projectRoot } from '../../src-main/start/build.ts';

const home = join(projectRoot, 'migrations');

/** All migrations, oldest first. */
export const migrationNames: readonly string[] = readdirSync(home)
  .filter((name) => name.endsWith('.sql'))
  .map((name) => name.slice(0, -'.sql'.length))
  .sort();

/** The oldest schema that knows orders. */
export const OLD_SCHEMA = 2;

function applyFirst(connection: Database.Database, count: number): void {
  connection.exec(
    'create table if not exists schema_migration (name text primary key, sha256 text not null, applied_at text not null) strict',
  );
  const record = connection.prepare('insert into schema_migration (name, sha256, applied_at) values (?, ?, ?)');
  for (const name of migrationNames.slice(0, count)) {
    const sql = readFileSync(join(home, `${name}.sql`), 'utf8').replaceAll('\r\n', '\n');
    connection.exec(sql);
    record.run(name, createHash('sha256').update(sql).digest('hex'), '2026-01-01T08:00:00.000Z');
  }
}

interface Column {
  readonly name: string;
  readonly type: string;
  /** 1: it must have a value. */
  readonly notnull: number;
  /** 0: neither hidden nor generated. */
  readonly hidden: number;
}

function columnsOf(connection: Database.Database, schema: string, table: string): readonly Column[] {
  return connection
    .prepare<[string, string], Column>('select name, type, "notnull", hidden from pragma_table_xinfo(?, ?)')
    .all(table, schema)
    .filter(({ hidden }) => hidden === 0);
}

/** What today's schema no longer keeps is empty where it must be something. */
const nothing = ({ type }: Column): string => (type.toLowerCase() === 'text' ? "''" : '0');

function copyRows(connection: Database.Database, table: string): void {
  const there = new Set(columnsOf(connection, 'newer', table).map(({ name }) => name));
  if (there.size === 0) return;
  const filled = columnsOf(connection, 'main', table).filter(({ name, notnull }) => there.has(name) || notnull === 1);
  const names = filled.map(({ name }) => `"${name}"`).join(', ');
  const values = filled.map((column) => (there.has(column.name) ? `"${column.name}"` : nothing(column))).join(', ');
  connection.exec(
    `delete from main."${table}"; insert into main."${table}" (${names}) select ${values} from newer."${table}"`,
  );
}

/** Tables that are one index together hold what their own definition says, which another one cannot read. */
function isOfAnotherIndex(connection: Database.Database, table: string): boolean {
  const definition = (schema: string): unknown =>
    connection
      .prepare(
        `select sql from ${schema}.sqlite_schema where type = 'table' and sql like 'create virtual%' and ? like name || '_%'`,
      )
      .pluck()
      .get(table);
  return definition('main') !== definition('newer');
}

/** Writes a ledger of the first `count` migrations to `path`; `newer` is a ledger of today's schema nobody has open. */
export function writeOldLedger(path: string, newer: string, count: number): void {
  const connection = new Database(path);
  try {
    connection.pragma('page_size = 4096');
    connection.pragma('journal_mode = wal');
    connection.pragma('foreign_keys = off');
    // The search index keeps no text of its own to copy: the tables behind it are copied as they are.
    connection.unsafeMode();
    applyFirst(connection, count);
    connection.prepare('attach ? as newer').run(newer);
    const tables = connection
      .prepare(
        `select name from pragma_table_list
         where schema = 'main' and type in ('table', 'shadow') and name not like 'sqlite%' and name <> 'schema_migration'`,
      )
      .pluck()
      .all() as string[];
    // Triggers must not do a second time what the rows already say.
    connection.transaction(() => {
      for (const table of tables) if (!isOfAnotherIndex(connection, table)) copyRows(connection, table);
    })();
    connection.exec('detach newer');
    connection.pragma('application_id = 0x5245474c');
    const broken = connection.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`${broken.length} rows of the old ledger point nowhere`);
  } finally {
    connection.close();
  }
}
