/**
 * Fifty times a process is killed in the middle of a check, an apply, an undo or a restore. Whatever the moment, the ledger is
 * exactly what it was before or what it would have been after, and sound.
 */

import { cpSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import type { AnswerOf, AskOf, JobName } from '../../src-main/host/job-table.ts';
import { nodeWorkers } from '../../src-main/host/node-workers.ts';
import { runJob } from '../../src-main/host/run-job.ts';
import type { SpawnWorker } from '../../src-main/host/spawn-worker.ts';
import { verifyLedger } from '../../src-main/importing/verify.ts';
import { listBackups } from '../../src-main/ledger/backup.ts';
import { openForReading, prepareLedger } from '../../src-main/ledger/open-ledger.ts';
import { dayOf } from '../../src-shared/day.ts';
import { startHost, workerOf } from '../support/built-host.ts';
import { checkFiles } from '../support/import-files.ts';
import { builtWorker } from '../support/preview-server.ts';
import { writeTaobaoFile } from '../support/taobao-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const now = '2026-01-01T08:00:00.000Z';
const workers = nodeWorkers(builtWorker);

function fileAt(path: string): AskOf<'check'>['files'][number] {
  return { ticket: path, path, name: basename(path), bytes: statSync(path).size };
}

function run<Name extends JobName>(name: Name, ask: AskOf<Name>): Promise<AnswerOf<Name>> {
  return runJob(workers, name, ask).ended;
}

/** Starts the job and kills its process after so many milliseconds. True when it was through before. */
async function runAndKill<Name extends JobName>(name: Name, ask: AskOf<Name>, afterMs: number): Promise<boolean> {
  const killing: SpawnWorker = {
    start: async () => {
      const worker = await workers.start();
      setTimeout(() => worker.kill(), afterMs);
      return worker;
    },
  };
  try {
    await runJob(killing, name, ask).ended;
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.includes('ended with code')) return false;
    throw error;
  }
}

/** The hash of the ledger; fails when anything about it is not sound. */
function soundHash(folder: string): string {
  prepareLedger(folder, { now });
  const reading = openForReading(folder);
  try {
    const report = verifyLedger(reading);
    expect(report).toMatchObject({ ok: true, integrity: 'ok', foreignKeys: 0, ordersDiffering: [] });
    return report.stateHash;
  } finally {
    reading.connection.close();
  }
}

const today = dayOf('2026-01-01');

async function check(folder: string, path: string): Promise<string> {
  if (today === null) throw new Error('no day');
  return (await run('check', { folder, files: [fileAt(path)], today })).check;
}

/** Different moments of a job that takes about `wholeMs`, spread evenly. */
function moments(count: number, wholeMs: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => Math.round(((at + 0.5) / count) * wholeMs));
}

interface Scene {
  readonly folder: string;
  readonly before: string;
  readonly after: string;
  readonly backup: string;
  /** The file that comes on top, and its check, made on the ledger of before. */
  readonly second: string;
  readonly staged: string;
  readonly batch: number;
  readonly applyMs: number;
  readonly undoMs: number;
  /** Puts the whole ledger back as it was kept at one of the two moments. */
  bring(moment: 'before' | 'after'): void;
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; ms: number }> {
  const startMs = performance.now();
  const result = await work();
  return { result, ms: performance.now() - startMs };
}

function batchOf(folder: string): number {
  const reading = openForReading(folder);
  try {
    return Number(reading.connection.prepare('select max(batch_id) from import_batch').pluck().get());
  } finally {
    reading.connection.close();
  }
}

/** Keeps ledger and stage as they are now. Nobody has them open. */
function keep(folder: string, home: string): void {
  cpSync(join(folder, 'ledger.db'), join(home, 'ledger.db'));
  cpSync(join(folder, 'stage'), join(home, 'stage'), { recursive: true });
}

