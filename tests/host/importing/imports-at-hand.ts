/** A ledger in a folder of its own, and importing into it in one line. For the tests of importing. */

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { applyCheck } from '../../../src-main/importing/apply.ts';
import { type CheckOptions, type CheckResult, checkFiles } from '../../../src-main/importing/check.ts';
import { noProgress } from '../../../src-main/importing/progress.ts';
import { stateHash } from '../../../src-main/importing/state-hash.ts';
import { redoBatch, undoBatch } from '../../../src-main/importing/undo.ts';
import { ledgerPath, openForWriting, prepareLedger } from '../../../src-main/ledger/open-ledger.ts';
import type { Reading } from '../../../src-main/ledger/transaction.ts';
import type { BatchReport } from '../../../src-shared/contract/imports.ts';

export const now = '2026-01-02T03:04:05.000Z';
export const today = '2026-01-02';

export interface Book {
  readonly folder: string;
  readonly stage: string;
  readonly ledger: Reading;
  check(paths: readonly string[], options?: Partial<CheckOptions>): Promise<CheckResult>;
  import(paths: readonly string[], options?: Partial<CheckOptions>): Promise<readonly BatchReport[]>;
  undo(batch: number): ReturnType<typeof undoBatch>;
  redo(batch: number): ReturnType<typeof redoBatch>;
  hash(): string;
  /** Writes a file beside the ledger and answers its path. */
  file(name: string, text: string): string;
  one(sql: string, ...values: readonly (string | number)[]): unknown;
  all(sql: string, ...values: readonly (string | number)[]): unknown[];
  close(): void;
}

let template: Buffer | null = null;

/** The bytes of an empty ledger, made once: migrations wait for the disk. */
function emptyLedger(): Buffer {
  if (template === null) {
    const folder = mkdtempSync(join(tmpdir(), 'regulars-'));
    prepareLedger(folder, { now });
    template = readFileSync(ledgerPath(folder));
    rmSync(folder, { recursive: true, force: true });
  }
  return template;
}

/** Nothing here has to survive a power failure: the ledger does not wait for the disk. */
export function newBook(): Book {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-'));
  writeFileSync(ledgerPath(folder), emptyLedger());
  const ledger = openForWriting(folder, 5000);
  ledger.connection.pragma('synchronous = off');
  const stage = join(folder, 'stage');
  const check: Book['check'] = (paths, options = {}) =>
    checkFiles(
      ledger,
      stage,
      paths.map((path, index) => ({ ticket: `t${index}`, path, name: basename(path), bytes: statSync(path).size })),
      { today, ...options },
      noProgress,
    );
  return {
    folder,
    stage,
    ledger,
    check,
    async import(paths, options) {
      const checked = await check(paths, options);
      return (await applyCheck(ledger, stage, checked.check, { now }, noProgress)).batches;
    },
    undo: (batch) => undoBatch(ledger, stage, batch, { now }, noProgress),
    redo: (batch) => redoBatch(ledger, stage, batch, { now }, noProgress),
    hash: () => stateHash(ledger),
    file(name, text) {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
    one: (sql, ...values) =>
      ledger.connection
        .prepare(sql)
        .pluck()
        .get(...values),
    all: (sql, ...values) =>
      ledger.connection
        .prepare(sql)
        .raw()
        .all(...values),
    close: () => {
      ledger.connection.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
