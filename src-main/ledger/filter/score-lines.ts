/** Scores as lines: from which value on somebody has at least 2, 3, 4, 5. So SQL can score a customer without ranking everybody. */

import { type Day, daysBetween } from '../../../src-shared/day.ts';
import type { CustomerScores } from '../customers-scores.ts';

/** Of the scores 2 … 5; null: nobody has it. Of recency the most days away, else the least value. */
export interface ScoreLines {
  readonly r: readonly (number | null)[];
  readonly f: readonly (number | null)[];
  readonly m: readonly (number | null)[];
}

function leastOf(scores: Uint8Array, valueAt: (at: number) => number): (number | null)[] {
  const least = [0, 0, Infinity, Infinity, Infinity, Infinity];
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at] ?? 0;
    if (score < 2) continue;
    const value = valueAt(at);
    if (value < (least[score] ?? 0)) least[score] = value;
  }
  // Who has five has four as well.
  for (let score = 4; score >= 2; score -= 1) least[score] = Math.min(least[score] ?? 0, least[score + 1] ?? 0);
  return least.slice(2).map((value) => (value === Infinity ? null : value));
}

const known = new WeakMap<CustomerScores, ScoreLines>();

/** Holds where equal values score alike: by every definition but `ntile`. */
export function scoreLines(scores: CustomerScores): ScoreLines {
  const kept = known.get(scores);
  if (kept !== undefined) return kept;
  const today = daysBetween('1970-01-01' as Day, scores.on);
  const nearness = leastOf(scores.r, (at) => (scores.lastDay[at] ?? 0) - today);
  const lines = {
    // Near is better: the least nearness is the most days away.
    r: nearness.map((near) => (near === null ? null : Math.abs(near))),
    f: leastOf(scores.f, (at) => scores.frequency[at] ?? 0),
    m: leastOf(scores.m, (at) => scores.netMinor[at] ?? 0),
  };
  known.set(scores, lines);
  return lines;
}
