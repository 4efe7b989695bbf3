/** Whether the ledger is backed up as it stands: what lets an import go on without a backup of its own. */

import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isBackedUp, makeBackup, restoreBackup } from '../../../src-main/ledger/backup.ts';
import { openForReading, openForWriting, prepareLedger } from '../../../src-main/ledger/open-ledger.ts';
import { searchIndexer } from '../../../src-main/ledger/search/indexing.ts';
import { transact } from '../../../src-main/ledger/transaction.ts';
import { addOrders, fillSample } from './sample-ledger.ts';
import { now, tempFolder } from './temp-folder.ts';

function write(folder: string, orders: number, first = false): void {
  const ledger = openForWriting(folder, 1000);
  transact(ledger, () => {
    if (first) fillSample(ledger);
    addOrders(ledger, orders);
  });
  ledger.connection.close();
}

function isSafe(folder: string): boolean {
  const reading = openForReading(folder);
  const safe = isBackedUp(folder, reading);
  reading.connection.close();
  return safe;
}

function filled(): string {
  const folder = tempFolder();
  prepareLedger(folder, { now });
  write(folder, 3, true);
  return folder;
}

test('it is after a backup, and no more after the next write', () => {
  const folder = filled();
  expect(isSafe(folder)).toBe(false);
  makeBackup(folder, { reason: 'day', now });
  expect(isSafe(folder)).toBe(true);
  write(folder, 1);
  expect(isSafe(folder)).toBe(false);
});

test('a restored backup is there still; what is written after it is no older state again', () => {
  const folder = filled();
  const { name } = makeBackup(folder, { reason: 'owner', now });
  write(folder, 1);
  makeBackup(folder, { reason: 'owner', now });
  restoreBackup(folder, name, { now });
  expect(isSafe(folder)).toBe(true);
  write(folder, 1);
  expect(isSafe(folder)).toBe(false);
});

test('the words of the search box are worked out again, they are no new state', () => {
  const folder = filled();
  makeBackup(folder, { reason: 'day', now });
  const ledger = openForWriting(folder, 1000);
  ledger.connection.exec('insert or ignore into search_pending select customer_id from customer');
  const index = searchIndexer();
  while (index(ledger));
  ledger.connection.close();
  expect(isSafe(folder)).toBe(true);
});

test('a backup whose file is no longer what was written does not count', () => {
  const folder = filled();
  const { name } = makeBackup(folder, { reason: 'day', now });
  appendFileSync(join(folder, 'backups', name), 'x');
  expect(isSafe(folder)).toBe(false);
});
