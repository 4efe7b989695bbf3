/** A folder of its own for each test, and a ledger in it. Removed when the test ends. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openForWriting, prepareLedger } from '../../../src-main/ledger/open-ledger.ts';
import type { Reading } from '../../../src-main/ledger/transaction.ts';

export const now = '2026-03-05T02:00:00.000Z';

export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new ledger, open for writing until the test ends. */
export function newLedger(folder: string = tempFolder()): Reading {
  prepareLedger(folder, { now });
  const ledger = openForWriting(folder, 1000);
  onTestFinished(() => {
    ledger.connection.close();
  });
  return ledger;
}
