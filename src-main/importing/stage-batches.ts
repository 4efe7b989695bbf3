/** Which shop each staged file belongs to, and so which files make one batch. Between `stage-file` and the plan. */

import type { Database } from 'better-sqlite3';
import { unnamedShop } from './name-shops.ts';
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
  /** It has imports that are not taken back. */
  readonly live: 0 | 1;
}

/** What is known when a file looks for its shop. */
interface Known {
  readonly ledger: Database;
  readonly stage: Database;
  readonly files: readonly StagedFile[];
  readonly shops: readonly Shop[];
}

const NUMBERS_LOOKED_UP = 200;

/** Of several shops the one that has most of the file's orders, in the ledger or in the files beside it; null when none has any. */
function shopThatKnows(
  { ledger, stage, files, shops }: Known,
  file: StagedFile,
  names: Iterable<string>,
): string | null {
  const numbers = stage
    .prepare<[number, number], string>('select distinct order_number from staged_sighting where file_no = ? limit ?')
    .pluck()
    .all(file.fileNo, NUMBERS_LOOKED_UP);
  const stored = ledger.prepare(
    'select 1 from order_key join shop_order on shop_order.order_id = order_key.order_id where order_key.shop_id = ? and order_number = ?',
  );
  const staged = stage
    .prepare<[number, string], string>(
      'select order_number from staged_sighting where file_no = ? and order_number in (select value from json_each(?))',
    )
    .pluck();
  let [best, most]: [string | null, number] = [null, 0];
  for (const name of names) {
    const of = ({ marketplace, ...other }: StagedFile | Shop): boolean =>
      marketplace === file.marketplace && ('shop' in other ? other.name : other.shopName) === name;
    const [ownShops, ownFiles] = [shops.filter(of), files.filter(of)];
    const beside = new Set(ownFiles.flatMap(({ fileNo }) => staged.all(fileNo, JSON.stringify(numbers))));
    const known = numbers.filter(
      (number) => beside.has(number) || ownShops.some(({ shop }) => stored.get(shop, number) !== undefined),
    ).length;
    if (known > most) [best, most] = [name, known];
  }
  return best;
}

/** The shop a file without a shop's name belongs to: the only one there is, the one that has its orders, the one the other files name, or a new one. */
function shopOfUnnamed(known: Known, file: StagedFile): string {
  const { marketplace } = file;
  const named = new Set(
    known.files.filter((other) => other.marketplace === marketplace).flatMap(({ shopName }) => shopName ?? []),
  );
  const live = known.shops.filter((shop) => shop.marketplace === marketplace && shop.live === 1);
  const names = new Set([...live.map(({ name }) => name), ...named]);
  const [only] = names;
  if (only !== undefined && names.size === 1) return only;
  const [beside] = named.size === 1 ? named : [];
  return shopThatKnows(known, file, names) ?? beside ?? unnamedShop(marketplace);
}

/**
 * The shop a name stands for. A shop that nobody has named takes the first name a file gives it: a detail file imported first and
 * its order list later are one shop. A shop whose only imports were taken back is as good as new to a file that names none.
 * `chosen` by the owner, a name may well be that of a second shop: then the nameless one takes it only if it has the file's orders.
 */
function shopNamed(
  name: string,
  known: Known,
  file: StagedFile,
  taken: readonly Batch[],
  chosen: boolean,
): Shop | null {
  const { marketplace, currency } = file;
  const { shops } = known;
  const own = shops.filter((shop) => shop.marketplace === marketplace && shop.currency === currency);
  const same = own.find((shop) => shop.name === name);
  if (same !== undefined) return same;
  const live = own.filter((shop) => shop.live === 1);
  const [only] = live.length > 0 ? live : own;
  const isOne = live.length === 1 || own.length === 1;
  const isNameless =
    only?.name === unnamedShop(marketplace) || (name === unnamedShop(marketplace) && live.length === 0);
  if (only === undefined || !isOne || !isNameless) return null;
  if (chosen && shopThatKnows(known, file, [only.name]) === null) return null;
  return taken.some(({ shopId }) => shopId === only.shop) ? null : only;
}

interface Batch {
  readonly batchNo: number;
  readonly shopId: number;
}

/** Gives every staged file its batch, makes the batches and plans the shops that are new or get their name. */
export function stageBatches(ledger: Database, stage: Database, options: StageOptions): void {
  const shops = ledger
    .prepare<[], Shop>(
      `select shop_id as shop, marketplace, name, currency,
         exists (select 1 from import_batch where import_batch.shop_id = shop.shop_id and undone_at is null) as live
       from shop order by shop_id`,
    )
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
  const known: Known = { ledger, stage, files, shops };
  const batches = new Map<string, Batch>();
  let next = Math.max(0, ...shops.map(({ shop }) => shop)) + 1;
  stage.exec('delete from staged_batch');
  for (const file of files) {
    const name = options.shop ?? file.shopName ?? shopOfUnnamed(known, file);
    const business = JSON.stringify([file.marketplace, name, file.currency]);
    let batch = batches.get(business);
    if (batch === undefined) {
      const found = shopNamed(name, known, file, [...batches.values()], options.shop !== null);
      batch = { batchNo: batches.size + 1, shopId: found?.shop ?? next++ };
      batches.set(business, batch);
      addBatch.run(batch.batchNo, batch.shopId, file.marketplace, name, file.currency, file.profile);
      if (found?.name !== name) addShop.run(batch.shopId, file.marketplace, name, file.currency);
    }
    setBatch.run(batch.batchNo, file.fileNo);
  }
}
