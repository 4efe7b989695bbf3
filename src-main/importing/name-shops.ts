/** What a shop is called: what its imports call it that are not taken back. After an undo or a redo. */

import { isMarketplace, type Marketplace } from '../../src-shared/marketplace.ts';
import type { Writing } from '../ledger/transaction.ts';
import shopsAndNames from './name-shops.sql?raw';

/** What a shop is called until a file names it. */
const unnamedShops: Readonly<Record<Marketplace, string>> = {
  taobao: '淘宝店铺',
  shopify: 'Shopify 店铺',
  other: '我的店铺',
};

export function unnamedShop(marketplace: string): string {
  return unnamedShops[isMarketplace(marketplace) ? marketplace : 'other'];
}

interface NamedShop {
  readonly shop: number;
  readonly marketplace: string;
  readonly name: string;
  readonly currency: string;
  readonly given: string | null;
}

/** Gives and takes names after an import was taken back or brought back,. A shop without live imports keeps its own. */
export function nameShops({ connection }: Writing): void {
  const shops = connection.prepare<[], NamedShop>(shopsAndNames).all();
  const taken = connection.prepare(
    'select 1 from shop where marketplace = ? and name = ? and currency = ? and shop_id <> ?',
  );
  const rename = connection.prepare('update shop set name = ? where shop_id = ?');
  for (const { shop, marketplace, name, currency, given } of shops) {
    const wanted = given ?? unnamedShop(marketplace);
    // Two shops are never called the same: then the older name stays.
    if (wanted === name || taken.get(marketplace, wanted, currency, shop) !== undefined) continue;
    rename.run(wanted, shop);
  }
}
