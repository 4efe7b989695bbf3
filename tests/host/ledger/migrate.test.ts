/** Migrations: each whole or not at all, the owner's rows carried along, a backup taken first. */

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backupOver, listBackups } from '../../../src-main/ledger/backup.ts';
import { findCustomers } from '../../../src-main/ledger/find-customers.ts';
import { type Migration, migrations } from '../../../src-main/ledger/migrate.ts';
import { openForReading, openForWriting, openSideFile, prepareLedger } from '../../../src-main/ledger/open-ledger.ts';
import { indexPending } from '../../../src-main/ledger/search/indexing.ts';
import { ledgerTotals } from '../../../src-main/ledger/totals.ts';
import { transact } from '../../../src-main/ledger/transaction.ts';
import { fillSample } from './sample-ledger.ts';
import { now, tempFolder } from './temp-folder.ts';

function filled(): string {
  const folder = tempFolder();
  prepareLedger(folder, { now });
  const ledger = openForWriting(folder, 1000);
  fillSample(ledger);
  ledger.connection.close();
  return folder;
}

const later = (sql: string): readonly Migration[] => [...migrations, { name: '9999-later', sql }];

function ask(folder: string, sql: string): unknown {
  const reading = openForReading(folder);
  const answer = reading.connection.prepare(sql).pluck().all();
  reading.connection.close();
  return answer;
}

test('applied migrations are on record, in order, with their moment', () => {
  const folder = filled();
  expect(ask(folder, 'select name from schema_migration order by name')).toEqual(migrations.map(({ name }) => name));
  expect(ask(folder, 'select distinct applied_at from schema_migration')).toEqual([now]);
});

test('everybody of an older ledger is found before the new search index is made, and after', () => {
  const folder = tempFolder();
  prepareLedger(folder, { now, migrations: migrations.slice(0, 4) });
  const older = openForWriting(folder, 1000);
  fillSample(older);
  older.connection.close();
  prepareLedger(folder, { now });
  const ledger = openForWriting(folder, 1000);
  const find = (text: string): number[] => findCustomers(ledger, { text, limit: 5 }).hits.map(({ id }) => id);
  const found = (): number[][] => ['予安', 'wya', 'mama', '张', 'ann', '8005', '2001', '8012'].map(find);
  const expected = [[1], [1], [1], [2], [3], [1], [3], []];
  expect(found()).toEqual(expected);
  expect(transact(ledger, (writing) => indexPending(writing, 10))).toBe(3);
  expect(found()).toEqual(expected);
  ledger.connection.close();
});

test('line ends of a checkout make no other migration', () => {
  const folder = filled();
  const windows = migrations.map(({ name, sql }) => ({ name, sql: sql.replaceAll('\n', '\r\n') }));
  expect(() => prepareLedger(folder, { now, migrations: windows })).not.toThrow();
});

test('a later migration keeps the rows and backs the ledger up before it', () => {
  const folder = filled();
  prepareLedger(folder, {
    now,
    migrations: later("alter table shop add column colour text; update shop set colour = 'green'"),
    beforeMigration: (connection) => {
      backupOver(connection, folder, { reason: 'migration', now });
    },
  });
  expect(ask(folder, 'select distinct colour from shop')).toEqual(['green']);
  const [backup] = listBackups(folder);
  expect(backup).toMatchObject({ reason: 'migration', orders: 5 });
  const copy = openSideFile(join(folder, 'backups', backup?.name ?? ''), { mode: 'read' });
  expect(copy.prepare("select count(*) from pragma_table_info('shop') where name = 'colour'").pluck().get()).toBe(0);
  copy.close();
});

test('a new ledger is not backed up before its first migration', () => {
  const folder = tempFolder();
  prepareLedger(folder, { now, beforeMigration: () => expect.unreachable() });
});

test('a table can be made anew although others point to it', () => {
  const folder = filled();
  const sql = `create table shop_made_anew (shop_id integer primary key, marketplace text not null, name text not null, currency text not null) strict;
    insert into shop_made_anew select shop_id, marketplace, name, currency from shop;
    drop table shop;
    alter table shop_made_anew rename to shop;`;
  prepareLedger(folder, { now, migrations: later(sql) });
  const reading = openForReading(folder);
  expect(ledgerTotals(reading).orders).toBe(5);
  expect(reading.connection.pragma('foreign_key_check')).toEqual([]);
  reading.connection.close();
});

test('a migration that fails half way, or leaves keys that point nowhere, leaves the ledger as it was', () => {
  const folder = filled();
  const broken = [
    'create table half (x text) strict; select * from nowhere',
    'delete from customer where customer_id = 1',
  ];
  for (const sql of broken) {
    expect(() => prepareLedger(folder, { now, migrations: later(sql) })).toThrow();
    expect(ask(folder, "select count(*) from sqlite_schema where name = 'half'")).toEqual([0]);
    expect(ask(folder, 'select count(*) from customer')).toEqual([3]);
    prepareLedger(folder, { now });
  }
});
