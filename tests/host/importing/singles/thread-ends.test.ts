/** Threads that end before they have answered: nobody waits for them for ever, and what they were to do fails or is done otherwise. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import type { Manner, PieceAsk } from '../../../../src-main/importing/singles/piece.ts';
import { type PieceThread, pieceThread, type Read } from '../../../../src-main/importing/singles/piece-thread.ts';
import { progressOf } from '../../../../src-main/importing/singles/ready-progress.ts';
import { type Book, newBook } from '../imports-at-hand.ts';

const books: Book[] = [];

/** A thread's program that a test writes. */
function programOf(text: string): URL {
  const book = newBook();
  books.push(book);
  const path = join(book.folder, 'thread.mjs');
  writeFileSync(path, text);
  return pathToFileURL(path);
}

afterEach(() => {
  for (const book of books.splice(0)) book.close();
});

const ask = (firstRow: number): PieceAsk => ({
  bytes: Uint8Array.of(0x61, 0x0a),
  firstRow,
  records: 1,
  firstFold: 0,
  firstSegment: 0,
});
// Its program does not look at it.
const manner = {} as Manner;
const said = (row: number): Read => ({ kind: 'damaged', row });
const alone = () => (): Read => said(-1);
const readBy = (thread: PieceThread, firstRow: number): Promise<Read> =>
  new Promise((resolve, reject) => {
    thread.ask({ ask: ask(firstRow), resolve, reject });
  });

describe('a reading thread', () => {
  test('that ends without an error fails whoever waits for it, and whoever asks it later', async () => {
    const program = programOf(`
      import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ firstRow }) => {
        if (firstRow > 1) process.exit(0);
        parentPort.postMessage({ kind: 'damaged', row: firstRow });
      });`);
    const thread = pieceThread(program, manner, alone);
    expect(await readBy(thread, 1)).toEqual(said(1));
    const waiting = await Promise.allSettled([2, 3].map((row) => readBy(thread, row)));
    expect(waiting.map((end) => end.status === 'rejected' && String(end.reason))).toEqual([
      'Error: a reading thread ended by itself, with code 0',
      'Error: a reading thread ended by itself, with code 0',
    ]);
    await expect(readBy(thread, 4)).rejects.toThrow('ended by itself, with code 0');
    expect(thread.waiting()).toBe(0);
    await thread.stop();
  });

  test('that ends before its first answer fails them too; one that cannot start has its pieces read here', async () => {
    const ends = pieceThread(programOf('process.exit(3);'), manner, alone);
    await expect(readBy(ends, 1)).rejects.toThrow('ended by itself, with code 3');
    const broken = pieceThread(programOf("throw new Error('no threads here');"), manner, alone);
    expect(await readBy(broken, 1)).toEqual(said(-1));
    expect(await readBy(broken, 2)).toEqual(said(-1));
  });
});

describe('a thread that makes tables ready', () => {
  const watching = new URL('../../../../src-main/importing/singles/ready-progress.ts', import.meta.url);
  /** Starts a thread that starts another, as `ready-thread` does, and stands still until the number moves on. */
  function waitFor(within: string): number {
    const state = new Int32Array(new SharedArrayBuffer(4));
    const program = programOf(`
      import { Worker, workerData } from 'node:worker_threads';
      import { sayProgress, progressOf, watchProgress } from ${JSON.stringify(watching.href)};
      const { shared, isWithin } = workerData;
      const state = new Int32Array(shared);
      if (isWithin) {
        sayProgress(state, progressOf.begun);
        ${within}
      } else
        watchProgress(
          new Worker(new URL(import.meta.url), {
            workerData: { shared, isWithin: true }, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 16 },
          }),
          state,
        );`);
    const worker = new Worker(program, { workerData: { shared: state.buffer }, execArgv: [] });
    Atomics.wait(state, 0, progressOf.waiting, 60_000);
    Atomics.wait(state, 0, progressOf.begun, 60_000);
    void worker.terminate();
    return Atomics.load(state, 0);
  }

  test.each([
    ['ends without a word', 'process.exit(0);', progressOf.failed],
    ['runs out of memory', 'const kept = []; for (;;) kept.push(new Array(1000).fill(0.5));', progressOf.failed],
    ['fails', "throw new Error('no room');", progressOf.failed],
    ['is done', 'sayProgress(state, progressOf.done);', progressOf.done],
  ])('and %s is heard of by one that stands still', { timeout: 180_000 }, (_, within, end) => {
    expect(waitFor(within)).toBe(end);
  });
});
