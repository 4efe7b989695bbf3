/**
 * The thread that makes tables beside the ledger. Started by `ready-crew`, which waits on the number they share and meanwhile hears of
 * nothing: so the work is done in a thread within this one, and this one hears when it ends.
 */

import { fileURLToPath } from 'node:url';
import { Worker, workerData } from 'node:worker_threads';
import { progressOf, sayProgress, watchProgress } from './ready-progress.ts';
import { makeReady, type ReadyAsk } from './ready-tables.ts';

// Both ends are of one build.
const { ask, shared, isWithin } = workerData as {
  readonly ask: ReadyAsk;
  readonly shared: SharedArrayBuffer;
  readonly isWithin?: true;
};
const state = new Int32Array(shared);

function work(): void {
  sayProgress(state, progressOf.begun);
  try {
    makeReady(ask);
    sayProgress(state, progressOf.done);
  } catch {
    // The other side does the work itself then, and meets what went wrong.
    sayProgress(state, progressOf.failed);
  }
}

if (isWithin) work();
else {
  const program = fileURLToPath(import.meta.url);
  watchProgress(new Worker(program, { workerData: { ask, shared, isWithin: true }, execArgv: [] }), state);
}
