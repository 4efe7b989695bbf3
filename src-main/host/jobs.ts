/** Carries out the jobs of the job table, inside a worker process. */

import { Problem } from '../../src-shared/problem.ts';
import type { Progress } from '../importing/progress.ts';
import { openForReading, openForWriting } from '../ledger/open-ledger.ts';
import type { Reading } from '../ledger/transaction.ts';
import type { AnswerOf, AskOf, JobName } from './job-table.ts';

type JobWork<Name extends JobName> = (ask: AskOf<Name>, progress: Progress) => Promise<AnswerOf<Name>> | AnswerOf<Name>;

/** A worker waits this long for one of the host's short writes to end. */
const WAIT_FOR_HOST_MS = 10_000;

function reading<Result>(folder: string, work: (ledger: Reading) => Result): Result {
  return closing(openForReading(folder), work);
}

function writing<Result>(folder: string, work: (ledger: Reading) => Result): Result {
  return closing(openForWriting(folder, WAIT_FOR_HOST_MS), work);
}

/** Closes the connection when `work` has ended, also when it ends later. */
function closing<Result>(ledger: Reading, work: (ledger: Reading) => Result): Result {
  const close = (): void => {
    ledger.connection.close();
  };
  let result: Result;
  try {
    result = work(ledger);
  } catch (error) {
    close();
    throw error;
  }
  if (result instanceof Promise) void result.then(close, close);
  else close();
  return result;
}

const jobs: Partial<{ readonly [Name in JobName]: JobWork<Name> }> = {
  inspect: ({ folder }) =>
    reading(folder, ({ connection }) => ({ sound: connection.pragma('quick_check', { simple: true }) === 'ok' })),
};

/** Runs a job by its name; the host's job table and this one are of one build. */
export async function runNamed(name: JobName, ask: unknown, progress: Progress): Promise<unknown> {
  const work = jobs[name];
  if (work === undefined) throw new Problem('not-here', { what: name });
  return await work(ask as never, progress);
}
