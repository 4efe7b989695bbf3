/** How many have which level by some rules, and what other rules would do: before they are saved, the very computation that is done after. */

import type { ParsedParamsOf, ResultOf } from '../../../src-shared/contract/index.ts';
import type { LevelMove } from '../../../src-shared/contract/levels.ts';
import { type Level, type LevelRules, levelsInForce, noLevel } from '../../../src-shared/levels.ts';
import type { CustomerScores, ScoresOf } from '../../ledger/customers-scores.ts';
import { standingsOf } from '../../ledger/levels/standings.ts';
import { levelRules } from '../../ledger/levels/stored-levels.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { moversIn } from '../movers.ts';

/** Numbers of levels by rank: none, the lowest … the highest. */
const idsByRank = (levels: readonly Level[]): readonly number[] => [noLevel, ...levels.map(({ id }) => id)];

/** Throws `shop-unknown`. */
export function levelSummary(
  reading: Reading,
  { basis, rules }: ParsedParamsOf<'levels.summary'>,
  scoresOf: ScoresOf,
): ResultOf<'levels.summary'> {
  const scores = scoresOf(reading, basis);
  const levels = rules === undefined ? levelRules(reading).levels : levelsInForce(rules);
  const { rank, byHand } = standingsOf(reading, scores, levels);
  const counts = idsByRank(levels).map((level) => ({ level, customers: 0, netMinor: 0, orders: 0 }));
  scores.customer.forEach((_, at) => {
    const count = counts[rank[at] ?? 0];
    if (count === undefined) return;
    count.customers += 1;
    count.netMinor += scores.netMinor[at] ?? 0;
    count.orders += scores.frequency[at] ?? 0;
  });
  return { customers: scores.customer.length, currency: scores.currency, byHand, counts: counts.toReversed() };
}

interface Both {
  readonly before: readonly Level[];
  readonly after: readonly Level[];
  readonly ranksBefore: Uint8Array;
  readonly ranksAfter: Uint8Array;
}

/** By the saved rules where they are in force, and by those that are tried. */
function both(reading: Reading, scores: CustomerScores, rules: LevelRules): Both {
  const [before, after] = [levelsInForce(levelRules(reading)), levelsInForce(rules)];
  return {
    before,
    after,
    ranksBefore: standingsOf(reading, scores, before).rank,
    ranksAfter: standingsOf(reading, scores, after).rank,
  };
}

function countsOf(levels: readonly Level[], ranks: Uint8Array): { level: number; customers: number }[] {
  const counts = Array.from({ length: levels.length + 1 }, () => 0);
  for (const rank of ranks) counts[rank] = (counts[rank] ?? 0) + 1;
  return idsByRank(levels)
    .map((level, rank) => ({ level, customers: counts[rank] ?? 0 }))
    .toReversed();
}

/** A level is the same one while it keeps its number, whatever it is called and wherever it stands. Throws `shop-unknown`. */
export function previewLevels(
  reading: Reading,
  { basis, rules }: ParsedParamsOf<'levels.preview'>,
  scoresOf: ScoresOf,
): ResultOf<'levels.preview'> {
  const { before, after, ranksBefore, ranksAfter } = both(reading, scoresOf(reading, basis), rules);
  const [from, to] = [idsByRank(before), idsByRank(after)];
  const counts = new Int32Array(from.length * to.length);
  ranksBefore.forEach((rank, at) => {
    const place = rank * to.length + (ranksAfter[at] ?? 0);
    counts[place] = (counts[place] ?? 0) + 1;
  });
  const moves: LevelMove[] = [];
  counts.forEach((customers, place) => {
    const [of, then] = [from[Math.floor(place / to.length)] ?? noLevel, to[place % to.length] ?? noLevel];
    if (customers > 0) moves.push({ from: of, to: then, customers });
  });
  const moved = moves.reduce((sum, move) => sum + (move.from === move.to ? 0 : move.customers), 0);
  return { before: countsOf(before, ranksBefore), after: countsOf(after, ranksAfter), moves, moved };
}

/** Throws `shop-unknown`. */
export function levelMovers(
  reading: Reading,
  { basis, rules, move, window }: ParsedParamsOf<'levels.movers'>,
  scoresOf: ScoresOf,
): ResultOf<'levels.movers'> {
  const scores = scoresOf(reading, basis);
  const { before, after, ranksBefore, ranksAfter } = both(reading, scores, rules);
  const [from, to] = [idsByRank(before).indexOf(move.from), idsByRank(after).indexOf(move.to)];
  return moversIn(reading, scores, (at) => ranksBefore[at] === from && ranksAfter[at] === to, window);
}
