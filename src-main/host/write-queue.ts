/**
 * Short writes of the host, one after another. The write connection never waits inside SQLite (busy_timeout 0): a write that
 * meets an import's lock waits here, visibly, while pages go on being answered.
 */

import { Problem } from '../../src-shared/problem.ts';
import { problemBehind } from '../ledger/sqlite-problems.ts';
import type { Reading } from '../ledger/transaction.ts';

const RETRY_MS = 25;

/** A write that waits for its turn. */
export interface Waiting {
  /** False: the ledger is locked, try again later. */
  attempt(ledger: Reading, folder: string): boolean;
  abandon(): void;
}

export interface WriteQueue {
  run<Result>(work: (ledger: Reading) => Result): Promise<Result>;
  /** A write that can be put off: made now, or not at all when somebody's write waits or the ledger is locked; then null. */
  now<Result>(work: (ledger: Reading) => Result): Result | null;
  waiting(): number;
  /** Writes wait until `release`. */
  hold(): void;
  release(): void;
  /** Takes the waiting writes out, for the queue of another ledger. */
  handOver(): readonly Waiting[];
  /** Writes that still wait end in `ledger-restarted`. */
  close(): void;
}

export interface WriteQueueOptions {
  /** For the words of a Problem. */
  readonly folder: string;
  onWaiting(writes: number): void;
}

const isLocked = (problem: unknown): boolean => problem instanceof Problem && problem.code === 'ledger-locked';

function waitingFor<Result>(
  work: (ledger: Reading) => Result,
  resolve: (result: Result) => void,
  reject: (problem: unknown) => void,
): Waiting {
  return {
    attempt: (ledger, folder) => {
      try {
        resolve(work(ledger));
        return true;
      } catch (error) {
        const problem = problemBehind(error, folder);
        if (isLocked(problem)) return false;
        reject(problem);
        return true;
      }
    },
    abandon: () => reject(new Problem('ledger-restarted', {})),
  };
}

/** `inherited`: writes that waited for the ledger of before. */
export function makeWriteQueue(
  ledger: Reading,
  options: WriteQueueOptions,
  inherited: readonly Waiting[] = [],
): WriteQueue {
  const { folder } = options;
  const queue: Waiting[] = [...inherited];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let closed = false;
  let held = false;

  const drain = (): void => {
    timer = null;
    const before = queue.length;
    while (!held && queue[0]?.attempt(ledger, folder) === true) queue.shift();
    if (queue.length !== before) options.onWaiting(queue.length);
    if (queue.length > 0) timer = setTimeout(drain, RETRY_MS);
  };

  const enqueue = (waiting: Waiting): void => {
    // Whoever came earlier is written earlier, also when the lock has just gone.
    if (!held && queue.length === 0 && waiting.attempt(ledger, folder)) return;
    queue.push(waiting);
    options.onWaiting(queue.length);
    timer ??= setTimeout(drain, RETRY_MS);
  };

  if (queue.length > 0) timer = setTimeout(drain, RETRY_MS);
  return {
    now: (work) => {
      if (closed || held || queue.length > 0) return null;
      try {
        return work(ledger);
      } catch (error) {
        const problem = problemBehind(error, folder);
        if (isLocked(problem)) return null;
        throw problem;
      }
    },
    run: (work) =>
      new Promise((resolve, reject) => {
        if (closed) reject(new Problem('ledger-restarted', {}));
        else enqueue(waitingFor(work, resolve, reject));
      }),
    waiting: () => queue.length,
    hold: () => {
      held = true;
    },
    release: () => {
      held = false;
    },
    handOver: () => queue.splice(0),
    close: () => {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      for (const waiting of queue.splice(0)) waiting.abandon();
    },
  };
}
