/** Which level everybody has on the ground of the scores: by rules, and by hand. */

import { type Day, daysBetween } from '../../../src-shared/day.ts';
import { type Level, walkLevels } from '../../../src-shared/levels.ts';
import type { CustomerScores } from '../customers-scores.ts';
import type { Reading } from '../transaction.ts';
import { purchasesOf } from './purchases.ts';
import { ranksByHand } from './stored-levels.ts';

export interface Standings {
  /** Of each place of the scores: 1 is the lowest level, 0: none. */
  readonly rank: Uint8Array;
  /** How many have one by hand. */
  readonly byHand: number;
}

const keptRules = 4;
const known = new WeakMap<CustomerScores, Map<string, Uint8Array>>();

/** By the rules alone; kept with the scores, so that going back to rules that were tried costs nothing. */
function ranksByRule(reading: Reading, scores: CustomerScores, levels: readonly Level[]): Uint8Array {
  const answers = known.get(scores) ?? new Map<string, Uint8Array>();
  known.set(scores, answers);
  // What a level is called changes nothing.
  const key = JSON.stringify(levels.map(({ name: _name, id: _id, ...rule }) => rule));
  const kept = answers.get(key);
  if (kept !== undefined) return kept;
  const rank = new Uint8Array(scores.customer.length);
  if (levels.length > 0) {
    const { days, upTo, starts } = purchasesOf(reading, scores);
    const on = daysBetween('1970-01-01' as Day, scores.on);
    for (let at = 0; at < rank.length; at += 1) {
      const [from, to] = [starts[at] ?? 0, starts[at + 1] ?? 0];
      if (from === to || (scores.basis.likely === false && scores.likely[at] === 1)) continue;
      rank[at] = walkLevels({ days, upTo, from, to }, levels, on).rank;
    }
  }
  answers.set(key, rank);
  for (const oldest of [...answers.keys()].slice(0, -keptRules)) answers.delete(oldest);
  return rank;
}

/** By these levels, the lowest first. */
export function standingsOf(reading: Reading, scores: CustomerScores, levels: readonly Level[]): Standings {
  const byRule = ranksByRule(reading, scores, levels);
  const given = ranksByHand(reading, levels, scores.on);
  if (given.size === 0) return { rank: byRule, byHand: 0 };
  const rank = byRule.slice();
  let byHand = 0;
  scores.customer.forEach((customer, at) => {
    const own = given.get(customer);
    if (own === undefined) return;
    rank[at] = own;
    byHand += 1;
  });
  return { rank, byHand };
}
