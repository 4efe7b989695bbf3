/** Leads and orders typed by hand, over the built host: rows like any other, in every figure, explained down to what was typed, taken back. */

import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dayOf } from '../../src-shared/day.ts';
import { type BuiltHost, startHost } from '../support/built-host.ts';
import { importFiles } from '../support/import-files.ts';
import { monthFiles } from '../support/month-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const day = (text: string) => dayOf(text) ?? expect.fail(text);
const on = day('2024-12-31');
const basis = { on, definition: 'quantile' } as const;
const sort = { by: 'netMinor', descending: true } as const;

const someone = { name: '张姐', phone: '13800001234', handle: '', address: '浙江省杭州市西湖区文三路1号', note: '' };
const place = { shop: '微信', day: day('2024-06-05'), currency: 'CNY' };

async function hostWith(months: readonly number[]): Promise<BuiltHost> {
  const host = startHost(join(temporaryFolder(), 'data'));
  if (months.length > 0) await importFiles(host, monthFiles(temporaryFolder(), months));
  return host;
}

async function found(host: BuiltHost, filter: object) {
  return host.client.call('customers.list', { filter, basis, sort, window: { from: 0, count: 50 } });
}

async function stateOf(host: BuiltHost): Promise<string> {
  return (await host.client.call('ledger.verify', {})).stateHash;
}

test('byHand.lead puts somebody without counted orders into the book: listed, found, filtered, and gone again', async () => {
  const host = await hostWith([1, 2]);
  const before = await stateOf(host);
  const totals = await host.client.call('ledger.totals', {});
  const lead = await host.client.call('byHand.lead', { ...someone, ...place, wish: '想要10箱' });
  expect(lead).toMatchObject({ edit: null });
  expect(lead.customer).toBeGreaterThan(0);
  const list = await found(host, { search: '张姐' });
  expect(list.rows).toMatchObject([{ id: lead.customer, name: '张姐', certainty: 'certain', orders: 0, tier: null }]);
  expect((await found(host, { search: '1234' })).total).toBe(1);
  expect((await found(host, { where: { field: 'orders', to: 0 } })).rows.map(({ id }) => id)).toEqual([lead.customer]);
  expect((await found(host, { where: { field: 'province', test: 'contains', texts: ['浙江'] } })).rows).toContainEqual(
    expect.objectContaining({ id: lead.customer }),
  );
  const now = await host.client.call('ledger.totals', {});
  expect(now.byCurrency).toEqual(totals.byCurrency);
  await host.client.call('imports.undo', { job: randomUUID(), batch: lead.batch });
  expect((await found(host, { search: '张姐' })).total).toBe(0);
  expect(await stateOf(host)).toBe(before);
  await host.client.call('imports.redo', { job: randomUUID(), batch: lead.batch });
  expect((await found(host, { search: '张姐' })).total).toBe(1);
  const nobody = { ...someone, phone: '', handle: '' };
  await expect(host.client.call('byHand.lead', { ...nobody, ...place, wish: '' })).rejects.toMatchObject({
    code: 'hand-without-person',
  });
});

test('a lead and a later order of the same phone and name become one, in whichever order they come', async () => {
  const file = (folder: string): string => {
    const path = join(folder, 'shop.csv');
    const head = 'Order number,Status,Order date,Paid at,Paid,Receiver name,Receiver phone,Item';
    writeFileSync(
      path,
      `${head}\nA-1001,completed,2024-07-01 10:00:00,2024-07-01 10:05:00,88.00,张姐,13800001234,茶\n`,
    );
    return path;
  };
  const mapping = {
    profile: 'own',
    granularity: 'order' as const,
    columns: {
      orderNumber: [0],
      status: [1],
      orderedAt: [2],
      paidAt: [3],
      paid: [4],
      receiverName: [5],
      receiverPhone: [6],
      itemsText: [7],
    },
    dateOrder: 'ymd' as const,
    assumePaid: false,
    currency: 'CNY',
  };
  const hashes: string[] = [];
  for (const leadFirst of [true, false]) {
    const host = await hostWith([]);
    const lead = () => host.client.call('byHand.lead', { ...someone, ...place, wish: '想要10箱' });
    const orders = async (): Promise<void> => {
      const files = [{ ticket: await host.ticketFor(file(temporaryFolder())), mapping }];
      const { check } = await host.client.call('imports.check', {
        job: randomUUID(),
        files,
        marketplace: 'other',
        shop: '店',
      });
      await host.client.call('imports.apply', { job: randomUUID(), check });
    };
    for (const step of leadFirst ? [lead, orders] : [orders, lead]) await step();
    const list = await found(host, { search: '张姐' });
    expect(list.rows).toMatchObject([{ orders: 1, netMinor: 8800 }]);
    hashes.push(JSON.stringify(list.rows.map(({ id: _id, ...row }) => row)));
  }
  expect(hashes[0]).toBe(hashes[1]);
});

