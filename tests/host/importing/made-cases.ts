/** Small made shops as cases of laws: a few buyers on one marketplace, exports that overlap, damage now and then. */

import { join } from 'node:path';
import fc from 'fast-check';
import { damageKinds } from '../../../src-main/demo/damage.ts';
import { markets } from '../../../src-main/demo/markets.ts';
import { type MadeAtHand, type MadeWish, madeShop } from '../../support/made-shop.ts';
import { type Book, newBook } from './imports-at-hand.ts';

const names = markets.map(({ name }) => name);

const shop = {
  markets: fc.constantFrom(...names).map((name) => [name]),
  seed: fc.nat(1_000_000),
  buyers: fc.integer({ min: 2, max: 9 }),
  days: fc.integer({ min: 40, max: 200 }),
  every: fc.constantFrom(1, 2, 3),
  overlapDays: fc.constantFrom(0, 10, 40),
};

/** Without damage. */
export const soundShops: fc.Arbitrary<[MadeWish]> = fc.record(shop).map((wish) => [wish]);

const damage = fc.dictionary(fc.constantFrom(...damageKinds), fc.integer({ min: 1, max: 2 }));

export const anyShops: fc.Arbitrary<[MadeWish]> = fc.record({ ...shop, damage }).map((wish) => [wish]);

/** Of three exports that overlap. */
export const threeExports: fc.Arbitrary<[MadeWish, number]> = fc.tuple(
  fc.record({ ...shop, buyers: fc.integer({ min: 5, max: 12 }) }).map(
    // From 6 January: three months.
    (wish) => ({ ...wish, days: 58, every: 1, overlapDays: 25 }),
  ),
  fc.nat(1_000_000),
);

/** The case's files, in the folder it is kept in. */
export async function keepShop(folder: string, wish: MadeWish, ..._others: readonly unknown[]): Promise<void> {
  await madeShop(join(folder, 'files'), wish);
}

/** A made shop and an empty ledger beside it. Nothing is done where the shop came to have no orders. */
export async function withShop(wish: MadeWish, use: (book: Book, made: MadeAtHand) => Promise<void>): Promise<void> {
  const book = newBook();
  try {
    const made = await madeShop(join(book.folder, 'made'), wish);
    if (made.paths.length > 0) await use(book, made);
  } finally {
    book.close();
  }
}
