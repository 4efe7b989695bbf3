/** Opening the ledger: what it makes, and what it leaves untouched when it cannot be opened. */

import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeBackup } from '../../../src-main/ledger/backup.ts';
import { lockFolder } from '../../../src-main/ledger/folder-lock.ts';
import { openForReading, openForWriting, openSideFile, prepareLedger } from '../../../src-main/ledger/open-ledger.ts';
import { markRunning, quickCheck } from '../../../src-main/ledger/running-marker.ts';
import { ledgerTotals } from '../../../src-main/ledger/totals.ts';
import { mountReadOnly, noReadOnlyFolder } from '../../support/read-only-folder.ts';
import { addOrders, fillSample } from './sample-ledger.ts';
import { newLedger, now, tempFolder } from './temp-folder.ts';

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** A closed ledger with something in it. */
function filled(orders = 300): string {
  const folder = tempFolder();
  prepareLedger(folder, { now });
  const ledger = openForWriting(folder, 1000);
  fillSample(ledger);
  addOrders(ledger, orders);
  ledger.connection.close();
  return folder;
}

function exec(folder: string, sql: string): void {
  const connection = openSideFile(join(folder, 'ledger.db'), { mode: 'write' });
  connection.exec(sql);
  connection.pragma('wal_checkpoint(truncate)');
  connection.close();
}

test('every connection keeps its promises about safety', () => {
  const folder = filled();
  for (const open of [openForReading(folder), openForWriting(folder, 0)]) {
    const ask = (pragma: string): unknown => open.connection.pragma(pragma, { simple: true });
    expect(ask('journal_mode')).toBe('wal');
    expect(ask('synchronous')).toBe(2);
    expect(ask('foreign_keys')).toBe(1);
    expect(ask('trusted_schema')).toBe(0);
    expect(ask('cell_size_check')).toBe(1);
    expect(ask('temp_store')).toBe(2);
    expect(ask('secure_delete')).toBe(1);
    open.connection.close();
  }
});

test('a connection for reading cannot write', () => {
  const reading = openForReading(filled());
  expect(() => reading.connection.exec('delete from journal')).toThrow(/readonly/);
  reading.connection.close();
});

test('opening twice changes nothing the second time', () => {
  const folder = filled();
  const before = digest(join(folder, 'ledger.db'));
  prepareLedger(folder, { now: '2027-01-01T00:00:00.000Z' });
  expect(digest(join(folder, 'ledger.db'))).toBe(before);
});

test('what was committed before the program was killed is there after it', () => {
  const folder = filled(0);
  const ledger = openForWriting(folder, 0);
  addOrders(ledger, 40);
  const killed = tempFolder();
  // The file and its WAL as a killed program leaves them: never closed, never checkpointed.
  for (const name of ['ledger.db', 'ledger.db-wal']) copyFileSync(join(folder, name), join(killed, name));
  ledger.connection.close();
  prepareLedger(killed, { now });
  const reading = openForReading(killed);
  expect(ledgerTotals(reading).orders).toBe(45);
  reading.connection.close();
});

test('a write cut short by a kill outside the WAL is rolled back on the next start', () => {
  const folder = filled(2000);
  const killed = tempFolder();
  const connection = openSideFile(join(folder, 'ledger.db'), { mode: 'write' });
  connection.pragma('journal_mode = delete');
  // So small a cache makes SQLite write into the file before the transaction ends; the journal knows what was there.
  connection.pragma('cache_size = 5');
  connection.exec("begin; update shop_order set address = 'half done'");
  for (const name of ['ledger.db', 'ledger.db-journal']) copyFileSync(join(folder, name), join(killed, name));
  connection.close();
  prepareLedger(killed, { now });
  quickCheck(killed);
  const reading = openForReading(killed);
  const half = reading.connection.prepare("select count(*) from shop_order where address = 'half done'").pluck().get();
  expect([ledgerTotals(reading).orders, half]).toEqual([2005, 0]);
  reading.connection.close();
});

