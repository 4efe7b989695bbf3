/** Which shop each staged file belongs to, and so which files make one batch. Between `stage-file` and the plan. */

import type { Database } from 'better-sqlite3';
import { isMarketplace, type Marketplace } from '../../src-shared/marketplace.ts';
import type { StageOptions } from './stage.ts';

interface StagedFile {
  readonly fileNo: number;
  readonly shopName: string | null;
  readonly currency: string;
  readonly marketplace: string;
  readonly profile: string;
}

interface Shop {
  readonly shop: number;
  readonly marketplace: string;
  readonly name: string;
  readonly currency: string;
}

/** What a shop is called until a file names it. */
export const unnamedShops: Readonly<Record<Marketplace, string>> = { taobao: '淘宝店铺', other: '我的店铺' };

export function unnamedShop(marketplace: string): string {
  return unnamedShops[isMarketplace(marketplace) ? marketplace : 'other'];
}

const NUMBERS_LOOKED_UP = 200;

/** Of several shops the one that knows most of the file's order numbers; null when none knows any. */
function shopThatKnows(
  ledger: Database,
  stage: Database,
  { fileNo }: StagedFile,
  shops: readonly Shop[],
): string | null {
  const numbers = stage
    .prepare<[number, number], string>('select distinct order_number from staged_row where file_no = ? limit ?')
    .pluck()
    .all(fileNo, NUMBERS_LOOKED_UP);
  const ask = ledger.prepare('select 1 from order_key where shop_id = ? and order_number = ?');
  let [best, most]: [string | null, number] = [null, 0];
  for (const { shop, name } of shops) {
    const known = numbers.filter((number) => ask.get(shop, number) !== undefined).length;
    if (known > most) [best, most] = [name, known];
  }
  return best;
}

/** The shop a file without a shop's name belongs to: the one the other files name, the only one there is, or a new one. */
function shopOfUnnamed(
  ledger: Database,
  stage: Database,
  file: StagedFile,
  files: readonly StagedFile[],
  shops: readonly Shop[],
): string {
  const { marketplace } = file;
  const own = shops.filter((shop) => shop.marketplace === marketplace);
  const named = new Set(
    files.filter((other) => other.marketplace === marketplace).flatMap(({ shopName }) => shopName ?? []),
  );
  const known = new Set(own.map(({ name }) => name));
  const [candidates] = [named, known].filter(({ size }) => size === 1);
  const [only] = candidates ?? [];
  return only ?? shopThatKnows(ledger, stage, file, own) ?? unnamedShop(marketplace);
}

/**
 * The shop a name stands for. A shop that was new and nameless takes the first name a file gives it: a detail file imported
 * first and its order list later are one shop.
 */
function shopNamed(
  name: string,
  { marketplace, currency }: StagedFile,
  shops: readonly Shop[],
  taken: readonly Batch[],
): Shop | null {
  const own = shops.filter((shop) => shop.marketplace === marketplace && shop.currency === currency);
  const known = own.find((shop) => shop.name === name);
  if (known !== undefined) return known;
  const [only] = own;
  if (own.length > 1 || only?.name !== unnamedShop(marketplace)) return null;
  return taken.some(({ shopId }) => shopId === only.shop) ? null : only;
}

interface Batch {
  readonly batchNo: number;
  readonly shopId: number;
}

/** Gives every staged file its batch, makes the batches and plans the shops that are new or get their name. */
export function stageBatches(ledger: Database, stage: Database, options: StageOptions): void {
  const shops = ledger
    .prepare<[], Shop>('select shop_id as shop, marketplace, name, currency from shop order by shop_id')
    .all();
  const files = stage
    .prepare<[], StagedFile>(
      `select file_no as fileNo, shop_name as shopName, currency, marketplace, json_extract(mapping, '$.profile') as profile
       from staged_file order by file_no`,
    )
    .all();
  const addBatch = stage.prepare(
    'insert into staged_batch (batch_no, shop_id, marketplace, named, currency, profile) values (?, ?, ?, ?, ?, ?)',
  );
  const addShop = stage.prepare('insert into plan_shop (shop_id, marketplace, name, currency) values (?, ?, ?, ?)');
  const setBatch = stage.prepare('update staged_file set batch_no = ? where file_no = ?');
  const batches = new Map<string, Batch>();
  let next = Math.max(0, ...shops.map(({ shop }) => shop)) + 1;
  stage.exec('delete from staged_batch');
  for (const file of files) {
    const name = options.shop ?? file.shopName ?? shopOfUnnamed(ledger, stage, file, files, shops);
    const business = JSON.stringify([file.marketplace, name, file.currency]);
    let batch = batches.get(business);
    if (batch === undefined) {
      const known = shopNamed(name, file, shops, [...batches.values()]);
      batch = { batchNo: batches.size + 1, shopId: known?.shop ?? next++ };
      batches.set(business, batch);
      addBatch.run(batch.batchNo, batch.shopId, file.marketplace, name, file.currency, file.profile);
      if (known?.name !== name) addShop.run(batch.shopId, file.marketplace, name, file.currency);
    }
    setBatch.run(batch.batchNo, file.fileNo);
  }
}
