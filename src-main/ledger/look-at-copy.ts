/**
 * A ledger whose folder cannot be written is still read: SQLite needs to write beside a WAL file even to read it, so a copy in
 * this computer's temporary folder is opened instead. The copy is brought to today's schema; the ledger stays as it is.
 */

import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '../../src-shared/problem.ts';
import { ledgerPath, prepareLedger } from './open-ledger.ts';
import { quickCheck } from './running-marker.ts';
import { withProblems } from './sqlite-problems.ts';

export interface CopyToLookAt {
  readonly folder: string;
  remove(): void;
}

const PREFIX = 'regulars-look-';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process: alive, and not ours to ask.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Copies of programs that were killed: nobody's customers are left lying about. */
function sweepCopies(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : Number.NaN;
    if (!Number.isInteger(pid) || pid === process.pid || isAlive(pid)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Another person's on this computer: theirs to sweep.
    }
  }
}

function copyLedger(from: string, to: string): void {
  // What a killed program left in its WAL or journal belongs to the ledger; the WAL's index is made anew.
  for (const suffix of ['', '-wal', '-journal']) {
    const [source, target] = [`${ledgerPath(from)}${suffix}`, `${ledgerPath(to)}${suffix}`];
    if (!existsSync(source)) continue;
    copyFileSync(source, target);
    // Only its owner may look, and the copy may be written where the original may not.
    chmodSync(target, 0o600);
  }
}

/** Throws `ledger-read-only` when there is no ledger to look at, and what opening it throws. `now` is an instant with Z. */
export function copyToLookAt(folder: string, options: { readonly now: string }): CopyToLookAt {
  const isThere = statSync(ledgerPath(folder), { throwIfNoEntry: false })?.isFile() === true;
  if (!isThere) throw new Problem('ledger-read-only', { folder });
  sweepCopies();
  return withProblems(folder, () => {
    const copy = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
    const remove = (): void => rmSync(copy, { recursive: true, force: true, maxRetries: 5 });
    try {
      copyLedger(folder, copy);
      prepareLedger(copy, options);
      // A copy taken while another computer wrote would be torn.
      quickCheck(copy);
      return { folder: copy, remove };
    } catch (error) {
      remove();
      // The person knows the ledger's folder, not the copy's.
      throw error instanceof Problem && 'folder' in error.details
        ? new Problem(error.code, { ...error.details, folder } as never)
        : error;
    }
  });
}
