/** Files that must survive a power cut: hashed, brought to the disk, put in another's place. Used by backup and restore. */

import { createHash } from 'node:crypto';
import { closeSync, copyFileSync, existsSync, fsyncSync, linkSync, openSync, readSync, rmSync } from 'node:fs';

const CHUNK_BYTES = 1 << 20;

/** SHA-256 of a file, read piece by piece. */
export function hashFile(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(CHUNK_BYTES);
  const file = openSync(path, 'r');
  try {
    for (let count = readSync(file, piece); count > 0; count = readSync(file, piece)) {
      hash.update(piece.subarray(0, count));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

/** Returns when the file's bytes are on the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Returns when the names in a folder are on the disk. Windows has no such call for folders and needs none after a rename. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** What SQLite may leave beside a database file. */
export const companions = ['-wal', '-shm', '-journal'] as const;

export function removeDatabase(path: string): void {
  for (const suffix of ['', ...companions]) rmSync(`${path}${suffix}`, { force: true });
}

/** Gives a file a second name, or copies it where the disk knows no second names. */
export function keepUnder(path: string, kept: string): void {
  if (!existsSync(path)) return;
  try {
    linkSync(path, kept);
  } catch {
    // exFAT and some network disks: the copy costs time, and is as good.
    copyFileSync(path, kept);
  }
  syncFile(kept);
}

/** The first bytes of every SQLite database. */
export function looksLikeDatabase(path: string): boolean {
  const head = Buffer.alloc(16);
  const file = openSync(path, 'r');
  try {
    return readSync(file, head) === 16 && head.toString('latin1') === 'SQLite format 3\0';
  } finally {
    closeSync(file);
  }
}
