/**
 * What the owner's decisions change in the grouping of keys, step by step: e-mails that link nobody, people he put together, and
 * at last those who are known by a phone or by likeness alone. Part of `group-numbers`; nothing of it runs without a decision.
 */

import { type Decided, joinInTurn, keptApart } from './decided.ts';
import { type Forest, forestOf, rootOf } from './forest.ts';
import { BUYER, EMAIL } from './key-ranks.ts';
import { isStrong, type Numbered } from './numbered-keys.ts';

/** E-mails that would make one person of two that never are: those of several buyers, and those that are named. */
export function mailsApart(all: Numbered, strong: Forest, { nevers }: Decided): ReadonlySet<number> {
  const broken = new Set<number>();
  const named = new Set<number>();
  for (const [a, b] of nevers) {
    if (!isStrong(all, a) || !isStrong(all, b) || rootOf(strong, a) !== rootOf(strong, b)) continue;
    broken.add(rootOf(strong, a));
    named.add(a).add(b);
  }
  const mails = new Set<number>();
  if (broken.size === 0) return mails;
  const buyerOf = new Map<number, number>();
  for (let order = 0; order < all.orderCount; order += 1) {
    const keys = all.numbers.subarray(all.starts[order] ?? 0, all.starts[order + 1] ?? 0);
    const buyer = keys.find((key) => all.ranks[key] === BUYER);
    for (const key of keys) {
      if (all.ranks[key] !== EMAIL || !broken.has(rootOf(strong, key))) continue;
      const before = buyerOf.get(key);
      if (named.has(key) || (before !== undefined && buyer !== undefined && before !== buyer)) mails.add(key);
      if (buyer !== undefined) buyerOf.set(key, buyer);
    }
  }
  return mails;
}

/** Joins those with buyer ids or e-mails whom the owner called the same. */
export function joinDecided(all: Numbered, strong: Forest, { sames, nevers }: Decided): void {
  const sets = keptApart(
    strong,
    nevers.filter((pair) => pair.every((key) => isStrong(all, key))),
  );
  for (const same of sames)
    joinInTurn(
      sets,
      same.filter((key) => isStrong(all, key)),
    );
}

/**
 * Joins people as the owner decided, also those known by a phone or by likeness alone; answers the forest of them. A phone that is now
 * somebody's who has a buyer id or an e-mail is passed over: the owner spoke of the orders that have nothing else.
 */
export function joinWeak(all: Numbered, { sames, nevers }: Decided, rootOfKey: (key: number) => number): Forest {
  const forest = forestOf(all.ranks.length);
  const sets = keptApart(
    forest,
    nevers.map(([a, b]) => [rootOfKey(a), rootOfKey(b)] as const),
  );
  for (const same of sames) {
    const weak = same
      .filter((key) => !isStrong(all, key))
      .map(rootOfKey)
      .filter((root) => !isStrong(all, root));
    const people = same.filter((key) => isStrong(all, key)).map(rootOfKey);
    joinInTurn(sets, [...new Set([...people, ...weak])]);
  }
  return forest;
}
