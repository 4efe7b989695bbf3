/** How long work tells where it stands and hears that it should stop. Every long function of importing takes one. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { Problem } from '../../src-shared/problem.ts';

export type Phase = 'reading' | 'folding' | 'matching' | 'writing';

export interface Progress {
  /** `total` is null while it cannot be known. */
  report(phase: Phase, done: number, total: number | null): void;
  cancelled(): boolean;
}

/** For callers who neither watch nor stop. */
export const noProgress: Progress = { report: () => undefined, cancelled: () => false };

export function stopIfCancelled(progress: Progress): void {
  if (progress.cancelled()) throw new Problem('import-cancelled', {});
}

/** Runs one step; see `inOneView`. */
export type Around = <Result>(step: () => Result) => Result;

const plainly: Around = (step) => step();

/** Many short questions to the ledger are quicker inside one view of it; between steps others may write. */
export function inOneView(ledger: Database): Around {
  return (step) => (ledger.inTransaction ? step() : ledger.transaction(step).deferred());
}

/**
 * Runs work that yields how much it has done every few hundred things, lets messages in between the steps, and stops when told.
 * Answers what the work returns.
 */
export async function inSteps<Result>(
  progress: Progress,
  phase: Phase,
  total: number | null,
  work: Generator<number, Result>,
  around: Around = plainly,
): Promise<Result> {
  progress.report(phase, 0, total);
  for (;;) {
    const step = around(() => work.next());
    if (step.done === true) return step.value;
    progress.report(phase, step.value, total);
    await nextTurn();
    stopIfCancelled(progress);
  }
}

/** The same inside a transaction, where nothing may wait. */
export function atOnce<Result>(
  progress: Progress,
  phase: Phase,
  total: number | null,
  work: Generator<number, Result>,
): Result {
  progress.report(phase, 0, total);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    progress.report(phase, step.value, total);
    stopIfCancelled(progress);
  }
}
