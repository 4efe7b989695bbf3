/** The two lines of the ladder, and on which step everybody stands, on the ground of the scores. */

import { type LadderLines, type LadderRules, ladderStep, ladderSteps, medianOf } from '../../../src-shared/ladder.ts';
import type { CustomerScores } from '../customers-scores.ts';
import { readSettings } from '../settings.ts';
import type { Reading } from '../transaction.ts';
import { firstPlaced } from './first-placed.ts';

const medians = new WeakMap<CustomerScores, { readonly median: number | null }>();

/** The mean of an order of the buyer in the middle. */
export function middleMean(scores: CustomerScores): number | null {
  const kept = medians.get(scores);
  if (kept !== undefined) return kept.median;
  const { frequency, netMinor, likely, basis } = scores;
  const averages: number[] = [];
  frequency.forEach((orders, at) => {
    if (orders === 0 || (basis.likely === false && likely[at] === 1)) return;
    averages.push((netMinor[at] ?? 0) / orders);
  });
  const median = medianOf(averages);
  medians.set(scores, { median });
  return median;
}

export function ladderRules(reading: Reading): LadderRules {
  return readSettings(reading).ladder;
}

/** By these rules, or the owner's. */
export function ladderLines(
  reading: Reading,
  scores: CustomerScores,
  rules: LadderRules = ladderRules(reading),
): LadderLines {
  return {
    oftenOrders: rules.oftenOrders ?? scores.typedLines.frequency,
    averageMinor: rules.averageMinor ?? middleMean(scores),
  };
}

/** Of each place of the scores: 1 is A … 5 is E; 0: no order yet, or not asked about. */
export function stepsOf(reading: Reading, scores: CustomerScores, lines: LadderLines): Uint8Array {
  const { frequency, netMinor, likely, basis } = scores;
  const placed = firstPlaced(reading, scores);
  const today = Math.round(Date.parse(scores.on) / 86_400_000);
  return Uint8Array.from(frequency, (orders, at) => {
    if (basis.likely === false && likely[at] === 1) return 0;
    if (orders === 0 && (placed[at] ?? 0) > today) return 0;
    return ladderSteps.indexOf(ladderStep(orders, netMinor[at] ?? 0, lines)) + 1;
  });
}
