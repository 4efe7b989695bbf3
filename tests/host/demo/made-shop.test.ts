/** Made shops: the same for the same seed, exactly as large as asked for, with the people a real one has, told consistently by every export. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashFile } from '../../../src-main/ledger/backup-disk.ts';
import { type MadeAtHand, madeShop } from '../../support/made-shop.ts';
import { newBook } from '../importing/imports-at-hand.ts';
import { tempFolder } from '../ledger/temp-folder.ts';

const three = ['taobao', 'jd', 'youzan'];
const folder = mkdtempSync(join(tmpdir(), 'regulars-'));
let made: MadeAtHand;

beforeAll(async () => {
  made = await madeShop(folder, { markets: three, buyers: 1200 });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const share = <Item>(items: readonly Item[], is: (item: Item) => boolean): number =>
  items.filter(is).length / items.length;

test('the same seed makes the same bytes, truth included; another makes others', async () => {
  const bytes = async (seed: number): Promise<readonly string[]> => {
    const wish = { markets: ['taobao', 'kuaishou'], buyers: 30, seed, damage: { scientific: 2, total: 1 } };
    const { folder: place, files } = await madeShop(tempFolder(), wish);
    const truth = ['orders', 'persons', 'files', 'damage'].map((name) => `truth/${name}.json`);
    return [...files.map(({ file }) => file), ...truth].map((file) => `${file} ${hashFile(join(place, file))}`);
  };
  expect(await bytes(3)).toEqual(await bytes(3));
  expect(await bytes(4)).not.toEqual(await bytes(3));
});

test.each([50, 700])('%i orders are made when they are asked for', async (orders) => {
  const exact = await madeShop(tempFolder(), { markets: ['taobao', 'jd'], buyers: 100, orders });
  expect(exact.orders).toHaveLength(orders);
  expect(new Set(exact.orders.map(({ market, number }) => `${market} ${number}`)).size).toBe(orders);
});

test('as much is damaged as was asked for, wherever it can be', async () => {
  const damage = { scientific: 4, shifted: 2, cutZeros: 3, total: 2, truncated: 2 };
  const spoilt = await madeShop(tempFolder(), { markets: ['shopify', 'jd', 'kuaishou'], buyers: 120, damage });
  const counts = Object.fromEntries(
    [...Map.groupBy(spoilt.damage, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]),
  );
  expect(counts).toEqual(damage);
});

test('people have several names, families share phones, some move, some send presents', () => {
  const { persons, orders } = made;
  expect(share(persons, ({ accounts }) => accounts.length > 1)).toBeGreaterThan(0.3);
  expect(share(persons, ({ accounts: [first, second] }) => second?.market === first.market)).toBeGreaterThan(0.02);
  expect(share(persons, ({ homes }) => homes.length > 1)).toBeGreaterThan(0.05);
  expect(share(orders, ({ isGift }) => isGift)).toBeGreaterThan(0.02);
  for (const openness of ['open', 'masked', 'virtual', 'guest', 'hidden'])
    expect(orders.some((order) => order.openness === openness)).toBe(true);
  const families = [...Map.groupBy(persons, ({ household }) => household)].filter(
    ([household, members]) => household !== null && members.length > 1,
  );
  expect(families.length).toBeGreaterThan(10);
  for (const [, [one, other]] of families)
    expect(one?.homes[0].receiver.phone === other?.homes[0].receiver.phone).toBe(one?.sharesPhone);
});

test('nobody else has a phone, a nick or a number of another', () => {
  const lonely = made.persons.filter(({ sharesPhone }) => !sharesPhone);
  const phones = lonely.flatMap(({ homes }) => [...new Set(homes.map(({ receiver }) => receiver.phone))]);
  expect(new Set(phones).size).toBe(phones.length);
  const nicks = made.persons.flatMap(({ accounts }) =>
    accounts.map(({ marketplace, nick }) => `${marketplace} ${nick}`),
  );
  expect(new Set(nicks).size).toBe(nicks.length);
});

test('the persons of the truth have all its orders, and nobody has another’s', () => {
  const owned = made.persons.flatMap(({ id, orders }) =>
    Object.entries(orders).flatMap(([market, numbers]) => numbers.map((number) => `${market} ${number} ${id}`)),
  );
  expect(owned.toSorted()).toEqual(
    made.orders.map(({ market, number, person }) => `${market} ${number} ${person}`).toSorted(),
  );
});

test('exports that overlap tell of an order as it was then; together they come to the truth, from first to last and back', async () => {
  const wish = { markets: ['jd', 'youzan', 'taobao'], buyers: 60, days: 150, every: 1, overlapDays: 20 };
  const overlapping = await madeShop(tempFolder(), wish);
  expect(overlapping.orders.filter(({ exports }) => exports.length > 1).length).toBeGreaterThan(20);
  const hashes = new Set<string>();
  for (const paths of [overlapping.paths, overlapping.paths.toReversed()]) {
    const own = newBook();
    for (const path of paths) await own.import([path]);
    hashes.add(own.hash());
    const stored = own.all(
      'select order_number, status, paid_minor, refund_minor from shop_order join order_key using (order_id)',
    );
    expect(stored.map((row) => JSON.stringify(row)).toSorted()).toEqual(
      overlapping.orders
        .map(({ number, status, paidMinor, refundMinor }) => JSON.stringify([number, status, paidMinor, refundMinor]))
        .toSorted(),
    );
    own.close();
  }
  expect(hashes.size).toBe(1);
});
