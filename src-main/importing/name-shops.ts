/** What a shop is called: what its imports call it that are not taken back. After an undo or a redo. */

import { isMarketplace, type Marketplace } from '../../src-shared/marketplace.ts';
import type { Writing } from '../ledger/transaction.ts';
import shopsAndNames from './name-shops.sql?raw';

/** What a shop is called until a file names it. */
const unnamedShops: Readonly<Record<Marketplace, string>> = {
  taobao: '淘宝店铺',
  jd: '京东店铺',
  pinduoduo: '拼多多店铺',
  douyin: '抖店',
  kuaishou: '快手小店',
  xiaohongshu: '小红书店铺',
  wechat: '微信小店',
  1688: '1688 店铺',
  youzan: '有赞店铺',
  weidian: '微店',
  shopify: 'Shopify 店铺',
  woocommerce: 'WooCommerce 店铺',
  amazon: '亚马逊店铺',
  ebay: 'eBay 店铺',
  etsy: 'Etsy 店铺',
  tiktok: 'TikTok Shop 店铺',
  shopee: 'Shopee 店铺',
  lazada: 'Lazada 店铺',
  hand: '手工记的',
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
