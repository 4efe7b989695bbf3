/** Backups of the ledger, as the rest of the program sees them: made, listed, thinned out, brought back. */

import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '../../src-shared/contract/ledger.ts';
import { manifestPath, readManifest } from './backup-manifest.ts';
import { backupsToKeep, readBackupName } from './backup-names.ts';
import { backupsFolder } from './open-ledger.ts';
import { type Reading, stampOf } from './transaction.ts';

export { type BackupOptions, backupOver, makeBackup } from './backup-make.ts';
export { previewBackup, restoreBackup } from './backup-restore.ts';

function backupNames(folder: string): readonly string[] {
  const home = backupsFolder(folder);
  if (!existsSync(home)) return [];
  return readdirSync(home).filter((name) => readBackupName(name) !== null);
}

/** Newest first. Opens no backup; one whose manifest is lost is listed with its name and size alone. */
export function listBackups(folder: string): Backup[] {
  const found = backupNames(folder).map((name): Backup => {
    const path = join(backupsFolder(folder), name);
    const { madeAt, reason } = readBackupName(name) ?? { madeAt: '', reason: 'owner' };
    const known = readManifest(path);
    const bytes = statSync(path).size;
    const { orders, customers, lastDay } = known ?? { orders: 0, customers: 0, lastDay: null };
    return { name, madeAt, reason, bytes, orders, customers, lastDay };
  });
  return found.sort((a, b) => (a.name < b.name ? 1 : -1));
}

/** Is there a backup of the ledger just as it stands now? Looks at no backup but its manifest and size. */
export function isBackedUp(folder: string, { connection }: Reading): boolean {
  const stamp = stampOf(connection);
  if (stamp === null) return false;
  return backupNames(folder).some((name) => {
    const path = join(backupsFolder(folder), name);
    const known = readManifest(path);
    return known?.stamp === stamp && known.bytes === statSync(path).size;
  });
}

/** Removes the backups that are not worth keeping, and returns their names. */
export function thinBackups(folder: string, options: { readonly now: string }): readonly string[] {
  const names = backupNames(folder);
  const keep = backupsToKeep(names, options.now);
  const removed = names.filter((name) => !keep.has(name));
  for (const name of removed) {
    const path = join(backupsFolder(folder), name);
    rmSync(path, { force: true });
    rmSync(manifestPath(path), { force: true });
  }
  return removed;
}

/** Clears away what a backup or restore left that was stopped half way. Only for who holds the folder's lock. */
export function sweepUnfinished(folder: string): void {
  for (const home of [folder, backupsFolder(folder)]) {
    if (!existsSync(home)) continue;
    const left = readdirSync(home).filter((name) =>
      /(?:\.db|\.json|^restore-\d+)\.tmp(?:-wal|-shm|-journal)?$/.test(name),
    );
    for (const name of left) rmSync(join(home, name), { force: true });
  }
}
