/** What a thread has come to, in a number that both sides see: the one who waits stands still and hears nothing else. Between `ready-crew` and its thread. */

import type { Worker } from 'node:worker_threads';

export const progressOf = { waiting: 0, begun: 1, done: 2, failed: 3 } as const;

/** Says it, and wakes whoever waits for it. */
export function sayProgress(state: Int32Array, progress: number): void {
  Atomics.store(state, 0, progress);
  Atomics.notify(state, 0);
}

/** However the thread ends, without having come to `done` it has failed: also where it could not say so itself. */
export function watchProgress(worker: Worker, state: Int32Array): void {
  // The error is met again by whoever does the work himself then.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    if (Atomics.load(state, 0) !== progressOf.done) sayProgress(state, progressOf.failed);
  });
}
