/** The thread that reads pieces of one file. Started by `reading-crew`; has no door to the ledger. */

import { parentPort, workerData } from 'node:worker_threads';
import type { Manner, PieceAsk } from './piece.ts';
import { pieceReader } from './read-piece.ts';

// Both ends are of one build: the crew sends a Manner, then PieceAsks.
const read = pieceReader(workerData as Manner);

parentPort?.on('message', (ask: PieceAsk) => {
  const answer = read(ask);
  if (!('segments' in answer)) return parentPort?.postMessage(answer);
  const { pages, numbers, segments, hashes, words, texts, says, states, money, moments } = answer.folds;
  const ofTexts = [texts.bytes, texts.ends, texts.hashes];
  const arrays = [
    pages.bytes,
    pages.lastRows,
    numbers,
    segments,
    hashes,
    words,
    ...ofTexts,
    says,
    states,
    money,
    moments,
  ];
  parentPort?.postMessage(
    answer,
    arrays.map(({ buffer }) => buffer as ArrayBuffer),
  );
});
