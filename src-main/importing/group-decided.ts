/**
 * What the owner's decisions change in the grouping of keys, step by step: e-mails that link nobody, people he put together, phones that
 * link nobody, and at last those who are known by a phone or by likeness alone. Part of `group-numbers`; nothing of it runs without a decision.
 */

import { type Decided, joinInTurn, keptApart } from './decided.ts';
import { type Forest, rootOf } from './forest.ts';
import type { Numbered } from './group-numbers.ts';

const [BUYER, EMAIL, PHONE] = [0, 1, 2];

const isStrong = ({ kinds }: Numbered, key: number): boolean => (kinds[key] ?? PHONE) <= EMAIL;

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
    const buyer = keys.find((key) => all.kinds[key] === BUYER);
    for (const key of keys) {
      if (all.kinds[key] !== EMAIL || !broken.has(rootOf(strong, key))) continue;
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

/** By person (a root of `strong`): those he never is. */
export type Foes = ReadonlyMap<number, ReadonlySet<number>>;

export function foesOf(all: Numbered, strong: Forest, { nevers }: Decided): Foes {
  const foes = new Map<number, Set<number>>();
  const add = (root: number, foe: number): void => void foes.set(root, (foes.get(root) ?? new Set()).add(foe));
  for (const [a, b] of nevers) {
    if (!isStrong(all, a) || !isStrong(all, b)) continue;
    const [left, right] = [rootOf(strong, a), rootOf(strong, b)];
    if (left === right) continue;
    add(left, right);
    add(right, left);
  }
  return foes;
}

/** Phones that would give their orders to somebody whose they never are, where phones join people as in `people`. */
export function phonesApart(
  all: Numbered,
  strong: Forest,
  people: Forest,
  personOf: (phone: number) => number,
  { nevers }: Decided,
): readonly number[] {
  const phones: number[] = [];
  const placeOf = (key: number): number => {
    const person = isStrong(all, key) ? rootOf(strong, key) : personOf(key);
    return person < 0 ? -1 : rootOf(people, person);
  };
  for (const pair of nevers) {
    const named = pair.filter((key) => all.kinds[key] === PHONE);
    const [left, right] = [placeOf(pair[0]), placeOf(pair[1])];
    if (named.length > 0 && left >= 0 && left === right) phones.push(...named);
  }
  return phones;
}

/** A person as the automatic rules make it: the root of a key. */
export interface Automatic {
  readonly rootOfKey: (key: number) => number;
  /** The phone is somebody's who has a buyer id or an e-mail. */
  readonly isSomebodys: (phone: number) => boolean;
}

/** Which marketplaces each person of the decisions has an id on. */
function marketplacesIn(all: Numbered, roots: ReadonlySet<number>, { rootOfKey }: Automatic): Map<number, Set<string>> {
  const found = new Map<number, Set<string>>();
  for (let key = 0; key < all.kinds.length; key += 1) {
    if (all.kinds[key] !== BUYER) continue;
    const root = rootOfKey(key);
    if (!roots.has(root)) continue;
    const value = all.textOf(key);
    found.set(root, (found.get(root) ?? new Set()).add(value.slice(0, value.indexOf(':'))));
  }
  return found;
}

/**
 * Joins people as the owner decided, also those known by a phone or by likeness alone. A phone that became somebody's with a buyer id
 * since joins him only where no two ids of one marketplace would come together: the owner spoke of the phone, not of that id.
 */
export function joinWeak(all: Numbered, { sames, nevers }: Decided, automatic: Automatic, forest: Forest): void {
  const { rootOfKey, isSomebodys } = automatic;
  const roots = new Set(sames.flat().map(rootOfKey));
  const marketplaces = marketplacesIn(all, roots, automatic);
  const sets = keptApart(
    forest,
    nevers.map(([a, b]) => [rootOfKey(a), rootOfKey(b)] as const),
  );
  const idsOf = (number: number): ReadonlySet<string> => marketplaces.get(rootOf(forest, number)) ?? new Set();
  for (const same of sames) {
    const named = new Set(same.filter((key) => isStrong(all, key)).map(rootOfKey));
    const chosen = [...named];
    const unsure = new Set<number>();
    for (const key of same) {
      const root = rootOfKey(key);
      if (isStrong(all, key) || chosen.includes(root)) continue;
      chosen.push(root);
      if (all.kinds[key] === PHONE && isSomebodys(key)) unsure.add(root);
    }
    const isSafe = (a: number, b: number): boolean =>
      !(unsure.has(a) || unsure.has(b)) || ![...idsOf(a)].some((id) => idsOf(b).has(id));
    joinInTurn(
      {
        mayJoin: (a, b) => sets.mayJoin(a, b) && (rootOf(forest, a) === rootOf(forest, b) || isSafe(a, b)),
        join(a, b) {
          const all = new Set([...idsOf(a), ...idsOf(b)]);
          sets.join(a, b);
          marketplaces.set(rootOf(forest, a), all);
        },
      },
      chosen,
    );
  }
}
