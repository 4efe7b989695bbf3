/** Runs one job of the built worker in a fresh process that is watched from outside: its sockets and the files it writes (where strace is), memory, time. */

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { AnswerOf, AskOf, JobName } from '../../src-main/host/job-table.ts';
import { workerOver } from '../../src-main/host/node-workers.ts';
import { runJob } from '../../src-main/host/run-job.ts';
import { workerFlags } from '../../src-main/host/worker-flags.ts';
import { Problem, type ProblemOnWire, problemOnWire } from '../../src-shared/problem.ts';
import { onPath } from '../machine/electron-runtime.ts';
import { builtWorker } from '../support/forked-host.ts';
import { offences, watchedCalls } from './system-calls.ts';

/** As plain JavaScript: what reads TypeScript would take more memory in the reader than the reading. */
const watch = join(mkdtempSync(join(tmpdir(), 'regulars-watch-')), 'reader-watch.mjs');
writeFileSync(watch, stripTypeScriptTypes(readFileSync(new URL('reader-watch.ts', import.meta.url), 'utf8')));
process.on('exit', () => rmSync(dirname(watch), { recursive: true, force: true }));
/** A reader that has said nothing for this long hangs, however busy the machine is. */
const HANGS_MS = 90_000;

/** Null where the machine has no strace: sockets and files are then not watched. */
export const strace = onPath('strace');

export interface Used {
  readonly cpuSeconds: number;
  readonly maxMiB: number;
  /** What it put on Object.prototype and its like. */
  readonly polluted: readonly string[];
}

export interface Watched<Answer> {
  readonly answer: Answer | null;
  readonly problem: ProblemOnWire | null;
  /** A crash, a hang, an exception: never right. */
  readonly bug: string | null;
  /** Sockets, and files outside the work folder. */
  readonly offences: readonly string[];
  /** Null when it was killed before it could say. */
  readonly used: Used | null;
}

function commandFor(trace: string): readonly [string, readonly string[]] {
  const node = [...workerFlags, '--import', watch, builtWorker];
  if (strace === null) return [process.execPath, node];
  return [
    strace,
    [
      '-f',
      '--seccomp-bpf',
      '-qq',
      '-s',
      '400',
      '-e',
      `trace=${watchedCalls.join(',')}`,
      '-o',
      trace,
      process.execPath,
      ...node,
    ],
  ];
}

function usedIn(record: string): Used | null {
  if (!existsSync(record)) return null;
  // Written by reader-watch.ts.
  return JSON.parse(readFileSync(record, 'utf8')) as Used;
}

/** `work` is the only folder it may write to. */
export async function runWatched<Name extends JobName>(
  work: string,
  name: Name,
  ask: AskOf<Name>,
  reading?: string,
): Promise<Watched<AnswerOf<Name>>> {
  const turn = randomUUID();
  const [record, trace] = [join(work, `record-${turn}`), join(work, `trace-${turn}`)];
  const [command, args] = commandFor(trace);
  const child = spawn(command, [...args], {
    cwd: work,
    // The whole group is ended, strace and what it watches.
    detached: true,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, REGULARS_READER_RECORD: record, TMPDIR: work },
  });
  const killGroup = (): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  let hung = false;
  const timer = setTimeout(() => {
    hung = true;
    killGroup();
  }, HANGS_MS);
  const worker = { ...workerOver(child), kill: killGroup };
  const running = runJob({ start: () => Promise.resolve(worker) }, name, ask, reading === undefined ? {} : { reading });
  const found = await running.ended.then(
    (answer) => ({ answer, problem: null, bug: null }),
    (error: unknown) => {
      if (error instanceof Problem) return { answer: null, problem: problemOnWire(error), bug: null };
      const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { answer: null, problem: null, bug: hung ? 'hung' : words };
    },
  );
  // Its record is written at its very end.
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve));
  clearTimeout(timer);
  const seen = existsSync(trace) ? offences(readFileSync(trace, 'utf8'), work) : [];
  const used = usedIn(record);
  rmSync(record, { force: true });
  rmSync(trace, { force: true });
  return { ...found, offences: seen, used };
}
