/**
 * Runs jobs in the built worker as the host does, each in a process of its own, and tells what they used. As in the program, the process of a
 * check came up while its question was read, and that of an apply while the check's report was: see src-main/host/spare-worker.ts.
 */

import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { workerEnvironment, workerFlags } from '../../src-main/host/worker-flags.ts';
import { prepareLedger } from '../../src-main/ledger/open-ledger.ts';
import { takePlace } from '../../src-main/ledger/successor.ts';
import type { Measured } from './measured.ts';

export const now = '2026-07-01T00:00:00.000Z';
export const today = '2026-07-01';
/** After the newest order of a file of the next days. */
export const dayOfNextDays = '2026-07-07';

/** Nobody reads faster. */
const READING_MS = 1000;

interface Answer {
  readonly answer: unknown;
  readonly used: Measured;
}

interface Said {
  readonly kind: string;
  readonly answer?: unknown;
}

/** The worker of `dist` takes the jobs of the job table; see src-main/host/worker-messages.ts. */
async function runJob(worker: string, name: string, ask: object, record: string, recorder: string): Promise<Answer> {
  const child = readyWorker(worker, name, record, recorder);
  await delay(READING_MS);
  return carryOut(child, name, ask, record);
}

function readyWorker(worker: string, name: string, record: string, recorder: string): ChildProcess {
  const profile = process.env['REGULARS_BENCH_PROFILE'];
  const profiling =
    profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`, `--cpu-prof-name=${name}.cpuprofile`];
  return fork(worker, [], {
    serialization: 'advanced',
    execArgv: [...workerFlags, '--import', recorder, ...profiling],
    env: { ...workerEnvironment(process.env), REGULARS_BENCH_RECORD: record },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

function carryOut(child: ChildProcess, name: string, ask: object, record: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    let end: Said | null = null;
    let ms = 0;
    child.on('message', (message: Said) => {
      if (message.kind === 'progress') return;
      end = message;
      ms = performance.now() - from;
    });
    child.on('close', () => {
      if (end?.kind !== 'done') return reject(new Error(`${name} ended in ${JSON.stringify(end)}`));
      const { cpuMs, rssMb } = JSON.parse(readFileSync(record, 'utf8')) as Pick<Measured, 'cpuMs' | 'rssMb'>;
      resolve({ answer: end.answer, used: { ms, cpuMs, rssMb } });
    });
    child.send({ kind: 'job', name, ask });
  });
}

export interface ImportRun extends Measured {
  readonly detail: { readonly check: number; readonly apply: number };
}

/** Check and apply, as a person would: two processes, everything recorded. */
export async function importThrough(
  worker: string,
  recorder: string,
  folder: string,
  path: string,
  day = today,
): Promise<ImportRun> {
  mkdirSync(folder, { recursive: true });
  prepareLedger(folder, { now });
  const files = [{ ticket: 'file', path, name: basename(path), bytes: statSync(path).size }];
  const record = join(folder, 'used.json');
  const checked = await runJob(worker, 'check', { folder, files, today: day }, record, recorder);
  const { check } = checked.answer as { readonly check: string };
  // As the host does it: see src-main/host/apply-check.ts.
  const applied = await runJob(worker, 'apply', { folder, check, now, beside: true }, record, recorder);
  const { successor } = applied.answer as { readonly successor?: string | null };
  const fromMs = performance.now();
  if (typeof successor === 'string' && !takePlace(folder, successor)) throw new Error('the successor was not wanted');
  const applyMs = applied.used.ms + performance.now() - fromMs;
  return {
    ms: checked.used.ms + applyMs,
    cpuMs: checked.used.cpuMs + applied.used.cpuMs,
    rssMb: Math.max(checked.used.rssMb, applied.used.rssMb),
    detail: { check: Math.round(checked.used.ms), apply: Math.round(applyMs) },
  };
}
