/** How many stand on each step, by lines that are kept or tried, and what moving the lines would do: the computation that is done after. */

import type { ParsedParamsOf, ResultOf } from '../../../src-shared/contract/index.ts';
import type { LadderMove } from '../../../src-shared/contract/ladder.ts';
import { type LadderRules, type LadderStep, ladderSteps } from '../../../src-shared/ladder.ts';
import type { CustomerScores, ScoresOf } from '../../ledger/customers-scores.ts';
import { ladderLines, ladderRules, middleMean, stepsOf } from '../../ledger/ladder/ladder-lines.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { moversIn } from '../movers.ts';

/** By its number in the arrays; null: on none. */
export const stepAt = (number: number): LadderStep | null => ladderSteps[number - 1] ?? null;
export const numberOf = (step: LadderStep | null): number => (step === null ? 0 : ladderSteps.indexOf(step) + 1);

function countsOf(scores: CustomerScores, steps: Uint8Array): ResultOf<'ladder.read'>['steps'] {
  const counts = ladderSteps.map((step) => ({ step, customers: 0, orders: 0, netMinor: 0 }));
  steps.forEach((number, at) => {
    const count = counts[number - 1];
    if (count === undefined) return;
    count.customers += 1;
    count.orders += scores.frequency[at] ?? 0;
    count.netMinor += scores.netMinor[at] ?? 0;
  });
  return counts;
}

/** From one array to the other; who is on no step in both is in none. */
export function movesBetween(before: Uint8Array, after: Uint8Array): LadderMove[] {
  const size = ladderSteps.length + 1;
  const counts = new Int32Array(size * size);
  after.forEach((to, at) => {
    const place = (before[at] ?? 0) * size + to;
    counts[place] = (counts[place] ?? 0) + 1;
  });
  const moves: LadderMove[] = [];
  counts.forEach((customers, place) => {
    if (customers > 0 && place > 0) {
      moves.push({ from: stepAt(Math.floor(place / size)), to: stepAt(place % size), customers });
    }
  });
  return moves;
}

function bySaved(reading: Reading, scores: CustomerScores): Uint8Array {
  return stepsOf(reading, scores, ladderLines(reading, scores));
}

/** Throws `shop-unknown`. */
export function readLadder(
  reading: Reading,
  { basis, rules }: ParsedParamsOf<'ladder.read'>,
  scoresOf: ScoresOf,
): ResultOf<'ladder.read'> {
  const scores = scoresOf(reading, basis);
  const lines = ladderLines(reading, scores, rules ?? ladderRules(reading));
  const [before, after] = [bySaved(reading, scores), stepsOf(reading, scores, lines)];
  return {
    currency: scores.currency,
    lines,
    middleMinor: middleMean(scores),
    steps: countsOf(scores, after),
    before: countsOf(scores, before),
    moves: movesBetween(before, after),
  };
}

/** Throws `shop-unknown`. */
export function ladderMovers(
  reading: Reading,
  { basis, rules, move, window }: ParsedParamsOf<'ladder.movers'>,
  scoresOf: ScoresOf,
): ResultOf<'ladder.movers'> {
  const scores = scoresOf(reading, basis);
  const before = bySaved(reading, scores);
  const after = stepsOf(reading, scores, ladderLines(reading, scores, rules satisfies LadderRules));
  const [from, to] = [numberOf(move.from), numberOf(move.to)];
  return moversIn(reading, scores, (at) => before[at] === from && after[at] === to, window);
}
