/** Runs one job in a process of its own, watches over it, and can end it. Between the handlers and a worker. */

import { Problem } from '../../src-shared/problem.ts';
import type { AnswerOf, AskOf, JobName } from './job-table.ts';
import type { SpawnWorker, WorkerProcess } from './spawn-worker.ts';
import { type FromWorker, isFromWorker, type Phase } from './worker-messages.ts';

/** A worker that is asked to stop has this long before it is killed: within a second all in all. */
const OBEY_MS = 800;
/** These work inside one transaction or statement and hear nothing until it ends; killed, it is forgotten. */
const deafJobs: ReadonlySet<JobName> = new Set(['apply', 'undo', 'redo', 'backup']);
/** Reading that gets nowhere for this long is a hang. */
export const READING_STALLS_MS = 30_000;

export interface JobOptions {
  onProgress?(phase: Phase, done: number, total: number | null): void;
  /** Names of the files being read, for the words of a Problem. Set: the watchdog guards their reading. */
  readonly reading?: string;
  readonly stallMs?: number;
}

export interface RunningJob<Name extends JobName> {
  readonly ended: Promise<AnswerOf<Name>>;
  /** The process is gone: an answer may have come before, while it still tidied up. */
  readonly gone: Promise<void>;
  /** Asks the worker to stop, and kills it when it does not. The job then ends in `import-cancelled`. */
  cancel(): void;
}

/**
 * How a process ends that is out of heap: by SIGABRT, which Node tells as no code or 134 and Electron as 6; on Windows Chromium has a number
 * of its own for it (`base::win::kOomExceptionCode`).
 */
const outOfHeap: ReadonlySet<number | null> = new Set([null, 134, 6, 0xe0000008, 0xe0000008 | 0]);

/** A worker that ended without an answer: a bug of ours or of a library, not of the file alone. */
function crash(name: JobName, code: number | null, reading: string | undefined, words: string): Error {
  if (reading !== undefined && outOfHeap.has(code)) return tooLarge(reading);
  const message = `the ${name} worker ended with code ${code}`;
  return bugOf(message, `${message}\n${words}`);
}

function tooLarge(reading: string | undefined): Problem {
  return new Problem('file-too-large-unpacked', { name: reading ?? '', limit: '1.5 GB' });
}

/** The worker's own stack is what helps to find a bug in it. */
function bugOf(message: string, stack: string): Error {
  const bug = new Error(message);
  bug.stack = stack;
  return bug;
}

interface Watch {
  reason: Error | null;
  timers: Set<ReturnType<typeof setTimeout>>;
}

function failureOf(message: Exclude<FromWorker, { kind: 'progress' | 'done' }>, reading: string | undefined): Error {
  if (message.kind === 'too-large') return tooLarge(reading);
  if (message.kind === 'broken') return bugOf(message.message, message.stack);
  // The worker sent a Problem of the catalogue with its details.
  return new Problem(message.problem.code, message.problem.details as never);
}

function follow<Name extends JobName>(
  worker: WorkerProcess,
  name: Name,
  options: JobOptions,
  watch: Watch,
  onGone: () => void,
): Promise<AnswerOf<Name>> {
  return new Promise((resolve, reject) => {
    let stall: ReturnType<typeof setTimeout> | undefined;
    let phase: Phase = 'reading';
    const guard = (): void => {
      if (options.reading === undefined) return;
      clearTimeout(stall);
      if (phase !== 'reading') return;
      stall = setTimeout(() => {
        watch.reason ??= new Problem('file-reading-took-too-long', { name: options.reading ?? '' });
        worker.kill();
      }, options.stallMs ?? READING_STALLS_MS);
    };
    worker.link.onMessage((message) => {
      if (!isFromWorker(message)) return;
      if (message.kind === 'progress') {
        phase = message.phase;
        guard();
        options.onProgress?.(message.phase, message.done, message.total);
      } else if (message.kind === 'done') {
        // The answer's shape is the job table's; both ends are of one build.
        resolve(message.answer as AnswerOf<Name>);
      } else reject(failureOf(message, options.reading));
    });
    worker.onExit((code) => {
      onGone();
      clearTimeout(stall);
      for (const timer of watch.timers) clearTimeout(timer);
      reject(watch.reason ?? crash(name, code, options.reading, worker.lastWords()));
    });
    guard();
  });
}

export function runJob<Name extends JobName>(
  spawnWorker: SpawnWorker,
  name: Name,
  ask: AskOf<Name>,
  options: JobOptions = {},
): RunningJob<Name> {
  const watch: Watch = { reason: null, timers: new Set() };
  let worker: WorkerProcess | null = null;
  const stop = (): void => {
    watch.reason ??= new Problem('import-cancelled', {});
    if (worker === null) return;
    const doomed = worker;
    doomed.link.send({ kind: 'cancel' });
    watch.timers.add(setTimeout(() => doomed.kill(), deafJobs.has(name) ? 0 : OBEY_MS));
  };
  let isGone = (): void => undefined;
  const gone = new Promise<void>((resolve) => {
    isGone = resolve;
  });
  const ended = spawnWorker.start().then((started) => {
    worker = started;
    const following = follow(started, name, options, watch, isGone);
    started.link.send({ kind: 'job', name, ask });
    // Cancelled while the process was still starting.
    if (watch.reason !== null) stop();
    return following;
  });
  // Never started, it is gone as well.
  ended.catch(() => {
    if (worker === null) isGone();
  });
  return { ended, gone, cancel: stop };
}
