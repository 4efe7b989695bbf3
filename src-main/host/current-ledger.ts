/**
 * The ledger that is open now: the owner's, or the demo shop's. One connection reads, one writes through the queue. A restore or a
 * change of ledger closes both; calls that come meanwhile wait for the new ones.
 */

import { openForReading, openForWriting } from '../ledger/open-ledger.ts';
import { withProblems } from '../ledger/sqlite-problems.ts';
import { type Reading, snapshot } from '../ledger/transaction.ts';
import { makeWriteQueue, type Waiting, type WriteQueue } from './write-queue.ts';

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
  /** A write that can be put off: null when it cannot be made at once without anybody waiting for it. */
  changeNow<Result>(work: (ledger: Reading) => Result): Promise<Result | null>;
  waitingWrites(): number;
  /** Writes wait until the function it answers is called. */
  hold(): () => void;
  /**
   * Closes the connections, runs `work`, and opens the ledger in the folder that `work` gives back. When it throws, the same one again.
   * Writes that wait end in `ledger-restarted`, unless they are to be kept for the ledger that comes.
   */
  exchange(work: () => Promise<string>, waitingWrites?: 'end' | 'keep'): Promise<void>;
  close(): void;
}

export interface CurrentOptions {
  onWaiting(writes: number): void;
  /** Brings a ledger to today's schema before it is opened: a restored one may be old. */
  prepare(folder: string): void;
}

/** The ledger of this folder could not be opened again; whoever asks tries once more, and hears why not. */
interface Closed {
  readonly folder: string;
}

function openPair(folder: string, options: CurrentOptions, waiting: readonly Waiting[] = []): OpenPair {
  options.prepare(folder);
  const reading = openForReading(folder);
  try {
    const writing = openForWriting(folder, 0);
    const queue = makeWriteQueue(writing, { folder, onWaiting: (writes) => options.onWaiting(writes) }, waiting);
    return { folder, reading, writing, queue };
  } catch (error) {
    reading.connection.close();
    throw error;
  }
}

function closePair(pair: OpenPair | Closed): void {
  if (!('queue' in pair)) return;
  pair.queue.close();
  pair.reading.connection.close();
  pair.writing.connection.close();
}

function openIfPossible(folder: string, options: CurrentOptions, waiting: readonly Waiting[]): OpenPair | Closed {
  try {
    return openPair(folder, options, waiting);
  } catch {
    for (const write of waiting) write.abandon();
    // The next call tries again, and tells what is wrong.
    return { folder };
  }
}

export function openCurrent(first: string, options: CurrentOptions): CurrentLedger {
  let pair: OpenPair | Closed = openPair(first, options);
  let exchanging: Promise<void> = Promise.resolve();
  let holds = 0;
  const holdIfHeld = (): void => {
    if ('queue' in pair && holds > 0) pair.queue.hold();
  };
  const swap = async (work: () => Promise<string>, keep: boolean): Promise<void> => {
    const before = pair.folder;
    const waiting = keep && 'queue' in pair ? pair.queue.handOver() : [];
    closePair(pair);
    pair = { folder: before };
    try {
      pair = openPair(await work(), options, waiting);
    } catch (error) {
      pair = openIfPossible(before, options, waiting);
      throw error;
    } finally {
      holdIfHeld();
    }
  };
  const opened = (): OpenPair => {
    const now = 'queue' in pair ? pair : openPair(pair.folder, options);
    pair = now;
    holdIfHeld();
    return now;
  };
  return {
    folder: () => pair.folder,
    read: async (work) => {
      await exchanging;
      const { folder, reading } = opened();
      // One moment of the ledger, also when an import is applied between two statements.
      return withProblems(folder, () => snapshot(reading, work));
    },
    change: async (work) => {
      await exchanging;
      return opened().queue.run(work);
    },
    changeNow: async (work) => {
      await exchanging;
      return opened().queue.now(work);
    },
    waitingWrites: () => ('queue' in pair ? pair.queue.waiting() : 0),
    hold: () => {
      holds += 1;
      holdIfHeld();
      return () => {
        holds -= 1;
        if (holds === 0 && 'queue' in pair) pair.queue.release();
      };
    },
    exchange: (work, waitingWrites = 'end') => {
      const turn = exchanging.then(() => swap(work, waitingWrites === 'keep'));
      // Those who wait go on with the ledger that is open then; the caller alone hears of the failure.
      exchanging = turn.catch(() => undefined);
      return turn;
    },
    close: () => closePair(pair),
  };
}
