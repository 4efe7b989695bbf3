/** How long work tells where it stands and hears that it should stop. Every long function of importing takes one. */

import { setImmediate as nextTurn } from 'node:timers/promises';
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

/**
 * Runs work that yields how much it has done every few hundred things, lets messages in between the steps, and stops when told.
 */
export async function inSteps(
  progress: Progress,
  phase: Phase,
  total: number | null,
  work: Iterable<number>,
): Promise<void> {
  progress.report(phase, 0, total);
  for (const done of work) {
    progress.report(phase, done, total);
    await nextTurn();
    stopIfCancelled(progress);
  }
}

/** The same inside a transaction, where nothing may wait. */
export function atOnce(progress: Progress, phase: Phase, total: number | null, work: Iterable<number>): void {
  progress.report(phase, 0, total);
  for (const done of work) {
    progress.report(phase, done, total);
    stopIfCancelled(progress);
  }
}
