/** What a handler has at hand. Made by `host.ts`. */

import { Problem } from '../../src-shared/problem.ts';
import { changesOf } from '../importing/carry-out.ts';
import type { RfmScoresOf } from '../metrics/rfm.ts';
import type { Clock } from './clock.ts';
import type { CurrentLedger } from './current-ledger.ts';
import type { DataRoom } from './data-room.ts';
import type { JobRequest, JobRoom } from './job-room.ts';
import type { AnswerOf, AskOf, JobName } from './job-table.ts';
import type { StagedChecks } from './staged-checks.ts';
import type { Tickets } from './tickets.ts';

export interface Desk {
  readonly room: DataRoom;
  /** The data folder cannot be written: the ledger that is open is a copy to look at. */
  readonly readOnly: boolean;
  readonly ledger: CurrentLedger;
  readonly jobs: JobRoom;
  readonly checks: StagedChecks;
  readonly tickets: Tickets;
  readonly clock: Clock;
  /** Everybody's scores, from a cache of the connection that is open now. */
  readonly scores: RfmScoresOf;
  /** The code of a Problem, when the look after a crash found the ledger damaged. */
  warning(): string | null;
  /** null: what was wrong is mended. Pages are told. */
  warn(problem: string | null): void;
}

/**
 * Runs a job that changes the book in one transaction. Throws `cancelled-too-late` when it was to be cancelled and the transaction had
 * ended just then: what was killed was only the tidying up.
 */
export async function runWriting<Name extends 'apply' | 'undo' | 'redo'>(
  desk: Desk,
  name: Name,
  ask: Omit<AskOf<Name>, 'folder'>,
  request?: JobRequest<AnswerOf<Name>>,
): Promise<AnswerOf<Name>> {
  const changes = (): Promise<number> => desk.ledger.read(({ connection }) => changesOf(connection));
  const before = await changes();
  try {
    return await runHere(desk, name, ask, request);
  } catch (error) {
    const wasCancelled = error instanceof Problem && error.code === 'import-cancelled';
    if (wasCancelled && (await changes()) !== before) throw new Problem('cancelled-too-late', {});
    throw error;
  }
}

/** Runs a job on the ledger that is open now. */
export function runHere<Name extends JobName>(
  desk: Desk,
  name: Name,
  ask: Omit<AskOf<Name>, 'folder'>,
  request?: JobRequest<AnswerOf<Name>>,
): Promise<AnswerOf<Name>> {
  // What was left out is put back: the whole is the job's question again.
  return desk.jobs.run(name, { ...ask, folder: desk.ledger.folder() } as AskOf<Name>, request);
}