test('byHand.order counts in every figure, opens down to what was typed, joins the buyer who was chosen, and is taken back', async () => {
  const host = await hostWith([1, 2, 3]);
  const before = await stateOf(host);
  const totals = await host.client.call('ledger.totals', {});
  const buyer = (await found(host, { search: '沈知微' })).rows[0] ?? expect.fail('no buyer');
  const items = [
    { title: '正山小种 250g', quantity: 2, unitPriceMinor: 16_800 },
    { title: '竹制茶滤, "细"', quantity: 1, unitPriceMinor: 4500 },
  ];
  const money = { paidMinor: 38_000, refundMinor: 4000 };
  const typed = { ...someone, ...place, name: '', phone: '', customer: buyer.id, time: '21:25', items, ...money };
  const order = await host.client.call('byHand.order', typed);
  expect(order.customer).toBe(buyer.id);
  const profile = await host.client.call('customers.profile', { customer: buyer.id, basis });
  expect(profile.customer).toMatchObject({ orders: buyer.orders + 1, netMinor: buyer.netMinor + 34_000 });
  expect(profile.shops).toContain('微信');
  expect(profile.account[0]).toMatchObject({ kind: 'refund', refundMinor: 4000 });
  const now = await host.client.call('ledger.totals', {});
  expect(now.orders).toBe(totals.orders + 1);
  expect(now.byCurrency['CNY']?.netMinor).toBe((totals.byCurrency['CNY']?.netMinor ?? 0) + 34_000);
  const id = profile.account[0]?.order ?? 0;
  const { rows } = await host.client.call('orders.sources', { order: id });
  expect(rows.map(({ cells }) => cells.find(({ field }) => field === 'itemTitle')?.value)).toEqual([
    '正山小种 250g',
    '竹制茶滤, "细"',
  ]);
  expect(rows[0]?.cells.find(({ field }) => field === 'paid')?.value).toBe('380.00');
  // That nothing was typed on other days is no gap.
  const { shops } = await host.client.call('ledger.status', {});
  const hand = shops.find(({ name }) => name === '微信') ?? expect.fail('no shop');
  expect((await host.client.call('coverage.list', { shop: hand.id })).shops.flatMap(({ gaps }) => gaps)).toEqual([]);
  // A second one needs no decision any more.
  const second = await host.client.call('byHand.order', { ...typed, day: day('2024-08-01') });
  expect(second).toMatchObject({ customer: buyer.id, edit: null });
  for (const { batch } of [second, order]) await host.client.call('imports.undo', { job: randomUUID(), batch });
  if (order.edit !== null) await host.client.call('journal.undo', { edit: order.edit });
  expect(await stateOf(host)).toBe(before);
});

test('an order of nobody counts in sales only, one that is paid back whole counts nowhere, one not paid shows', async () => {
  const host = await hostWith([]);
  const items = [{ title: '茶', quantity: 1, unitPriceMinor: 1000 }];
  const nobody = { ...someone, name: '', phone: '', address: '', ...place, shop: '门店', items };
  const sold = await host.client.call('byHand.order', { ...nobody, paidMinor: 1000, refundMinor: 0 });
  expect(sold.customer).toBeNull();
  await host.client.call('byHand.order', {
    ...someone,
    ...place,
    shop: '门店',
    items,
    paidMinor: 1000,
    refundMinor: 1000,
  });
  await host.client.call('byHand.order', {
    ...someone,
    ...place,
    shop: '门店',
    items,
    paidMinor: null,
    refundMinor: 0,
  });
  expect(await host.client.call('ledger.totals', {})).toMatchObject({
    orders: 3,
    status: { completed: 1, refunded: 1, unpaid: 1 },
    customers: 1,
  });
  const { rows } = await found(host, {});
  const profile = await host.client.call('customers.profile', { customer: rows[0]?.id ?? 0, basis });
  expect(profile.account.map(({ kind, status }) => `${kind} ${status}`).sort((a, b) => (a < b ? -1 : 1))).toEqual([
    'order refunded',
    'order unpaid',
    'refund refunded',
  ]);
});
