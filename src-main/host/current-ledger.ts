/**
 * The ledger that is open now: the owner's, or the demo shop's. One connection reads, one writes through the queue. A restore or a
 * change of ledger closes both; calls that come meanwhile wait for the new ones.
 */

import { openForReading, openForWriting } from '../ledger/open-ledger.ts';
import { withProblems } from '../ledger/sqlite-problems.ts';
import { type Reading, snapshot } from '../ledger/transaction.ts';
import { makeWriteQueue, type WriteQueue } from './write-queue.ts';

interface OpenPair {
  readonly folder: string;
  readonly reading: Reading;
  readonly writing: Reading;
  readonly queue: WriteQueue;
}

export interface CurrentLedger {
  folder(): string;
  /** Asks the ledger. Waits only while another ledger is being opened. */
  read<Result>(work: (reading: Reading) => Result): Promise<Result>;
  /** A short write; waits in the queue while an import holds the lock. */
  change<Result>(work: (ledger: Reading) => Result): Promise<Result>;
  waitingWrites(): number;
  /** Closes the connections, runs `work`, and opens the ledger in the folder that `work` gives back. When it throws, the same one again. */
  exchange(work: () => Promise<string>): Promise<void>;
  close(): void;
}

export interface CurrentOptions {
  onWaiting(writes: number): void;
  /** Brings a ledger to today's schema before it is opened: a restored one may be old. */
  prepare(folder: string): void;
}

function openPair(folder: string, options: CurrentOptions): OpenPair {
  options.prepare(folder);
  const reading = openForReading(folder);
  const writing = openForWriting(folder, 0);
  return {
    folder,
    reading,
    writing,
    queue: makeWriteQueue(writing, { folder, onWaiting: (writes) => options.onWaiting(writes) }),
  };
}

function closePair(pair: OpenPair): void {
  pair.queue.close();
  pair.reading.connection.close();
  pair.writing.connection.close();
}

export function openCurrent(first: string, options: CurrentOptions): CurrentLedger {
  let pair = openPair(first, options);
  let exchanging: Promise<void> = Promise.resolve();
  const swap = async (work: () => Promise<string>): Promise<void> => {
    const before = pair.folder;
    closePair(pair);
    let next = before;
    try {
      next = await work();
    } finally {
      pair = openPair(next, options);
    }
  };
  return {
    folder: () => pair.folder,
    read: async (work) => {
      await exchanging;
      // One moment of the ledger, also when an import is applied between two statements.
      return withProblems(pair.folder, () => snapshot(pair.reading, work));
    },
    change: async (work) => {
      await exchanging;
      return pair.queue.run(work);
    },
    waitingWrites: () => pair.queue.waiting(),
    exchange: (work) => {
      const turn = exchanging.then(() => swap(work));
      // Those who wait go on with the ledger that is open then; the caller alone hears of the failure.
      exchanging = turn.catch(() => undefined);
      return turn;
    },
    close: () => closePair(pair),
  };
}
