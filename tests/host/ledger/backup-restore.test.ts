/** Restoring: what comes back, how it is taken back, what is refused, what is kept of a damaged ledger. */

import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { listBackups, makeBackup, previewBackup, restoreBackup } from '../../../src-main/ledger/backup.ts';
import { migrations } from '../../../src-main/ledger/migrate.ts';
import { openForReading, openForWriting, openSideFile, prepareLedger } from '../../../src-main/ledger/open-ledger.ts';
import { ledgerTotals } from '../../../src-main/ledger/totals.ts';
import { addOrders, fillSample } from './sample-ledger.ts';
import { now, tempFolder } from './temp-folder.ts';

const shared = process.env['REGULARS_SHARED'];

/** A ledger of `orders` orders, closed. */
function folderWith(orders: number): string {
  const folder = tempFolder();
  prepareLedger(folder, { now });
  change(folder, orders - 5, true);
  return folder;
}

function change(folder: string, orders: number, first = false): void {
  const ledger = openForWriting(folder, 1000);
  if (first) fillSample(ledger);
  addOrders(ledger, orders);
  ledger.connection.close();
}

function ordersIn(folder: string): number {
  const reading = openForReading(folder);
  const { orders } = ledgerTotals(reading);
  reading.connection.close();
  return orders;
}

function bytesOf(folder: string): string {
  return createHash('sha256')
    .update(readFileSync(join(folder, 'ledger.db')))
    .digest('hex');
}

test('a restore brings back what the preview showed, and can itself be taken back', () => {
  const folder = folderWith(10);
  const { name } = makeBackup(folder, { reason: 'import', now });
  change(folder, 7);
  const preview = previewBackup(folder, name, { now });
  expect([preview.present.orders, preview.restored.orders]).toEqual([17, 10]);
  const { undoName } = restoreBackup(folder, name, { now });
  expect(ordersIn(folder)).toBe(10);
  expect(listBackups(folder).find((backup) => backup.name === undoName)).toMatchObject({
    reason: 'restore',
    orders: 17,
  });
  restoreBackup(folder, undoName, { now });
  expect(ordersIn(folder)).toBe(17);
});

test('a restored ledger opens as any other and leaves nothing half done beside it', () => {
  const folder = folderWith(10);
  const { name } = makeBackup(folder, { reason: 'import', now });
  restoreBackup(folder, name, { now });
  prepareLedger(folder, { now });
  expect(readdirSync(folder).toSorted()).toEqual(['backups', 'ledger.db']);
});

test('a check made before a restore no longer fits after it', () => {
  const folder = folderWith(10);
  const { name } = makeBackup(folder, { reason: 'import', now });
  const ledger = openForWriting(folder, 1000);
  ledger.connection.exec("update ledger_state set value = 41 where name = 'changes'");
  ledger.connection.close();
  restoreBackup(folder, name, { now });
  const reading = openForReading(folder);
  expect(reading.connection.prepare('select value from ledger_state').pluck().get()).toBe(42);
  reading.connection.close();
});

test('a deleted ledger comes back from a backup', () => {
  const folder = folderWith(10);
  const { name } = makeBackup(folder, { reason: 'day', now });
  rmSync(join(folder, 'ledger.db'));
  expect(restoreBackup(folder, name, { now })).toEqual({ undoName: '' });
  expect(ordersIn(folder)).toBe(10);
});

test('a damaged ledger is set aside, byte for byte, when a backup takes its place', () => {
  const folder = folderWith(500);
  const { name } = makeBackup(folder, { reason: 'day', now });
  const path = join(folder, 'ledger.db');
  const damaged = readFileSync(path).subarray(0, 9000);
  writeFileSync(path, damaged);
  expect(previewBackup(folder, name, { now }).present.orders).toBe(0);
  const { undoName } = restoreBackup(folder, name, { now });
  expect(readFileSync(join(folder, undoName)).equals(damaged)).toBe(true);
  expect(ordersIn(folder)).toBe(500);
});

test('a restore is refused while somebody has the ledger open, and nothing changes', () => {
  const folder = folderWith(10);
  const { name } = makeBackup(folder, { reason: 'day', now });
  change(folder, 1);
  const open = openForWriting(folder, 0);
  open.connection.prepare('select count(*) from shop_order').get();
  expect(() => restoreBackup(folder, name, { now })).toThrow('ledger-locked');
  expect(ledgerTotals(open).orders).toBe(11);
  open.connection.close();
  expect(ordersIn(folder)).toBe(11);
});

test('a backup copied to another disk is restored from there, with or without its manifest', () => {
  const folder = folderWith(10);
  const { name } = makeBackup(folder, { reason: 'owner', now });
  const elsewhere = join(tempFolder(), 'my backup.db');
  copyFileSync(join(folder, 'backups', name), elsewhere);
  change(folder, 5);
  restoreBackup(folder, elsewhere, { now });
  expect(ordersIn(folder)).toBe(10);
  expect(readdirSync(join(elsewhere, '..'))).toEqual(['my backup.db']);
});

