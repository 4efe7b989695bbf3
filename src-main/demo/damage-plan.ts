/** Which orders of which export are to be damaged, and how: drawn before anything is written, at most one damage to an order. */

import { type DamageKind, damageKinds } from './damage.ts';
import type { MadeShopOptions } from './made-shop.ts';
import type { Random } from './random.ts';
import { randomOf } from './random-of.ts';

export interface WindowDamage {
  readonly random: Random;
  /** Kinds that wait for an order they can befall, by the order from which on. */
  readonly ofRows: readonly { readonly from: number; readonly kind: DamageKind }[];
  readonly hasTotal: boolean;
  readonly isCut: boolean;
}

export interface DamagePlan {
  ofWindow(index: number): WindowDamage;
}

/** Damages are dealt out over the markets in turn. */
export function damagePlan(options: MadeShopOptions, marketAt: number, windows: number, visits: number): DamagePlan {
  const random = randomOf(options.seed, 'damage', marketAt);
  const share = (kind: DamageKind): number => {
    const [all, markets] = [options.damage[kind] ?? 0, options.markets.length];
    return Math.floor(all / markets) + (marketAt < all % markets ? 1 : 0);
  };
  const rows = damageKinds
    .filter((kind) => kind !== 'total' && kind !== 'truncated')
    .flatMap((kind) =>
      Array.from({ length: share(kind) }, () => ({
        kind,
        from: random.below(Math.max(1, visits)),
        window: random.below(windows),
      })),
    );
  const some = (count: number): ReadonlySet<number> => {
    const places = Array.from({ length: windows }, (_, at) => at);
    return new Set(
      places
        .map((at) => [random.next(), at] as const)
        .toSorted(([a], [b]) => a - b)
        .slice(0, count)
        .map(([, at]) => at),
    );
  };
  const [totals, cuts] = [some(share('total')), some(share('truncated'))];
  return {
    ofWindow: (index) => ({
      random,
      ofRows: rows.filter(({ window }) => window === index).toSorted((a, b) => a.from - b.from),
      hasTotal: totals.has(index),
      isCut: cuts.has(index) && !totals.has(index),
    }),
  };
}
