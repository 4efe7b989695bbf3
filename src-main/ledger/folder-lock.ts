/**
 * One program per data folder. The lock is a SQLite file held in exclusive mode: the operating system lets go of it when
 * the process ends, however it ends, so a lock is never left behind. Nobody may open `lock.db` by other means: closing
 * any handle of it would drop the lock of the whole process.
 */

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Problem } from '../../src-shared/problem.ts';
import { openSideFile } from './open-ledger.ts';
import { problemBehind } from './sqlite-problems.ts';

function hold(path: string): Database {
  const connection = openSideFile(path, { mode: 'create' });
  try {
    connection.pragma('locking_mode = exclusive');
    connection.pragma('journal_mode = memory');
    // In this locking mode the first write takes the lock and the end of the transaction keeps it.
    connection.exec('begin exclusive; create table if not exists held (by text); commit');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Takes the folder, or throws `ledger-in-use`. Call the returned function to let go. */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'lock.db');
  try {
    mkdirSync(folder, { recursive: true });
    const connection = hold(path);
    return () => connection.close();
  } catch (error) {
    const problem = problemBehind(error, folder);
    if (!(problem instanceof Problem)) throw problem;
    if (problem.code === 'ledger-locked') throw new Problem('ledger-in-use', { folder });
    if (problem.code !== 'ledger-damaged') throw problem;
  }
  // Damaged, thus held by nobody. It keeps nothing but the lock: made anew.
  rmSync(path, { force: true });
  const connection = hold(path);
  return () => connection.close();
}
