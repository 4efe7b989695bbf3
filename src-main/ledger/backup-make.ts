/**
 * Makes a backup of the ledger: written beside it by SQLite itself, looked through, brought to the disk, and only then given
 * its name. So a file with a backup's name is a whole backup, whenever the program was stopped.
 */

import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Backup } from '../../src-shared/contract/ledger.ts';
import { Problem } from '../../src-shared/problem.ts';
import { hashFile, removeDatabase, syncFile, syncFolder } from './backup-disk.ts';
import { writeManifest } from './backup-manifest.ts';
import { type BackupReason, backupName } from './backup-names.ts';
import { isWhole } from './backup-verify.ts';
import { backupsFolder, ledgerPath, openSideFile } from './open-ledger.ts';
import { withProblems } from './sqlite-problems.ts';
import { stampOf } from './transaction.ts';

export interface BackupOptions {
  readonly reason: BackupReason;
  /** An instant with Z. */
  readonly now: string;
}

// Plain enough for every schema there was or will be: a backup before a migration is counted in the old one.
const COUNTS = `select (select count(*) from shop_order) as orders,
  (select count(distinct customer_id) from shop_order) as customers, (select max(ordered_on) from shop_order) as lastDay`;

function freeName(folder: string, options: BackupOptions): string {
  for (let turn = 1; ; turn += 1) {
    const name = backupName(options.now, options.reason, turn);
    if (!existsSync(join(folder, name))) return name;
  }
}

/** Opens the copy anew and reads every page of it. A copy that is not whole means that the ledger is not. */
function lookThrough(
  path: string,
  folder: string,
): { readonly counts: Pick<Backup, 'orders' | 'customers' | 'lastDay'>; readonly stamp: string | null } {
  const copy = openSideFile(path, { mode: 'read' });
  try {
    if (!isWhole(copy)) throw new Problem('ledger-damaged', { folder });
    // The statement names these three columns.
    const counts = copy.prepare(COUNTS).get() as Pick<Backup, 'orders' | 'customers' | 'lastDay'>;
    return { counts, stamp: stampOf(copy) };
  } finally {
    copy.close();
  }
}

/** A backup through a connection that is open already, as before a migration. It must not be inside a transaction. */
export function backupOver(connection: Database, folder: string, options: BackupOptions): Backup {
  return withProblems(folder, () => {
    const home = backupsFolder(folder);
    mkdirSync(home, { recursive: true });
    const name = freeName(home, options);
    const [path, unfinished] = [join(home, name), join(home, `${name}.tmp`)];
    removeDatabase(unfinished);
    try {
      connection.prepare('vacuum into ?').run(unfinished);
      const { counts, stamp } = lookThrough(unfinished, folder);
      syncFile(unfinished);
      const bytes = statSync(unfinished).size;
      const backup: Backup = { name, madeAt: options.now, reason: options.reason, bytes, ...counts };
      // The manifest first: a backup is never there without it.
      writeManifest(path, { ...backup, sha256: hashFile(unfinished), stamp });
      renameSync(unfinished, path);
      syncFolder(home);
      return backup;
    } finally {
      removeDatabase(unfinished);
    }
  });
}

/** A backup of the ledger as it stands now. Readers and writers go on meanwhile. */
export function makeBackup(folder: string, options: BackupOptions): Backup {
  return withProblems(folder, () => {
    const connection = openSideFile(ledgerPath(folder), { mode: 'read', busyTimeoutMs: 5000 });
    try {
      return backupOver(connection, folder, options);
    } finally {
      connection.close();
    }
  });
}
