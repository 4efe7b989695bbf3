/** The thread that reads pieces of one file. Started by `reading-crew`; has no door to the ledger. */

import { parentPort, workerData } from 'node:worker_threads';
import { giveBack, isAlone } from './give-back.ts';
import type { Manner, PieceAsk } from './piece.ts';
import { pieceReader } from './read-piece.ts';

// Both ends are of one build: the crew sends a Manner, then PieceAsks.
const read = pieceReader(workerData as Manner);

parentPort?.on('message', (ask: PieceAsk) => {
  const answer = read(ask);
  giveBack(ask.bytes);
  if (!('segments' in answer)) return parentPort?.postMessage(answer);
  const { pages, texts, ...rest } = answer.folds;
  const arrays = [pages.bytes, pages.lastRows, texts.bytes, texts.ends, texts.hashes, ...Object.values(rest)];
  const blocks = answer.segments.map(({ block }) => block).filter(isAlone);
  parentPort?.postMessage(
    answer,
    [...arrays, ...blocks].map(({ buffer }) => buffer as ArrayBuffer),
  );
});
