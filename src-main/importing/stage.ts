/** The side file between the chosen files and the ledger: made by a check, moved by apply, thrown away afterwards. */

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Problem } from '../../src-shared/problem.ts';
import { openSideFile } from '../ledger/open-ledger.ts';
import stageTables from './stage.sql?raw';
import sightings from './staged-sightings.sql?raw';

const CHECK_NAME = /^[0-9a-f]{24}$/;

/** Where a check keeps its files. Throws `check-unknown` for names we never gave. */
function homeOf(stageFolder: string, check: string): string {
  if (!CHECK_NAME.test(check)) throw new Problem('check-unknown', { check });
  return join(stageFolder, check);
}

/** The files of a check: the stage itself, the folds beside it, the customers that only they know, and tables made ready while it is applied. */
export interface StageFiles {
  readonly stage: string;
  readonly folds: string;
  readonly people: string;
  readonly ready: string;
}

function filesOf(home: string): StageFiles {
  const at = (name: string): string => join(home, `${name}.db`);
  return { stage: at('stage'), folds: at('folds'), people: at('people'), ready: at('ready') };
}

export interface Stage {
  readonly check: string;
  readonly files: StageFiles;
  readonly connection: Database;
}

/** A stage may be lost at any moment without harm, so it need not wait for the disk. */
function openUnsafely(path: string, mode: 'create' | 'write'): Database {
  const connection = openSideFile(path, { mode });
  connection.pragma('synchronous = off');
  connection.pragma('journal_mode = off');
  connection.pragma('temp_store = memory');
  connection.pragma('cache_size = -8192');
  return connection;
}

/** A new, empty stage. Its folds are attached once they are complete. */
export function makeStage(stageFolder: string): Stage {
  const check = randomBytes(12).toString('hex');
  const home = homeOf(stageFolder, check);
  mkdirSync(home, { recursive: true });
  const files = filesOf(home);
  const connection = openUnsafely(files.stage, 'create');
  connection.exec(stageTables);
  return { check, files, connection };
}

/** Lets SQL see the folds beside the stage, and every row of the check that speaks of an order, wherever it lies. */
export function attachFolds(connection: Database, { folds }: StageFiles): void {
  connection.prepare('attach ? as folds').run(folds);
  // Folds of known orders are asked for in the order of the ledger: with SQLite's usual 2 MB each would be a page to read.
  connection.pragma('folds.cache_size = -8192');
  connection.exec(sightings);
}

export function openStage(stageFolder: string, check: string): Stage {
  const files = filesOf(homeOf(stageFolder, check));
  if (!existsSync(files.stage)) throw new Problem('check-unknown', { check });
  const connection = openUnsafely(files.stage, 'write');
  attachFolds(connection, files);
  return { check, files, connection };
}

/** Throws a check's stage away; no harm when it is gone already. */
export function discardCheck(stageFolder: string, check: string): void {
  rmSync(homeOf(stageFolder, check), { recursive: true, force: true });
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
