/** SQLite's own words for expected failures, turned into Problems. */

import { Problem } from '../../src-shared/problem.ts';

function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

function isMkdir(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error && error.syscall === 'mkdir';
}

// A full disk shows in different ways: growing the file, its WAL, or the WAL's index in shared memory.
const FULL: ReadonlySet<string> = new Set([
  'SQLITE_FULL',
  'ENOSPC',
  'EDQUOT',
  'SQLITE_IOERR_WRITE',
  'SQLITE_IOERR_SHMSIZE',
]);
const REFUSED: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM']);

/** The Problem behind an error of SQLite or of the file system; the error itself when it is none of the expected ones. */
export function problemBehind(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  if (code === null) return error;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new Problem('ledger-locked', {});
  if (FULL.has(code)) return new Problem('ledger-full', {});
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || REFUSED.has(code)) {
    return new Problem('ledger-read-only', { folder });
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_IOERR')) {
    return new Problem('ledger-damaged', { folder });
  }
  // On a read-only disk a recursive mkdir says that the folder it could not make is not there.
  if (code === 'ENOENT' && isMkdir(error)) return new Problem('ledger-read-only', { folder });
  return error;
}

/** Runs `work` and translates what it throws. */
export function withProblems<Result>(folder: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw problemBehind(error, folder);
  }
}
