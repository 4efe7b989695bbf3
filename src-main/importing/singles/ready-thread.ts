/** The thread that makes tables beside the ledger. Started by `ready-crew`, which waits on the number they share. */

import { workerData } from 'node:worker_threads';
import { makeReady, progressOf, type ReadyAsk } from './ready-tables.ts';

// Both ends are of one build.
const { ask, shared } = workerData as { readonly ask: ReadyAsk; readonly shared: SharedArrayBuffer };
const state = new Int32Array(shared);

function say(progress: number): void {
  Atomics.store(state, 0, progress);
  Atomics.notify(state, 0);
}

say(progressOf.begun);
try {
  makeReady(ask);
  say(progressOf.done);
} catch {
  // The other side does the work itself then, and meets what went wrong.
  say(progressOf.failed);
}
