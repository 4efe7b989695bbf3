/** Made shops for tests: written into a folder of their own, with their truth read back. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Damage } from '../../src-main/demo/damage.ts';
import { type MadeShopOptions, makeShop } from '../../src-main/demo/made-shop.ts';
import { marketNamed } from '../../src-main/demo/markets.ts';
import type { TrueFile, TrueOrder, TruePerson } from '../../src-main/demo/truth.ts';
import type { Day } from '../../src-shared/day.ts';

export interface MadeAtHand {
  readonly folder: string;
  readonly files: readonly TrueFile[];
  readonly paths: readonly string[];
  readonly orders: readonly TrueOrder[];
  readonly persons: readonly TruePerson[];
  readonly damage: readonly Damage[];
}

export type MadeWish = Partial<Omit<MadeShopOptions, 'markets'>> & { readonly markets: readonly string[] };

function optionsOf({ markets, ...wish }: MadeWish): MadeShopOptions {
  const [first, ...others] = markets.map((name) => {
    const market = marketNamed(name);
    if (market === null) throw new Error(`no market ${name}`);
    return market;
  });
  if (first === undefined) throw new Error('no market');
  // The brand of a day known to be one.
  const today = '2026-01-02' as Day;
  const usual = { seed: 7, buyers: 40, orders: null, today, days: 400, every: 6, overlapDays: 0, damage: {} };
  return { ...usual, ...wish, markets: [first, ...others] };
}

/** Written by `openTruth`. */
function read<Entry>(folder: string, name: string): readonly Entry[] {
  return JSON.parse(readFileSync(join(folder, 'truth', name), 'utf8')) as readonly Entry[];
}

export async function madeShop(folder: string, wish: MadeWish): Promise<MadeAtHand> {
  const { files, damage } = await makeShop(folder, optionsOf(wish));
  return {
    folder,
    files,
    paths: files.map(({ file }) => join(folder, file)),
    orders: read<TrueOrder>(folder, 'orders.json'),
    persons: read<TruePerson>(folder, 'persons.json'),
    damage,
  };
}
