/** Likely pairs to groups: everybody of a group may be one person with everybody else of it. After `likely-pairs`. */

import type { Database } from 'better-sqlite3';
import { type LikelyPair, likelyPairs } from './likely-pairs.ts';
import { comparePeople } from './pair-score.ts';
import { personBook } from './person-points.ts';

export interface FoundGroup {
  /** `possible`: some of it hangs on one parcel, which may be a present. May hold a likely group and more. */
  readonly strength: 'likely' | 'possible';
  readonly customers: readonly number[];
  /** The surest first. */
  readonly pairs: readonly LikelyPair[];
}

/** A group to look at in one glance. */
const MOST_MEMBERS = 12;
/** What else two members of a group say of one another must not speak against it. */
const LEAST_BITS = 0;

interface Growing {
  readonly members: Set<number>;
  readonly pairs: LikelyPair[];
}

/** Joins one pair after the other, as long as nobody of the one side speaks against anybody of the other. */
function groupBuilder(agrees: (a: number, b: number) => boolean) {
  const groupOf = new Map<number, Growing>();
  const ofOne = (customer: number): Growing => {
    const group = groupOf.get(customer) ?? { members: new Set([customer]), pairs: [] };
    groupOf.set(customer, group);
    return group;
  };
  return {
    add(pair: LikelyPair): void {
      const [left, right] = [ofOne(pair.a), ofOne(pair.b)];
      if (left !== right) {
        if (left.members.size + right.members.size > MOST_MEMBERS) return;
        for (const a of left.members)
          for (const b of right.members) if ((a !== pair.a || b !== pair.b) && !agrees(a, b)) return;
        for (const member of right.members) {
          left.members.add(member);
          groupOf.set(member, left);
        }
        left.pairs.push(...right.pairs);
      }
      left.pairs.push(pair);
    },
    groups: (strength: FoundGroup['strength'], wanted: (pairs: readonly LikelyPair[]) => boolean): FoundGroup[] =>
      [...new Set(groupOf.values())]
        .filter(({ pairs }) => pairs.length > 0 && wanted(pairs))
        .map(({ members, pairs }) => ({
          strength,
          customers: [...members].sort((a, b) => a - b),
          pairs: pairs.toSorted((a, b) => b.bits - a.bits),
        })),
  };
}

/** The likely ones first, the surest first. Yields how many customers were looked at so far. */
export function* likelyGroups(ledger: Database): Generator<number, readonly FoundGroup[]> {
  const { pairs, rarity } = yield* likelyPairs(ledger);
  const personOf = personBook(ledger);
  const builder = groupBuilder((a, b) => (comparePeople(personOf(a), personOf(b), rarity)?.bits ?? 0) >= LEAST_BITS);
  const byBits = (a: FoundGroup, b: FoundGroup): number => (b.pairs[0]?.bits ?? 0) - (a.pairs[0]?.bits ?? 0);
  for (const pair of pairs) if (pair.isSure) builder.add(pair);
  const likely = builder.groups('likely', () => true);
  for (const pair of pairs) if (!pair.isSure) builder.add(pair);
  const possible = builder.groups('possible', (own) => own.some(({ isSure }) => !isSure));
  return [...likely.sort(byBits), ...possible.sort(byBits)];
}
