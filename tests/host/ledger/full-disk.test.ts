/** A disk that runs full while backing up and restoring: said in words, nothing half done, and good again once there is room. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listBackups, makeBackup, previewBackup, restoreBackup } from '../../../src-main/ledger/backup.ts';
import { openForWriting, prepareLedger } from '../../../src-main/ledger/open-ledger.ts';
import { addOrders, fillSample } from './sample-ledger.ts';
import { now, tempFolder } from './temp-folder.ts';

/** A disk of so many bytes in a folder. Only root may make one; elsewhere the test is skipped. */
function smallDisk(bytes: number): string | null {
  const folder = tempFolder();
  if (process.platform !== 'linux') return null;
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'ignore' });
  if (mounted.status !== 0) return null;
  onTestFinished(() => {
    spawnSync('umount', [folder], { stdio: 'ignore' });
  });
  return folder;
}

function bytesOf(folder: string): string {
  return createHash('sha256')
    .update(readFileSync(join(folder, 'ledger.db')))
    .digest('hex');
}

test('a full disk stops a backup and a restore without a trace, and room makes both work again', (context) => {
  const folder = smallDisk(5_200_000);
  if (folder === null) return context.skip('this machine lets nobody make a small disk');
  prepareLedger(folder, { now });
  const ledger = openForWriting(folder, 1000);
  fillSample(ledger);
  addOrders(ledger, 5000);
  ledger.connection.close();
  const { name } = makeBackup(folder, { reason: 'day', now });
  writeFileSync(join(folder, 'ballast'), Buffer.alloc(1_800_000));
  const before = bytesOf(folder);
  const files = readdirSync(join(folder, 'backups'));
  const tries = [
    (): unknown => makeBackup(folder, { reason: 'owner', now }),
    (): unknown => restoreBackup(folder, name, { now }),
    (): unknown => previewBackup(folder, name, { now }),
  ];
  for (const attempt of tries) {
    expect(attempt).toThrow('ledger-full');
    expect(bytesOf(folder)).toBe(before);
    expect(readdirSync(join(folder, 'backups'))).toEqual(files);
    expect(readdirSync(folder).filter((file) => file.startsWith('restore-'))).toEqual([]);
  }
  rmSync(join(folder, 'ballast'));
  expect(previewBackup(folder, name, { now }).restored.orders).toBe(5005);
  expect(listBackups(folder)).toHaveLength(1);
});
