/** The tiers page and the scores list: counts, money and grid out of the score arrays. */

import type { RfmSummary, Score } from '../../src-shared/contract/metrics.ts';
import { type Day, daysBetween } from '../../src-shared/day.ts';
import { minorOf } from '../../src-shared/money.ts';
import { highScore, noTier, tiers } from '../../src-shared/rfm.ts';
import type { Reading } from '../ledger/transaction.ts';
import type { RfmQuestion, RfmScores, RfmScoresOf } from './rfm.ts';

type Band = readonly [from: number, to: number | null];

const recencyBands: readonly Band[] = [
  [0, 15],
  [16, 30],
  [31, 60],
  [61, 90],
  [91, 180],
  [181, 365],
  [366, null],
];
const orderBands: readonly Band[] = [
  [1, 1],
  [2, 2],
  [3, 4],
  [5, 6],
  [7, null],
];

function bandOf(bands: readonly Band[], value: number): number {
  return bands.findIndex(([from, to]) => value >= from && (to === null || value <= to));
}

function todayOf(scores: RfmScores): number {
  return daysBetween('1970-01-01' as Day, scores.on);
}

/** The places of everybody who is scored, ascending by customer. */
function scoredPlaces(scores: RfmScores): number[] {
  const places: number[] = [];
  scores.tier.forEach((tier, at) => {
    if (tier !== noTier) places.push(at);
  });
  return places;
}

function gridOf(scores: RfmScores, places: readonly number[]): RfmSummary['grid'] {
  const today = todayOf(scores);
  const grid = recencyBands.flatMap(([recencyFrom, recencyTo]) =>
    orderBands.map(([ordersFrom, ordersTo]) => ({
      recencyFrom,
      recencyTo,
      ordersFrom,
      ordersTo,
      customers: 0,
      much: 0,
    })),
  );
  for (const at of places) {
    const row = bandOf(recencyBands, today - (scores.lastDay[at] ?? 0));
    const cell = grid[row * orderBands.length + bandOf(orderBands, scores.frequency[at] ?? 0)];
    if (cell === undefined) throw new Error('a customer outside every band');
    cell.customers += 1;
    if ((scores.m[at] ?? 0) >= highScore) cell.much += 1;
  }
  return grid;
}

/** Tiers, grid and lines as of a day. */
export function rfmSummary(reading: Reading, question: RfmQuestion, scoresOf: RfmScoresOf): RfmSummary {
  const scores = scoresOf(reading, question);
  const places = scoredPlaces(scores);
  const perTier = tiers.map((tier) => ({ tier, customers: 0, likely: 0, netMinor: 0 }));
  for (const at of places) {
    const count = perTier[scores.tier[at] ?? 0];
    if (count === undefined) throw new Error('a tier beyond the eight');
    count.customers += 1;
    count.likely += scores.likely[at] ?? 0;
    count.netMinor += scores.netMinor[at] ?? 0;
  }
  const total = (of: (count: (typeof perTier)[number]) => number): number =>
    perTier.reduce((sum, count) => sum + of(count), 0);
  return {
    on: scores.on,
    definition: scores.definition,
    customers: places.length,
    likely: total((count) => count.likely),
    netMinor: minorOf(total((count) => count.netMinor)),
    currency: scores.currency,
    tiers: perTier.map((count) => ({ ...count, netMinor: minorOf(count.netMinor) })),
    grid: gridOf(scores, places),
    lines: { ...scores.lines },
  };
}

/** Reads the score at a place in the arrays, with the customer's name. */
export function scoreReader(reading: Reading, scores: RfmScores): (at: number) => Score {
  const today = todayOf(scores);
  const words = reading.connection.prepare<[number], { name: string; buyerId: string | null }>(
    'select coalesce(display_name, name) as name, buyer_id as buyerId from customer where customer_id = ?',
  );
  return (at) => {
    const customer = scores.customer[at] ?? 0;
    const found = words.get(customer);
    return {
      customer,
      buyerId: found?.buyerId ?? null,
      name: found?.name ?? '',
      recencyDays: today - (scores.lastDay[at] ?? 0),
      frequency: scores.frequency[at] ?? 0,
      netMinor: minorOf(scores.netMinor[at] ?? 0),
      r: scores.r[at] ?? 0,
      f: scores.f[at] ?? 0,
      m: scores.m[at] ?? 0,
      tier: tiers[scores.tier[at] ?? 0] ?? 'rfm',
    };
  };
}

/** A window of everybody's scores, ascending by customer. */
export function rfmScoreRows(
  reading: Reading,
  question: RfmQuestion & { readonly from: number; readonly count: number },
  scoresOf: RfmScoresOf,
): { total: number; scores: Score[] } {
  const scores = scoresOf(reading, question);
  const places = scoredPlaces(scores);
  const rows = places.slice(question.from, question.from + question.count).map(scoreReader(reading, scores));
  return { total: places.length, scores: rows };
}
