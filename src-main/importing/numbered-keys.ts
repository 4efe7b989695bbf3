/** The keys of orders as numbers, for the matching: of a few from the ledger, or of a million from a file. Beneath `group-numbers`. */

import type { IdentityKey } from '../../src-shared/identity.ts';
import { BUYER, EMAIL, PHONE } from './key-ranks.ts';

/** Every key as a number, every order as the numbers of its keys: joining numbers is quick, also for a million orders. */
export interface Numbered {
  readonly orderCount: number;
  /** Rank of each key, as its place in `keyRanks`. */
  readonly ranks: Uint8Array;
  /** Value of a key. */
  readonly textOf: (key: number) => string;
  /** The numbers of an order's keys stand at `starts[order]` up to `starts[order + 1]`. */
  readonly numbers: Int32Array;
  readonly starts: Int32Array;
  /** undefined: none of the orders has it. */
  readonly keyNumber: (key: IdentityKey) => number | undefined;
}

/** Is it a buyer id or an e-mail? */
export const isStrong = ({ ranks }: Numbered, key: number): boolean => (ranks[key] ?? PHONE) <= EMAIL;

/** The first of an order's keys of these ranks; -1: none. */
export function firstKey({ ranks, numbers, starts }: Numbered, order: number, from: number, to: number): number {
  for (let at = starts[order] ?? 0; at < (starts[order + 1] ?? 0); at += 1) {
    const number = numbers[at] ?? -1;
    const rank = ranks[number] ?? 0;
    if (rank >= from && rank <= to) return number;
  }
  return -1;
}

export const strongKey = (all: Numbered, order: number): number => firstKey(all, order, BUYER, EMAIL);

/** The key that says whose the order is: its first, for the most trusted come first; -1: it has none. */
export function leadingKey({ numbers, starts }: Numbered, order: number): number {
  const from = starts[order] ?? 0;
  return from === (starts[order + 1] ?? 0) ? -1 : (numbers[from] ?? -1);
}
