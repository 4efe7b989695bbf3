/** What damage is still to be done, and from which order on: drawn before anything is written. What finds no place in a market waits for the next. */

import { type DamageKind, damageKinds } from './damage.ts';
import type { Random } from './random.ts';
import { randomOf } from './random-of.ts';

export interface DamageQueue {
  readonly random: Random;
  /** Kinds that wait for an order they can befall, by the market's order from which on. Taken out when they are done. */
  readonly rows: { readonly from: number; readonly kind: DamageKind }[];
  /** Files that are still to end in a row of sums, and to break off. */
  totals: number;
  cuts: number;
}

export interface DamageWish {
  readonly seed: number;
  /** How many of each kind, over all markets. */
  readonly damage: Readonly<Partial<Record<DamageKind, number>>>;
  readonly markets: number;
}

/** For one market, `orders` long at most. Damages are dealt out over the markets in turn. */
export function damageQueue(
  { seed, damage, markets }: DamageWish,
  marketAt: number,
  orders: number,
  before: DamageQueue | null,
): DamageQueue {
  const random = randomOf(seed, 'damage', marketAt);
  const share = (kind: DamageKind): number => {
    const all = damage[kind] ?? 0;
    return Math.floor(all / markets) + (marketAt < all % markets ? 1 : 0);
  };
  const own = damageKinds
    .filter((kind) => kind !== 'total' && kind !== 'truncated')
    .flatMap((kind) => Array.from({ length: share(kind) }, () => ({ kind, from: random.below(Math.max(1, orders)) })));
  const late = before?.rows.map(({ kind }) => ({ kind, from: 0 })) ?? [];
  return {
    random,
    rows: [...late, ...own].toSorted((a, b) => a.from - b.from),
    totals: share('total') + (before?.totals ?? 0),
    cuts: share('truncated') + (before?.cuts ?? 0),
  };
}
