/**
 * A whole new ledger, made beside one that holds no orders yet, and put in its place by one rename: a first import is written once, not
 * into a log first. Whatever stops it, the ledger of before stays. Used by apply.
 */

import { createHash } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { removeDatabase, syncFile, syncFolder } from './backup-disk.ts';
import { ledgerPath, openSideFile } from './open-ledger.ts';
import { type Reading, readingOver } from './transaction.ts';

/** What an empty ledger takes up; one that holds more is not copied for the sake of speed. */
const MOST_BYTES = 16 * 1024 * 1024;

function successorPath(folder: string): string {
  return join(folder, 'successor.db.tmp');
}

/** No order was ever imported. */
export function hasNoOrders(connection: Database): boolean {
  return connection.prepare('select 1 from order_key limit 1').get() === undefined;
}

/** No order was ever imported, and what else there is is quickly copied. */
export function isWithoutOrders({ connection }: Reading): boolean {
  const pages = Number(connection.pragma('page_count', { simple: true }));
  const bytes = pages * Number(connection.pragma('page_size', { simple: true }));
  return bytes <= MOST_BYTES && hasNoOrders(connection);
}

const hashOf = (image: Buffer): string => createHash('sha256').update(image).digest('hex');

/** The content of the ledger, its log included. */
const imageOf = (connection: Database): Buffer => connection.serialize();

/**
 * Copies a ledger without orders and runs `work` on the copy. The caller lets nobody write meanwhile. Answers what `work` does and the
 * image the copy began with, for `takePlace`; when `work` throws, nothing is left.
 */
export async function makeSuccessor<Result>(
  folder: string,
  ledger: Reading,
  work: (successor: Reading) => Promise<Result>,
): Promise<{ readonly result: Result; readonly image: string }> {
  const path = successorPath(folder);
  const image = imageOf(ledger.connection);
  removeDatabase(path);
  writeFileSync(path, image);
  try {
    const connection = openSideFile(path, { mode: 'write' });
    let result: Result;
    try {
      // Nobody else knows the file, and half of it is worth nothing: no log, and the disk is waited for once, at the end.
      for (const pragma of [
        'journal_mode = delete',
        'locking_mode = exclusive',
        'journal_mode = off',
        'synchronous = off',
      ])
        connection.pragma(pragma);
      for (const pragma of ['foreign_keys = on', 'trusted_schema = off', 'cell_size_check = on', 'temp_store = file'])
        connection.pragma(pragma);
      result = await work(readingOver(connection));
      connection.pragma('journal_mode = wal');
    } finally {
      connection.close();
    }
    syncFile(path);
    return { result, image: hashOf(image) };
  } catch (error) {
    removeDatabase(path);
    throw error;
  }
}

/** A successor that was not finished, or that nobody wants any more. */
export function discardSuccessor(folder: string): void {
  removeDatabase(successorPath(folder));
}

/** A file that somebody still holds open cannot be replaced on Windows. */
function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EPERM', 'EBUSY', 'EACCES'].includes(String(error.code));
}

/**
 * Puts the successor in the ledger's place. Every connection to the ledger is closed, in every process; open it anew afterwards. False: the
 * ledger is no longer the one that was copied, or somebody holds it; then it stays, and the successor is gone.
 */
export function takePlace(folder: string, image: string): boolean {
  const path = successorPath(folder);
  const connection = openSideFile(ledgerPath(folder), { mode: 'write', busyTimeoutMs: 1000 });
  try {
    if (hashOf(imageOf(connection)) !== image) {
      removeDatabase(path);
      return false;
    }
    // Its log must not be read into the file that takes its place.
    connection.pragma('wal_checkpoint(truncate)');
    connection.pragma('journal_mode = delete');
  } finally {
    connection.close();
  }
  try {
    renameSync(path, ledgerPath(folder));
  } catch (error) {
    removeDatabase(path);
    if (isHeld(error)) return false;
    throw error;
  }
  syncFolder(folder);
  return true;
}
