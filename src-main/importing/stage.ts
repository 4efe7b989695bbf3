/** The side file between the chosen files and the ledger: made by a check, moved by apply, thrown away afterwards. */

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Problem } from '../../src-shared/problem.ts';
import { openSideFile } from '../ledger/open-ledger.ts';
import stageTables from './stage.sql?raw';

const CHECK_NAME = /^[0-9a-f]{24}$/;

/** The path of a check's stage. Throws `check-unknown` for names we never gave. */
export function stagePath(stageFolder: string, check: string): string {
  if (!CHECK_NAME.test(check)) throw new Problem('check-unknown', { check });
  return join(stageFolder, `${check}.db`);
}

export interface Stage {
  readonly check: string;
  readonly path: string;
  readonly connection: Database;
}

/** A stage may be lost at any moment without harm, so it need not wait for the disk. */
function openUnsafely(path: string, mode: 'create' | 'write'): Database {
  const connection = openSideFile(path, { mode });
  connection.pragma('synchronous = off');
  connection.pragma('journal_mode = off');
  connection.pragma('temp_store = memory');
  connection.pragma('cache_size = -32768');
  return connection;
}

/** A new, empty stage. */
export function makeStage(stageFolder: string): Stage {
  mkdirSync(stageFolder, { recursive: true });
  const check = randomBytes(12).toString('hex');
  const path = stagePath(stageFolder, check);
  const connection = openUnsafely(path, 'create');
  connection.exec(stageTables);
  return { check, path, connection };
}

export function openStage(stageFolder: string, check: string): Stage {
  const path = stagePath(stageFolder, check);
  if (!existsSync(path)) throw new Problem('check-unknown', { check });
  return { check, path, connection: openUnsafely(path, 'write') };
}

/** Throws a check's stage away; no harm when it is gone already. */
export function discardCheck(stageFolder: string, check: string): void {
  const path = stagePath(stageFolder, check);
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
}

/** What a stage remembers of how it was asked for, to plan again. */
export interface StageOptions {
  /** The owner's choice. */
  readonly shop: string | null;
  readonly today: string;
}

export function stageOptionsIn(stage: Database): StageOptions {
  const stored = stage.prepare<[], string>('select options from staged_check').pluck().get() ?? '{}';
  const read: Partial<StageOptions> = JSON.parse(stored) as Partial<StageOptions>; // written by check.ts as StageOptions
  return { shop: read.shop ?? null, today: read.today ?? '' };
}
