/** Tells whether the program ended in good order last time; if not, the ledger is looked over before it is used. */

import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../src-shared/problem.ts';
import { ledgerPath, openForReading } from './open-ledger.ts';
import { withProblems } from './sqlite-problems.ts';

export interface Running {
  /** The last one to run here was killed, or the power went. */
  readonly afterUncleanExit: boolean;
  /** Call at an orderly end. */
  ended(): void;
}

/** Only for who holds the folder's lock. */
export function markRunning(folder: string): Running {
  const path = join(folder, 'running');
  const afterUncleanExit = existsSync(path);
  withProblems(folder, () => writeFileSync(path, ''));
  return { afterUncleanExit, ended: () => rmSync(path, { force: true }) };
}

/** SQLite's quick check of all pages. Throws `ledger-damaged`; a folder without a ledger passes. */
export function quickCheck(folder: string): void {
  if (!existsSync(ledgerPath(folder))) return;
  const reading = openForReading(folder);
  try {
    const said = withProblems(folder, () => reading.connection.pragma('quick_check(1)', { simple: true }));
    if (said !== 'ok') throw new Problem('ledger-damaged', { folder });
  } finally {
    reading.connection.close();
  }
}
