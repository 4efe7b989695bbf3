/**
 * The owner's decisions on the keys at hand, as numbers: which are to be one person, and which never are. Beside `match-customer`, which
 * asks for it only where a decision speaks of one of its keys.
 */

import type { Decision, IdentityKey } from '../../src-shared/identity.ts';
import { type Forest, join, rootOf } from './forest.ts';

export interface Decided {
  /** Keys that are one person, decision by decision, the newest first. */
  readonly sames: readonly (readonly number[])[];
  /** Two keys that never belong to one person; without those that a newer decision calls the same. */
  readonly nevers: readonly (readonly [number, number])[];
}

/** null: no decision speaks of any two of the keys. `numberOf` answers undefined for a key that is not at hand. */
export function decidedOf(
  decisions: readonly Decision[],
  numberOf: (key: IdentityKey) => number | undefined,
): Decided | null {
  const found = decisions.map(({ verdict, sides }) => ({
    verdict,
    sides: sides.map((keys) => keys.map(numberOf).filter((number) => number !== undefined)),
  }));
  const sames: number[][] = [];
  const nevers: [number, number][] = [];
  // The newest first: by then every newer decision on the same two keys is known.
  const namedIn = new Map<number, Set<number>>();
  const isOverruled = (a: number, b: number): boolean => {
    const others = namedIn.get(b);
    return [...(namedIn.get(a) ?? [])].some((same) => others?.has(same) === true);
  };
  for (const { verdict, sides } of found.reverse()) {
    const [left = [], right = []] = sides;
    if (verdict === 'same' && left.length > 1) {
      const same = sames.push(left) - 1;
      for (const number of left) namedIn.set(number, (namedIn.get(number) ?? new Set()).add(same));
    } else if (verdict === 'never') {
      for (const a of left) for (const b of right) if (a !== b && !isOverruled(a, b)) nevers.push([a, b]);
    }
  }
  return sames.length === 0 && nevers.length === 0 ? null : { sames, nevers };
}

/** Sets that grow, some of which are never to become one. */
export interface KeptApart {
  mayJoin(a: number, b: number): boolean;
  join(a: number, b: number): void;
}

/** Over a forest whose roots are the sets; pairs that are one already are passed over. */
export function keptApart(forest: Forest, pairs: readonly (readonly [number, number])[]): KeptApart {
  const foes = new Map<number, Set<number>>();
  const add = (root: number, foe: number): void => void foes.set(root, (foes.get(root) ?? new Set()).add(foe));
  for (const [a, b] of pairs) {
    const [left, right] = [rootOf(forest, a), rootOf(forest, b)];
    if (left === right) continue;
    add(left, right);
    add(right, left);
  }
  return {
    mayJoin(a, b) {
      const [left, right] = [rootOf(forest, a), rootOf(forest, b)];
      return ![...(foes.get(left) ?? [])].some((foe) => rootOf(forest, foe) === right);
    },
    join(a, b) {
      const [left, right] = [rootOf(forest, a), rootOf(forest, b)];
      if (left === right) return;
      join(forest, left, right);
      const [kept, gone] = rootOf(forest, left) === left ? [left, right] : [right, left];
      for (const foe of foes.get(gone) ?? []) add(kept, foe);
    },
  };
}

/** Joins each number to the first of those before it that it may be joined to. */
export function joinInTurn(sets: KeptApart, numbers: readonly number[]): void {
  numbers.forEach((number, place) => {
    const other = numbers.slice(0, place).find((earlier) => sets.mayJoin(earlier, number));
    if (other !== undefined) sets.join(other, number);
  });
}