/** `spoil` makes a folder's ledger unusable; opening must say so and leave its bytes. */
function untouched(code: string, spoil: (folder: string, path: string) => void): void {
  const folder = filled();
  const path = join(folder, 'ledger.db');
  spoil(folder, path);
  // Reading a WAL file makes an empty WAL and its index beside it; they are no part of the ledger.
  const files = (): string[] => readdirSync(folder).filter((name) => !/-(?:wal|shm)$/.test(name));
  const before = [digest(path), ...files()];
  expect(() => prepareLedger(folder, { now })).toThrow(code);
  expect([digest(path), ...files()]).toEqual(before);
}

test('a file that is no database stays as it is', () => {
  untouched('ledger-damaged', (_, path) => writeFileSync(path, '订单编号,买家会员名\n'.repeat(100)));
});

test('a database of another program stays as it is', () => {
  untouched('ledger-is-foreign', (folder) => exec(folder, 'pragma application_id = 1297105496'));
  untouched('ledger-is-foreign', (_, path) => {
    rmSync(path);
    const connection = openSideFile(path, { mode: 'create' });
    connection.exec('create table schema_migration (something text)');
    connection.close();
  });
});

test('a ledger of a newer program stays as it is', () => {
  untouched('ledger-is-newer', (folder) => exec(folder, "insert into schema_migration values ('9999-later', 'x', '')"));
});

test('a ledger whose applied migration was edited stays as it is', () => {
  untouched('ledger-migration-changed', (folder) =>
    exec(folder, "update schema_migration set sha256 = 'x' where name like '0002%'"),
  );
});

test('a truncated ledger stays as it is', () => {
  untouched('ledger-damaged', (_, path) => writeFileSync(path, readFileSync(path).subarray(0, 3000)));
});

test('a ledger that lost all its bytes is not taken for a new one when there are backups', () => {
  untouched('ledger-damaged', (folder, path) => {
    makeBackup(folder, { reason: 'day', now });
    writeFileSync(path, '');
  });
  const fresh = tempFolder();
  writeFileSync(join(fresh, 'ledger.db'), '');
  prepareLedger(fresh, { now });
  expect(ledgerTotals(newLedger(fresh)).orders).toBe(0);
});

test('pages lost in the middle are found after an unclean exit', () => {
  const folder = filled(3000);
  quickCheck(folder);
  const path = join(folder, 'ledger.db');
  const bytes = readFileSync(path);
  bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + 40_960);
  writeFileSync(path, bytes);
  expect(() => quickCheck(folder)).toThrow('ledger-damaged');
  quickCheck(tempFolder());
});

test('the running marker tells a kill from an orderly end', () => {
  const folder = tempFolder();
  expect(markRunning(folder).afterUncleanExit).toBe(false);
  const second = markRunning(folder);
  expect(second.afterUncleanExit).toBe(true);
  second.ended();
  expect(markRunning(folder).afterUncleanExit).toBe(false);
});

test('a busy ledger is a Problem that says so', () => {
  const folder = filled();
  const [one, other] = [openForWriting(folder, 0), openForWriting(folder, 0)];
  one.connection.exec('begin immediate');
  expect(() => prepareLedger(folder, { now })).not.toThrow();
  expect(() => other.connection.exec('begin immediate')).toThrow(/locked/);
  one.connection.close();
  other.connection.close();
});

test('a folder that cannot be written is a Problem that says so, and nothing is lost', (context) => {
  const folder = join(filled(), 'data');
  mkdirSync(folder);
  copyFileSync(join(folder, '..', 'ledger.db'), join(folder, 'ledger.db'));
  const before = digest(join(folder, 'ledger.db'));
  if (!mountReadOnly(folder)) return context.skip(noReadOnlyFolder);
  expect(() => prepareLedger(folder, { now })).toThrow('ledger-read-only');
  expect(() => lockFolder(folder)).toThrow('ledger-read-only');
  expect(() => markRunning(folder)).toThrow('ledger-read-only');
  expect(() => makeBackup(folder, { reason: 'day', now })).toThrow('ledger-read-only');
  expect(digest(join(folder, 'ledger.db'))).toBe(before);
  expect(existsSync(join(folder, 'backups'))).toBe(false);
});
