/**
 * A worker that is started while a person still reads, so that their next step need not wait for a process to come up: of a short import that
 * is a good part of the whole. At most one, not for long, and never in the way of another job.
 */

import type { SpawnWorker, WorkerProcess } from './spawn-worker.ts';

/** Somebody reads a report for minutes; who comes back after lunch can wait for a process. */
const KEPT_MS = 5 * 60_000;

export interface SpareWorker {
  /** Gives the spare where there is one that still lives, else starts a process. */
  readonly taking: SpawnWorker;
  /** Starts one, unless there is one. */
  ready(): void;
  /** Ends it, and lets no other begin. Resolves when it is gone. */
  close(): Promise<void>;
}

interface Spare {
  readonly started: Promise<WorkerProcess | null>;
  readonly gone: Promise<void>;
  isTaken: boolean;
}

export function spareWorker(spawnWorker: SpawnWorker, keptMs = KEPT_MS): SpareWorker {
  let spare: Spare | null = null;
  let closed = false;

  function make(): Spare {
    let isGone = (): void => undefined;
    const gone = new Promise<void>((resolve) => {
      isGone = resolve;
    });
    const made: Spare = {
      isTaken: false,
      gone,
      started: spawnWorker.start().then(
        (worker) => {
          // Whoever takes it listens in its place.
          worker.onExit(() => {
            if (spare === made) spare = null;
            isGone();
          });
          return worker;
        },
        () => {
          // Starting one when it is needed will say why it cannot be done.
          if (spare === made) spare = null;
          isGone();
          return null;
        },
      ),
    };
    // Nothing waits for this timer.
    setTimeout(() => void drop(made), keptMs).unref();
    return made;
  }

  async function drop(old: Spare): Promise<void> {
    if (old.isTaken) return;
    if (spare === old) spare = null;
    old.isTaken = true;
    (await old.started)?.kill();
    await old.gone;
  }

  return {
    taking: {
      start: async () => {
        const ready = spare;
        spare = null;
        if (ready === null) return spawnWorker.start();
        ready.isTaken = true;
        return (await ready.started) ?? spawnWorker.start();
      },
    },
    ready: () => {
      if (!closed) spare ??= make();
    },
    close: async () => {
      closed = true;
      if (spare !== null) await drop(spare);
    },
  };
}
