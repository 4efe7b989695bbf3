/** The folder lock, within a process and across processes. */

import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockFolder } from '../../../src-main/ledger/folder-lock.ts';
import { tempFolder } from './temp-folder.ts';

const inUse: unknown = expect.objectContaining({ code: 'ledger-in-use' });

test('a second holder of a folder is refused, and welcome once the first lets go', () => {
  const folder = tempFolder();
  const release = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(inUse);
  release();
  lockFolder(folder)();
});

test('a lock of a process that was killed is nobody’s lock', async () => {
  const folder = tempFolder();
  const sqlite = createRequire(import.meta.url).resolve('better-sqlite3');
  const script = `
    const connection = new (require(${JSON.stringify(sqlite)}))(${JSON.stringify(join(folder, 'lock.db'))});
    connection.pragma('locking_mode = exclusive');
    connection.exec('begin exclusive; create table held (by text); commit');
    console.log('held');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  expect(() => lockFolder(folder)).toThrow(inUse);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  lockFolder(folder)();
});

test('a damaged lock file is made anew: it keeps nothing', () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'lock.db'), 'no database at all, but long enough to be looked at');
  const release = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(inUse);
  release();
});
