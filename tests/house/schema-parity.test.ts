/** The drizzle tables say the same as a migrated ledger, column by column; the list of migrations is the folder's. */

import { readdirSync } from 'node:fs';
import { getTableColumns, is, Table } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { migrations } from '../../src-main/ledger/migrate.ts';
import { openInMemory } from '../../src-main/ledger/open-ledger.ts';
import * as schema from '../../src-main/ledger/schema/tables.ts';

interface ColumnRow {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
  readonly hidden: number;
}

const { connection } = openInMemory(migrations, '2026-01-01T00:00:00.000Z');
const values: readonly unknown[] = Object.values(schema);
const tables = values.filter((value) => is(value, SQLiteTable));

/** Tables no drizzle table stands for: the migrator's own, and the search index with its shadow tables. */
const without = (name: string): boolean =>
  name === 'schema_migration' || name.startsWith('customer_search') || name.startsWith('sqlite_');

function inLedger(table: string): readonly object[] {
  const columns = connection.prepare(`select * from pragma_table_xinfo('${table}')`).all() as ColumnRow[];
  return columns.map((column) => ({
    name: column.name,
    type: column.type.toLowerCase(),
    // The rowid is never null, though SQLite does not say so of `integer primary key`.
    required: column.notnull === 1 || column.pk > 0,
    key: column.pk > 0,
    generated: column.hidden > 1,
  }));
}

function inDrizzle(table: SQLiteTable): readonly object[] {
  const keys = new Set(getTableConfig(table).primaryKeys.flatMap((key) => key.columns.map((column) => column.name)));
  return Object.values(getTableColumns(table)).map((column) => ({
    name: column.name,
    type: column.getSQLType(),
    required: column.notNull || column.primary,
    key: column.primary || keys.has(column.name),
    generated: column.generated !== undefined,
  }));
}

test.each(tables.map((table) => [getTableConfig(table).name, table] as const))(
  '%s is the same on both sides',
  (name, table) => {
    expect(is(table, Table)).toBe(true);
    expect(inDrizzle(table)).toEqual(inLedger(name));
  },
);

test('every table of the ledger has its drizzle table', () => {
  const names = connection.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[];
  const known = tables.map((table) => getTableConfig(table).name);
  expect(known.toSorted()).toEqual(names.filter((name) => !without(name)).toSorted());
});

test('every table is strict', () => {
  const loose = connection.prepare("select name from pragma_table_list where type = 'table' and strict = 0").pluck();
  expect((loose.all() as string[]).filter((name) => !without(name))).toEqual([]);
});

test('the program knows every migration of the folder, in its order', () => {
  const files = readdirSync(new URL('../../migrations/', import.meta.url)).filter((name) => name.endsWith('.sql'));
  expect(migrations.map((migration) => `${migration.name}.sql`)).toEqual(files.toSorted());
});
