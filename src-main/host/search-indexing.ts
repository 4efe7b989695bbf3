/**
 * Works off whom an import marked for the search index, in short steps: pages are answered between them, and a step is only made when no
 * write of the owner's waits. Starts again with the program where it was left.
 */

import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '../../src-shared/problem.ts';
import { isSearchPending, searchIndexer } from '../ledger/search/indexing.ts';
import type { Desk } from './desk.ts';
import { writingJobs } from './job-table.ts';
import type { Log } from './log.ts';

/** After a start or a change: first the pages that ask because of it. */
const SOON_MS = 100;
/** Between two steps: about half of the time is everybody else's. */
const REST_MS = 15;
/** While an import holds the ledger, or somebody's write waits. */
const BUSY_MS = 200;

export interface SearchIndexing {
  /** Somebody may have been marked. */
  soon(): void;
  /** Resolves when nobody is marked any more, or when it cannot go on now. Steps follow one another without rest. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export function startSearchIndexing(desk: Pick<Desk, 'ledger' | 'jobs'>, log: Log): SearchIndexing {
  let stopped = false;
  let hurried = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  const isBusy = (): boolean => [...writingJobs].some((name) => desk.jobs.isRunning(name));

  const work = async (): Promise<void> => {
    const step = searchIndexer();
    let more = await desk.ledger.read(isSearchPending);
    while (more && !stopped) {
      const left = isBusy() ? null : await desk.ledger.changeNow(step);
      more = left ?? true;
      await wait(left === null ? BUSY_MS : hurried ? 0 : REST_MS);
    }
  };

  const run = (): Promise<void> => {
    running ??= work()
      .catch((error: unknown) => {
        // The ledger is being exchanged, the disk is full: whoever is marked stays marked, and search looks at them itself.
        if (error instanceof Problem) log.note('search-indexing-stopped', { problem: String(error.code) });
        else log.bug('search-indexing', error);
      })
      .finally(() => {
        running = null;
      });
    return running;
  };

  const soon = (): void => {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => void run(), SOON_MS);
    timer.unref();
  };
  soon();
  return {
    soon,
    settled: async () => {
      hurried = true;
      await running;
      await run();
      hurried = false;
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
