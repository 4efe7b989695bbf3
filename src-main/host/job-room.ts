/** The jobs under way: who runs, who may start beside whom, how one is cancelled. Between the handlers and `run-job.ts`. */

import { Problem } from '../../src-shared/problem.ts';
import { type AnswerOf, type AskOf, type JobName, writingJobs } from './job-table.ts';
import { type RunningJob, runJob } from './run-job.ts';
import { spareWorker } from './spare-worker.ts';
import type { SpawnWorker } from './spawn-worker.ts';
import type { Phase } from './worker-messages.ts';

export interface JobRequest<Answer = unknown> {
  /** The page's own name for the job: progress is told under it, and it can be cancelled by it. */
  readonly job?: string;
  /** Names of foreign files that are read: the watchdog guards their reading. */
  readonly reading?: string;
  /** What is to be done with the answer before another job may begin that would get in its way. */
  settle?(answer: Answer): Promise<void>;
}

export interface JobRoom {
  /** Throws `import-running` where two jobs would get in each other's way. */
  run<Name extends JobName>(
    name: Name,
    ask: AskOf<Name>,
    request?: JobRequest<AnswerOf<Name>>,
  ): Promise<AnswerOf<Name>>;
  cancel(job: string): boolean;
  /** An import (its check too), an undo, a redo, a restore or the making of the demo shop. */
  importRunning(): boolean;
  /** A job that writes to the ledger. */
  isWriting(): boolean;
  isRunning(name: JobName): boolean;
  /** Resolves when no job is under way and none tidies up any more. */
  quiet(): Promise<void>;
  /** Cancels everything and waits until it has ended. */
  close(): Promise<void>;
}

/** After these a person reads what was found; their next step is one of those. */
const readJobs: ReadonlySet<JobName> = new Set(['recognise', 'check']);
const nextJobs: ReadonlySet<JobName> = new Set(['check', 'apply']);

interface Entry {
  readonly name: JobName;
  readonly job: string | undefined;
  cancel(): void;
  readonly over: Promise<unknown>;
}

/** Begins when `earlier` is over; cancelled before, it never does. */
function startAfter<Name extends JobName>(earlier: Promise<unknown>, start: () => RunningJob<Name>): RunningJob<Name> {
  let running: RunningJob<Name> | null = null;
  let giveUp = (): void => undefined;
  const cancelled = new Promise<never>((_, reject) => {
    giveUp = () => reject(new Problem('import-cancelled', {}));
  });
  const begun = Promise.race([earlier, cancelled]).then(() => {
    running = start();
    return running.ended;
  });
  const gone = begun.then(
    () => running?.gone,
    () => running?.gone,
  );
  return { ended: begun, gone, cancel: () => (running === null ? giveUp() : running.cancel()) };
}

export function makeJobRoom(
  spawnWorker: SpawnWorker,
  onProgress: (job: string, phase: Phase, done: number, total: number | null) => void,
): JobRoom {
  const entries = new Set<Entry>();
  /** Processes that have answered and still have the ledger open. */
  const leaving = new Set<Promise<void>>();
  const spare = spareWorker(spawnWorker);
  let closed = false;
  const isRunning = (name: JobName): boolean => [...entries].some((entry) => entry.name === name);
  const isWriting = (): boolean => [...entries].some((entry) => writingJobs.has(entry.name));
  const assertRoomFor = (name: JobName): void => {
    if (closed) throw new Problem('ledger-restarted', {});
    const writes = isWriting();
    // While the file itself is being exchanged nobody else may open it.
    if (isRunning('restore') || (writingJobs.has(name) && writes)) throw new Problem('import-running', {});
  };
  const quiet = async (): Promise<void> => {
    await Promise.allSettled([...entries].map((entry) => entry.over));
    await Promise.all(leaving);
  };
  function begin<Name extends JobName>(
    name: Name,
    ask: AskOf<Name>,
    { job, reading }: JobRequest<AnswerOf<Name>>,
  ): RunningJob<Name> {
    const tell = (phase: Phase, done: number, total: number | null): void => {
      if (job !== undefined) onProgress(job, phase, done, total);
    };
    const start = (): RunningJob<Name> =>
      runJob(nextJobs.has(name) ? spare.taking : spawnWorker, name, ask, {
        ...(reading === undefined ? {} : { reading }),
        onProgress: tell,
      });
    const backups = name === 'apply' ? [...entries].filter((entry) => entry.name === 'backup') : [];
    if (backups.length === 0) return start();
    // An import that finds the ledger backed up makes no backup of its own: it waits for the one that is under way.
    tell('backing-up', 0, null);
    return startAfter(Promise.allSettled(backups.map((entry) => entry.over)), start);
  }
  return {
    run: async (name, ask, request = {}) => {
      assertRoomFor(name);
      const running = begin(name, ask, request);
      const entry: Entry = { name, job: request.job, cancel: () => running.cancel(), over: running.ended };
      entries.add(entry);
      leaving.add(running.gone);
      void running.gone.then(() => leaving.delete(running.gone));
      try {
        const answer = await running.ended;
        await request.settle?.(answer);
        if (readJobs.has(name)) spare.ready();
        return answer;
      } finally {
        entries.delete(entry);
      }
    },
    cancel: (job) => {
      const found = [...entries].filter((entry) => entry.job === job);
      for (const entry of found) entry.cancel();
      return found.length > 0;
    },
    importRunning: () => isWriting() || isRunning('check'),
    isWriting,
    isRunning,
    quiet,
    close: async () => {
      closed = true;
      for (const entry of entries) entry.cancel();
      await Promise.all([spare.close(), quiet()]);
    },
  };
}
