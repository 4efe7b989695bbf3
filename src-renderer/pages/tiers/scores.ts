/** Everybody's scores by one rule, and who changes tier between two rules. */

import type { RfmBasis, Score } from '../../../src-shared/contract/metrics.ts';
import type { Tier } from '../../../src-shared/rfm.ts';
import type { Connection } from '../../link/connection.ts';

const atOnce = 10_000;

export async function allScores(connection: Connection, basis: RfmBasis): Promise<readonly Score[]> {
  const found: Score[] = [];
  for (let from = 0, total = 1; from < total; from += atOnce) {
    const answer = await connection.call('rfm.scores', { ...basis, from, count: atOnce });
    total = answer.total;
    found.push(...answer.scores);
  }
  return found;
}

/** People who go from one tier to another. */
export interface Move {
  readonly from: Tier;
  readonly to: Tier;
  /** Who spent most first; as they are by the rule tried. */
  readonly people: readonly Score[];
}

/** The largest move first. */
export function movesBetween(before: readonly Score[], after: readonly Score[]): readonly Move[] {
  const tierBefore = new Map(before.map(({ customer, tier }) => [customer, tier]));
  const moves = new Map<string, { from: Tier; to: Tier; people: Score[] }>();
  for (const score of after) {
    const from = tierBefore.get(score.customer);
    if (from === undefined || from === score.tier) continue;
    const key = `${from}>${score.tier}`;
    const move = moves.get(key) ?? { from, to: score.tier, people: [] };
    move.people.push(score);
    moves.set(key, move);
  }
  for (const { people } of moves.values()) people.sort((a, b) => b.netMinor - a.netMinor);
  return [...moves.values()].toSorted((a, b) => b.people.length - a.people.length);
}
