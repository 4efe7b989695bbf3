/** One thread that reads pieces, and those that wait for it. However it ends, nobody waits for ever. Part of `reading-crew`. */

import { Worker } from 'node:worker_threads';
import type { Manner, PieceAnswer, PieceAsk, PieceFault } from './piece.ts';

const THREAD_HEAP_MB = 256;

export type Read = PieceAnswer | PieceFault;

/** A piece that somebody waits for. */
export interface Waiting {
  readonly ask: PieceAsk;
  readonly resolve: (read: Read) => void;
  readonly reject: (error: Error) => void;
}

export interface PieceThread {
  ask(waiting: Waiting): void;
  /** How many pieces wait for it. */
  readonly waiting: () => number;
  stop(): Promise<void>;
}

/**
 * `alone`: reads a piece here, in a surrounding in which threads cannot be started. A thread that ends once it has answered, or without
 * saying why, fails whoever waits for it or asks it later.
 */
export function pieceThread(program: URL, manner: Manner, alone: () => (ask: PieceAsk) => Read): PieceThread {
  const worker = new Worker(program, {
    workerData: manner,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB },
  });
  const queue: Waiting[] = [];
  let answered = false;
  /** null: it runs; 'never': it did not come to its first answer. */
  let ended: Error | 'never' | null = null;

  function readAlone({ ask, resolve, reject }: Waiting): void {
    try {
      resolve(alone()(ask));
    } catch (fault) {
      reject(fault instanceof Error ? fault : new Error(String(fault)));
    }
  }
  function endAs(end: Error | 'never'): void {
    ended ??= end;
    for (const waiting of queue.splice(0)) {
      if (ended === 'never') readAlone(waiting);
      else waiting.reject(ended);
    }
  }

  worker.on('message', (read: Read) => {
    answered = true;
    queue.shift()?.resolve(read);
  });
  worker.on('error', (error) => endAs(answered ? error : 'never'));
  // Also after an error, which has said more.
  worker.on('exit', (code) => endAs(new Error(`a reading thread ended by itself, with code ${code}`)));

  return {
    waiting: () => queue.length,
    ask(waiting) {
      if (ended === 'never') return readAlone(waiting);
      if (ended !== null) return waiting.reject(ended);
      queue.push(waiting);
      // Once it is known to answer, the bytes go over to it; until then they may still have to be read here.
      worker.postMessage(waiting.ask, answered ? [waiting.ask.bytes.buffer as ArrayBuffer] : []);
    },
    async stop() {
      await worker.terminate();
    },
  };
}
