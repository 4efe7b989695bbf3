/** Backups: whole when they bear their name, listed without being opened, thinned out by one rule. */

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  listBackups,
  makeBackup,
  previewBackup,
  sweepUnfinished,
  thinBackups,
} from '../../../src-main/ledger/backup.ts';
import { backupName, backupReasons, backupsToKeep, readBackupName } from '../../../src-main/ledger/backup-names.ts';
import { ledgerTotals } from '../../../src-main/ledger/totals.ts';
import { addOrders, fillSample } from './sample-ledger.ts';
import { newLedger, now, tempFolder } from './temp-folder.ts';

test('a backup holds what the ledger holds while it stays open, and is listed with its counts', () => {
  const folder = tempFolder();
  const ledger = newLedger(folder);
  fillSample(ledger);
  const backup = makeBackup(folder, { reason: 'owner', now });
  expect(backup).toMatchObject({ madeAt: now, reason: 'owner', orders: 5, customers: 3, lastDay: '2025-09-01' });
  expect(listBackups(folder)).toEqual([backup]);
  addOrders(ledger, 3);
  const preview = previewBackup(folder, backup.name, { now });
  expect(preview.madeAt).toBe(now);
  expect(preview.restored.orders).toBe(5);
  expect(preview.present).toEqual(ledgerTotals(ledger));
});

test('a list of backups opens none of them: the counts come from the manifest', () => {
  const folder = tempFolder();
  fillSample(newLedger(folder));
  const { name } = makeBackup(folder, { reason: 'import', now });
  writeFileSync(join(folder, 'backups', name), 'not a database any more');
  expect(listBackups(folder)[0]).toMatchObject({ name, orders: 5 });
  writeFileSync(join(folder, 'backups', name.replace('.db', '.json')), '{ broken');
  expect(listBackups(folder)[0]).toMatchObject({ name, orders: 0, madeAt: now, reason: 'import' });
});

test('two backups of one moment keep their own names', () => {
  const folder = tempFolder();
  newLedger(folder);
  const names = [1, 2, 3].map(() => makeBackup(folder, { reason: 'import', now }).name);
  expect(new Set(names).size).toBe(3);
  expect(names.map((name) => readBackupName(name)?.madeAt)).toEqual([now, now, now]);
});

test('what a stopped backup left is cleared away, and nothing else', () => {
  const folder = tempFolder();
  newLedger(folder);
  const { name } = makeBackup(folder, { reason: 'day', now });
  const backups = join(folder, 'backups');
  const left = ['2026-01-01T00-00-00-000Z-day.db.tmp', '2026-01-01T00-00-00-000Z-day.db.tmp-journal', 'x.json.tmp'];
  for (const file of left) writeFileSync(join(backups, file), '');
  writeFileSync(join(folder, 'restore-77.tmp'), '');
  sweepUnfinished(folder);
  expect(readdirSync(backups).toSorted()).toEqual([name, name.replace('.db', '.json')].toSorted());
  expect(existsSync(join(folder, 'restore-77.tmp'))).toBe(false);
  expect(existsSync(join(folder, 'ledger.db'))).toBe(true);
});

test('a damaged ledger makes no backup and leaves no half of one', () => {
  const folder = tempFolder();
  const ledger = newLedger(folder);
  fillSample(ledger);
  addOrders(ledger, 2000);
  ledger.connection.pragma('wal_checkpoint(truncate)');
  const path = join(folder, 'ledger.db');
  const bytes = readFileSync(path);
  bytes.fill(0xa5, Math.floor(bytes.length / 3), bytes.length - 4096);
  rmSync(path);
  writeFileSync(path, bytes);
  expect(() => makeBackup(folder, { reason: 'owner', now })).toThrow('ledger-damaged');
  expect(readdirSync(join(folder, 'backups'))).toEqual([]);
});

const instants = fc
  .date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const someNames = fc.array(
  fc.tuple(instants, fc.constantFrom(...backupReasons)).map(([at, reason]) => backupName(at, reason)),
  { maxLength: 60 },
);

test('a name says when and why, and reads back', () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...backupReasons), fc.integer({ min: 1, max: 9 }), (at, reason, turn) => {
      const name = backupName(at, reason, turn);
      expect(readBackupName(name)).toEqual({ name, madeAt: at, reason });
      expect(name).not.toMatch(/[:\\/]/);
    }),
  );
  for (const other of [
    '../ledger.db',
    'ledger.db',
    '2026-01-01T00-00-00-000Z-day.db.tmp',
    '2026-01-01T00-00-00-000Z-whim.db',
  ]) {
    expect(readBackupName(other)).toBeNull();
  }
});

test('the newest backup is always kept, and thinning twice is thinning once', () => {
  fc.assert(
    fc.property(someNames, instants, (names, at) => {
      const kept = backupsToKeep(names, at);
      const newest = names
        .map((name) => readBackupName(name)?.madeAt ?? '')
        .toSorted()
        .at(-1);
      if (newest !== undefined) expect([...kept].some((name) => readBackupName(name)?.madeAt === newest)).toBe(true);
      expect(backupsToKeep([...kept], at)).toEqual(kept);
    }),
  );
});

test('over 400 days of use: three of today, one for each of ten days, one for each month, and never many', () => {
  let names: string[] = [];
  const months = new Set<string>();
  const start = Date.UTC(2025, 0, 1);
  const perDay = (index: number): number => [5, 1, 0, 2, 9, 1, 0][index % 7] ?? 0;
  for (let index = 0; index < 400; index += 1) {
    for (let turn = 0; turn < perDay(index); turn += 1) {
      const at = new Date(start + index * 86_400_000 + (turn + 1) * 3_600_000).toISOString();
      names.push(backupName(at, turn === 0 ? 'day' : 'import'));
      names = names.filter((name) => backupsToKeep(names, at).has(name));
      months.add(at.slice(0, 7));
      const days = new Set(names.map((name) => name.slice(0, 10)));
      const today = names.filter((name) => name.startsWith(at.slice(0, 10)));
      expect(today.length).toBeGreaterThanOrEqual(Math.min(3, turn + 1));
      expect(days.size).toBeGreaterThanOrEqual(Math.min(11, daysUsed(perDay, index)));
      expect(names.length).toBeLessThanOrEqual(3 + 2 + 10 + 14);
      expect(names).toContain(backupName(at, turn === 0 ? 'day' : 'import'));
    }
    expect(new Set(names.map((name) => name.slice(0, 7)))).toEqual(months);
  }
});

function daysUsed(perDay: (index: number) => number, last: number): number {
  return Array.from({ length: last + 1 }, (_, index) => perDay(index)).filter((count) => count > 0).length;
}

test('thinning removes a backup with its manifest', () => {
  const folder = tempFolder();
  newLedger(folder);
  for (const hour of ['01', '02', '03', '04', '05']) {
    makeBackup(folder, { reason: 'import', now: `2026-03-04T${hour}:00:00.000Z` });
  }
  makeBackup(folder, { reason: 'day', now });
  const removed = thinBackups(folder, { now });
  expect(removed).toHaveLength(4);
  expect(readdirSync(join(folder, 'backups'))).toHaveLength(4);
  expect(listBackups(folder).map((backup) => backup.madeAt)).toEqual([now, '2026-03-04T05:00:00.000Z']);
});
