/**
 * Brings a backup back. The new file is made ready beside the ledger and takes its place by one rename: a restore that is
 * stopped at any moment leaves the ledger of before or the one of after. What was there before is kept, so that a restore
 * can itself be taken back.
 */

import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Totals } from '../../src-shared/contract/ledger.ts';
import { Problem } from '../../src-shared/problem.ts';
import { companions, keepUnder, looksLikeDatabase, removeDatabase, syncFile, syncFolder } from './backup-disk.ts';
import { makeBackup } from './backup-make.ts';
import { readManifest } from './backup-manifest.ts';
import { readBackupName } from './backup-names.ts';
import { verifyBackup } from './backup-verify.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { backupsFolder, ledgerPath, openForReading, openSideFile } from './open-ledger.ts';
import { withProblems } from './sqlite-problems.ts';
import { emptyTotals, ledgerTotals } from './totals.ts';
import { readingOver } from './transaction.ts';

interface Now {
  /** An instant with Z. */
  readonly now: string;
}

/** A name of the list, or the path of a file the owner chose. Throws `backup-not-found`. */
function locate(folder: string, nameOrPath: string): string {
  const ours = readBackupName(nameOrPath) !== null;
  const path = ours ? join(backupsFolder(folder), nameOrPath) : nameOrPath;
  const name = basename(path);
  if (!ours && !isAbsolute(path)) throw new Problem('backup-not-found', { name });
  if (!existsSync(path)) throw new Problem('backup-not-found', { name });
  // A folder, a device, an archive: looked at before anything is copied.
  if (!statSync(path).isFile() || !looksLikeDatabase(path)) throw new Problem('backup-damaged', { name });
  return path;
}

/** Copies the backup, verifies the copy, brings it to today's schema, and hands it to `work`. The copy is gone afterwards. */
function withVerifiedCopy<Result>(folder: string, name: string, options: Now, work: (copy: string) => Result): Result {
  return withProblems(folder, () => {
    const source = locate(folder, name);
    mkdirSync(folder, { recursive: true });
    const copy = join(folder, `restore-${process.pid}.tmp`);
    removeDatabase(copy);
    try {
      copyFileSync(source, copy);
      const pending = verifyBackup(copy, { name: basename(source), sha256: readManifest(source)?.sha256 ?? null });
      const connection = openSideFile(copy, { mode: 'write' });
      try {
        connection.pragma('journal_mode = delete');
        connection.pragma('synchronous = full');
        connection.pragma('trusted_schema = off');
        if (pending.length > 0) migrate(connection, pending, options.now);
      } finally {
        connection.close();
      }
      return work(copy);
    } finally {
      removeDatabase(copy);
    }
  });
}

function totalsOfFile(path: string): Totals {
  const connection = openSideFile(path, { mode: 'read' });
  try {
    return ledgerTotals(readingOver(connection), { excluded: true });
  } finally {
    connection.close();
  }
}

function presentTotals(folder: string): Totals {
  if (!existsSync(ledgerPath(folder))) return emptyTotals;
  try {
    const present = openForReading(folder);
    try {
      return withProblems(folder, () => ledgerTotals(present, { excluded: true }));
    } finally {
      present.connection.close();
    }
  } catch (error) {
    // A ledger that cannot be read holds nothing to compare with; that is why the owner is here.
    if (error instanceof Problem) return emptyTotals;
    throw error;
  }
}

/** What the ledger holds and what it would hold. Changes nothing; refuses what a restore would refuse. */
export function previewBackup(
  folder: string,
  name: string,
  options: Now,
): { present: Totals; restored: Totals; madeAt: string } {
  const restored = withVerifiedCopy(folder, name, options, totalsOfFile);
  const path = locate(folder, name);
  const madeAt = readManifest(path)?.madeAt ?? readBackupName(basename(path))?.madeAt;
  return { present: presentTotals(folder), restored, madeAt: madeAt ?? statSync(path).mtime.toISOString() };
}

function changesIn(connection: Database): number {
  return Number(connection.prepare("select value from ledger_state where name = 'changes'").pluck().get());
}

/**
 * Backs the present ledger up and folds its WAL into the file, so that the file alone is the ledger and no WAL of it can
 * ever be read into another. Changing the journal mode needs the file for itself: an open connection shows as `ledger-locked`.
 */
function backUpPresent(folder: string, options: Now): { readonly undoName: string; readonly changes: number } {
  const connection = openSideFile(ledgerPath(folder), { mode: 'write', busyTimeoutMs: 1000 });
  try {
    const pending = pendingMigrations(connection, folder);
    const undoName = makeBackup(folder, { reason: 'restore', now: options.now }).name;
    // A ledger that was not brought to today's schema yet has had no check made on it.
    const changes = pending.length === 0 ? changesIn(connection) : 0;
    connection.pragma('wal_checkpoint(truncate)');
    connection.pragma('journal_mode = delete');
    return { undoName, changes };
  } finally {
    connection.close();
  }
}

/** A ledger nobody can read keeps its bytes under another name, with what lies beside it. */
function keepDamaged(folder: string, options: Now): string {
  const path = ledgerPath(folder);
  const name = `ledger-damaged-${options.now.replaceAll(/[:.]/g, '-')}.db`;
  for (const suffix of ['', ...companions]) {
    rmSync(join(folder, `${name}${suffix}`), { force: true });
    keepUnder(`${path}${suffix}`, join(folder, `${name}${suffix}`));
  }
  syncFolder(folder);
  // Its WAL must not be read into the file that takes its place.
  for (const suffix of companions) rmSync(`${path}${suffix}`, { force: true });
  syncFolder(folder);
  return name;
}

const UNREADABLE: ReadonlySet<string> = new Set([
  'ledger-damaged',
  'ledger-is-foreign',
  'ledger-is-newer',
  'ledger-migration-changed',
]);

function setPresentAside(folder: string, options: Now): { readonly undoName: string; readonly changes: number } {
  const path = ledgerPath(folder);
  if (!existsSync(path)) {
    for (const suffix of companions) rmSync(`${path}${suffix}`, { force: true });
    return { undoName: '', changes: 0 };
  }
  try {
    return withProblems(folder, () => backUpPresent(folder, options));
  } catch (error) {
    if (!(error instanceof Problem) || !UNREADABLE.has(error.code)) throw error;
    return { undoName: keepDamaged(folder, options), changes: 0 };
  }
}

/** A check made on the ledger of before must not fit the one that came back. */
function countOn(copy: string, changes: number): void {
  const connection = openSideFile(copy, { mode: 'write' });
  try {
    connection.pragma('synchronous = full');
    connection.prepare("update ledger_state set value = max(value, ?) + 1 where name = 'changes'").run(changes);
  } finally {
    connection.close();
  }
}

/**
 * Puts a backup (a name of the list, or an absolute path) in the ledger's place. The caller holds the folder's lock and has
 * closed every connection to the ledger, in every process; open it anew afterwards. `undoName` is the backup that brings
 * the ledger of before back: '' when there was none, and the name of the file set aside when that one could not be read.
 */
export function restoreBackup(folder: string, name: string, options: Now): { undoName: string } {
  return withVerifiedCopy(folder, name, options, (copy) => {
    const { undoName, changes } = setPresentAside(folder, options);
    countOn(copy, changes);
    syncFile(copy);
    renameSync(copy, ledgerPath(folder));
    syncFolder(folder);
    return { undoName };
  });
}
