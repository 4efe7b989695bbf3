/** The jobs under way: who runs, who may start beside whom, how one is cancelled. Between the handlers and `run-job.ts`. */

import { Problem } from '../../src-shared/problem.ts';
import { type AnswerOf, type AskOf, type JobName, writingJobs } from './job-table.ts';
import { runJob } from './run-job.ts';
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
  isRunning(name: JobName): boolean;
  /** Resolves when no job is under way. */
  quiet(): Promise<void>;
  /** Cancels everything and waits until it has ended. */
  close(): Promise<void>;
}

interface Entry {
  readonly name: JobName;
  readonly job: string | undefined;
  cancel(): void;
  readonly over: Promise<unknown>;
}

export function makeJobRoom(
  spawnWorker: SpawnWorker,
  onProgress: (job: string, phase: Phase, done: number, total: number | null) => void,
): JobRoom {
  const entries = new Set<Entry>();
  let closed = false;
  const isRunning = (name: JobName): boolean => [...entries].some((entry) => entry.name === name);
  const assertRoomFor = (name: JobName): void => {
    if (closed) throw new Problem('ledger-restarted', {});
    const writes = [...entries].some((entry) => writingJobs.has(entry.name));
    // While the file itself is being exchanged nobody else may open it.
    if (isRunning('restore') || (writingJobs.has(name) && writes)) throw new Problem('import-running', {});
  };
  const quiet = async (): Promise<void> => {
    await Promise.allSettled([...entries].map((entry) => entry.over));
  };
  return {
    run: async (name, ask, request = {}) => {
      assertRoomFor(name);
      const { job, reading } = request;
      const running = runJob(spawnWorker, name, ask, {
        ...(reading === undefined ? {} : { reading }),
        onProgress: (phase, done, total) => {
          if (job !== undefined) onProgress(job, phase, done, total);
        },
      });
      const entry: Entry = { name, job, cancel: () => running.cancel(), over: running.ended };
      entries.add(entry);
      try {
        const answer = await running.ended;
        await request.settle?.(answer);
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
    importRunning: () => [...entries].some((entry) => writingJobs.has(entry.name) || entry.name === 'check'),
    isRunning,
    quiet,
    close: async () => {
      closed = true;
      for (const entry of entries) entry.cancel();
      await quiet();
    },
  };
}
