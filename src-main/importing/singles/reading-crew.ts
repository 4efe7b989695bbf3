/** Reads the pieces of a file in threads, as many at once as the machine has cores to spare. Answers come as they were asked for. */

import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Manner, PieceAsk } from './piece.ts';
import { pieceThread, type Read } from './piece-thread.ts';
import { pieceReader } from './read-piece.ts';

/** Below this a thread would take longer to start than to read. */
const SMALL_FILE_BYTES = 4 << 20;
const MOST_THREADS = 3;

export interface ReadingCrew {
  /** Pieces that may wait for an answer before the next one should be asked. */
  readonly room: number;
  read(ask: PieceAsk): Promise<Read>;
  close(): Promise<void>;
}

/** The thread's program: beside this source, or a file of the build; null where neither can be found. */
function threadProgram(): URL | null {
  const places = import.meta.url.endsWith('.ts')
    ? ['./reading-thread.ts']
    : ['./reading-thread.mjs', '../reading-thread.mjs'];
  return places.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(fileURLToPath(url))) ?? null;
}

function threadsFor(bytes: number): number {
  return bytes < SMALL_FILE_BYTES ? 0 : Math.max(1, Math.min(MOST_THREADS, availableParallelism()));
}

function atOnceCrew(manner: Manner): ReadingCrew {
  const read = pieceReader(manner);
  return { room: 0, read: (ask) => Promise.resolve().then(() => read(ask)), close: () => Promise.resolve() };
}

/** `bytes`: of the whole file. */
export function readingCrew(manner: Manner, bytes: number): ReadingCrew {
  const program = threadProgram();
  const count = program === null ? 0 : threadsFor(bytes);
  if (program === null || count === 0) return atOnceCrew(manner);
  let reader: ReturnType<typeof pieceReader> | null = null;
  const alone = (): ((ask: PieceAsk) => Read) => {
    reader ??= pieceReader(manner);
    return reader;
  };
  const threads = Array.from({ length: count }, () => pieceThread(program, manner, alone));
  return {
    room: 2 * count,
    read: (ask) =>
      new Promise((resolve, reject) => {
        const least = threads.reduce((best, thread) => (thread.waiting() < best.waiting() ? thread : best));
        least.ask({ ask, resolve, reject });
      }),
    async close() {
      await Promise.all(threads.map((thread) => thread.stop()));
    },
  };
}