async function scene(): Promise<Scene> {
  const home = temporaryFolder();
  const folder = join(home, 'data');
  prepareLedger(folder, { now });
  const first = writeTaobaoFile(join(home, 'ExportOrderList1.csv'), { orders: 1800 });
  // Half of it is known already.
  const second = writeTaobaoFile(join(home, 'ExportOrderList2.csv'), { orders: 400, first: 1600 });
  await run('apply', { folder, now, check: await check(folder, first) });
  const before = soundHash(folder);
  const { name: backup } = await run('backup', { folder, now, reason: 'owner' });
  const staged = await check(folder, second);
  keep(folder, join(home, 'before'));
  const applied = await timed(() => run('apply', { folder, now, check: staged }));
  const after = soundHash(folder);
  keep(folder, join(home, 'after'));
  const batch = batchOf(folder);
  const undone = await timed(() => run('undo', { folder, now, batch }));
  expect(soundHash(folder)).toBe(before);
  expect(after).not.toBe(before);
  const bring = (moment: 'before' | 'after'): void => {
    for (const name of ['ledger.db', 'ledger.db-wal', 'ledger.db-shm', 'stage'])
      rmSync(join(folder, name), { recursive: true, force: true });
    cpSync(join(home, moment), folder, { recursive: true });
  };
  return { folder, before, after, backup, second, staged, batch, applyMs: applied.ms, undoMs: undone.ms, bring };
}

/** Where the ledger is after a kill: both ends are right, anything between is not. */
function expectEither({ folder, before, after }: Scene): void {
  expect([before, after]).toContain(soundHash(folder));
}

test('44 kills of a worker in a check, an apply, an undo or a restore leave the ledger as before or after', async () => {
  const stage = await scene();
  const { folder, second, staged, batch, before, backup } = stage;
  if (today === null) throw new Error('no day');
  let stopped = 0;
  const count = (through: boolean): void => {
    if (!through) stopped += 1;
  };
  stage.bring('before');
  for (const ms of moments(8, stage.applyMs)) {
    count(await runAndKill('check', { folder, files: [fileAt(second)], today }, ms));
    expect(soundHash(folder)).toBe(before);
  }
  for (const ms of moments(14, stage.applyMs)) {
    stage.bring('before');
    count(await runAndKill('apply', { folder, now, check: staged }, ms));
    expectEither(stage);
  }
  for (const ms of moments(12, stage.undoMs)) {
    stage.bring('after');
    count(await runAndKill('undo', { folder, now, batch }, ms));
    expectEither(stage);
  }
  for (const ms of moments(10, stage.undoMs)) {
    stage.bring('after');
    count(await runAndKill('restore', { folder, now, name: backup }, ms));
    expectEither(stage);
  }
  // The machine's load decides which are through before their moment comes; most must not be.
  expect(stopped).toBeGreaterThan(25);
  // A file with a backup's name is a whole backup, whenever the program was stopped.
  for (const { name } of listBackups(folder)) await run('previewBackup', { folder, now, name });
});

test('6 kills of the host itself in an apply leave the ledger as before or after, and the next host starts', async () => {
  const stage = await scene();
  for (const ms of moments(6, stage.applyMs)) {
    stage.bring('before');
    const host = startHost(stage.folder);
    const { check: fresh } = await checkFiles(host, [stage.second]);
    const applying = host.client.call('imports.apply', { job: 'apply', check: fresh }).catch(() => undefined);
    const worker = await workerOf(host);
    await new Promise((resolve) => setTimeout(resolve, ms));
    await host.kill();
    await applying;
    await gone(worker);
    expectEither(stage);
  }
  const next = startHost(stage.folder);
  expect(await next.client.call('ledger.status', {})).toMatchObject({ warning: null, importRunning: false });
});

/** A worker ends by itself when its host is gone. */
async function gone(pid: number): Promise<void> {
  for (let turn = 0; turn < 1000; turn += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the worker outlived its host');
}