test('a backup of an older schema comes back in today’s, and so does the ledger it replaces', () => {
  const folder = tempFolder();
  prepareLedger(folder, { now, migrations: migrations.slice(0, 2) });
  change(folder, 20, true);
  const { name } = makeBackup(folder, { reason: 'migration', now });
  expect(previewBackup(folder, name, { now }).restored.orders).toBe(25);
  const { undoName } = restoreBackup(folder, name, { now });
  expect(ordersIn(folder)).toBe(25);
  restoreBackup(folder, undoName, { now });
  prepareLedger(folder, { now, beforeMigration: () => expect.unreachable() });
  expect(ordersIn(folder)).toBe(25);
});

/** Tries to restore a file made of the backup by `spoil`; the ledger must stay as it is, to the byte. */
function refusedAfter(spoil: (path: string) => void, code: string): void {
  const folder = folderWith(400);
  const { name } = makeBackup(folder, { reason: 'owner', now });
  spoil(join(folder, 'backups', name));
  const before = bytesOf(folder);
  for (const refused of [previewBackup, restoreBackup]) {
    expect(() => refused(folder, name, { now })).toThrow(code);
    expect(bytesOf(folder)).toBe(before);
  }
  expect(readdirSync(folder).filter((file) => file.startsWith('restore-'))).toEqual([]);
}

function exec(path: string, sql: string): void {
  const connection = openSideFile(path, { mode: 'write' });
  connection.exec(sql);
  connection.close();
  rmSync(path.replace(/\.db$/, '.json'));
}

test('a backup with one letter changed is refused: its hash no longer fits', () => {
  refusedAfter((path) => {
    const bytes = readFileSync(path);
    const at = bytes.indexOf('示范路');
    bytes[at + 12] = (bytes[at + 12] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  }, 'backup-damaged');
});

test('a truncated backup is refused', () => {
  refusedAfter((path) => {
    writeFileSync(path, readFileSync(path).subarray(0, 20_000));
    rmSync(path.replace(/\.db$/, '.json'));
  }, 'backup-damaged');
});

test('a backup with a trigger, a view or a table that is not ours is refused', () => {
  refusedAfter(
    (path) => exec(path, 'create trigger t after insert on shop_order begin delete from customer; end'),
    'backup-is-foreign',
  );
  refusedAfter((path) => exec(path, "create view v as select load_extension('x')"), 'backup-is-foreign');
  refusedAfter((path) => exec(path, 'create table other (x)'), 'backup-is-foreign');
});

test('a backup of a newer program, of somebody else, or with an edited migration is refused, each in its own words', () => {
  refusedAfter((path) => exec(path, "insert into schema_migration values ('9999-later', 'x', '')"), 'ledger-is-newer');
  refusedAfter((path) => exec(path, 'pragma application_id = 1297105496'), 'backup-is-foreign');
  refusedAfter((path) => exec(path, "update schema_migration set sha256 = 'x'"), 'ledger-migration-changed');
});

test('a backup whose rows point nowhere is refused', () => {
  refusedAfter(
    (path) => exec(path, 'pragma foreign_keys = off; update shop_order set customer_id = 99'),
    'backup-damaged',
  );
});

test('a name outside the backups, and a folder, are no backups', () => {
  const folder = folderWith(5);
  mkdirSync(join(folder, 'backups'), { recursive: true });
  for (const name of ['../ledger.db', 'nothing.db', '2026-01-01T00-00-00-000Z-day.db', join(folder, 'nothing.db')]) {
    expect(() => restoreBackup(folder, name, { now })).toThrow('backup-not-found');
  }
  expect(() => restoreBackup(folder, join(folder, 'backups'), { now })).toThrow('backup-damaged');
});

interface Hostile {
  readonly file: string;
  readonly family: string;
}

test.skipIf(shared === undefined)(
  'every hostile backup of the corpus is refused, the ledger stays to the byte [needs REGULARS_SHARED]',
  () => {
    const corpus = join(shared ?? '', 'badinputs');
    const index = JSON.parse(readFileSync(join(corpus, 'index.json'), 'utf8')) as {
      readonly files: readonly Hostile[];
    };
    const hostile = index.files.filter((entry) => entry.family === 'backup' && existsSync(join(corpus, entry.file)));
    expect(hostile.length).toBeGreaterThan(10);
    const folder = folderWith(50);
    const before = bytesOf(folder);
    for (const { file } of hostile) {
      // Also those the corpus leaves open: none of them is a ledger of ours.
      const refusal = expect(() => restoreBackup(folder, join(corpus, file), { now }), basename(file));
      refusal.toThrow(/^(backup-damaged|backup-is-foreign|ledger-is-newer)$/);
      expect(bytesOf(folder)).toBe(before);
    }
    expect(readdirSync(folder)).toEqual(['ledger.db']);
  },
);
