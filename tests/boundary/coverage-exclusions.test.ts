/** Coverage and exclusions, asked of the built host across a process: a year with a hole in it, and orders that leave every figure. */

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dayOf } from '../../src-shared/day.ts';
import { type BuiltHost, startHost } from '../support/built-host.ts';
import { importFiles } from '../support/import-files.ts';
import { monthFiles, onlyBrushing } from '../support/month-files.ts';
import { orderNumber } from '../support/order-file.ts';
import { writeTaobaoFile } from '../support/taobao-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const on = dayOf('2025-12-31') ?? expect.fail('a day');
const basis = { on, definition: 'quantile' } as const;

async function hostWith(months: readonly number[]): Promise<BuiltHost> {
  const host = startHost(join(temporaryFolder(), 'data'));
  // One by one, as months come.
  for (const file of monthFiles(temporaryFolder(), months)) await importFiles(host, [file]);
  return host;
}

test('coverage.list shows the month that was not imported, coverage.days its neighbours; coverage.mark and coverage.clear speak for it', async () => {
  const host = await hostWith([1, 2, 4]);
  const { shops, sql } = await host.client.call('coverage.list', {});
  expect(shops[0]).toMatchObject({ from: '2024-01-01', to: '2024-04-30' });
  expect(shops[0]?.gaps).toEqual([{ from: '2024-03-01', to: '2024-03-31', days: 31 }]);
  expect(sql).toContain('quiet_span');
  const shop = shops[0]?.shop ?? 0;
  const [from, to] = [dayOf('2024-02-01'), dayOf('2024-02-29')];
  if (from === null || to === null) expect.fail('days');
  const { days } = await host.client.call('coverage.days', { shop, from, to });
  expect(days).toHaveLength(10);
  const span = { shop, from: dayOf('2024-03-01') ?? from, to: dayOf('2024-03-31') ?? to };
  const { edits } = await host.client.call('coverage.mark', { spans: [{ ...span, reason: 'closed' }] });
  expect((await host.client.call('coverage.list', { shop })).shops[0]?.gaps).toEqual([]);
  await host.client.call('journal.undo', { edit: edits[0] ?? 0 });
  expect((await host.client.call('coverage.list', { shop })).shops[0]?.gaps).toHaveLength(1);
  await host.client.call('journal.redo', { edit: edits[0] ?? 0 });
  await host.client.call('coverage.clear', span);
  expect((await host.client.call('coverage.list', { shop })).shops[0]?.gaps).toHaveLength(1);
  await expect(
    host.client.call('coverage.mark', { spans: [{ shop, from: to, to: from, reason: 'closed' }] }),
  ).rejects.toMatchObject({ code: 'params-invalid' });
  await expect(host.client.call('coverage.list', { shop: 99 })).rejects.toMatchObject({ code: 'shop-unknown' });
});

test('a report says nothing of months without a file, and noughts of those in which the shop was closed; it ends with the last file', async () => {
  const { client } = await hostWith([1, 2, 4]);
  const sales = async () => {
    const { tables, coveredTo } = await client.call('reports.read', { ...basis, report: 'sales' });
    const rows = tables.find(({ name }) => name === 'sales-by-month')?.rows ?? [];
    return { coveredTo, months: rows.map(([month]) => month), march: rows[2]?.slice(1) };
  };
  const months = ['2024-01', '2024-02', '2024-03', '2024-04'];
  const empty = await sales();
  expect(empty).toMatchObject({ coveredTo: '2024-04-30', months });
  expect(new Set(empty.march)).toEqual(new Set([null]));
  const [from, to] = [dayOf('2024-03-01'), dayOf('2024-03-31')];
  if (from === null || to === null) expect.fail('days');
  const shop = (await client.call('coverage.list', {})).shops[0]?.shop ?? 0;
  await client.call('coverage.mark', { spans: [{ shop, from, to, reason: 'closed' }] });
  const closed = await sales();
  expect(closed.months).toEqual(months);
  // There is no average of no orders.
  expect(new Set(closed.march)).toEqual(new Set([0, null]));
  const newcomers = await client.call('reports.read', { ...basis, report: 'newcomers' });
  expect(newcomers.tables[0]?.rows.map(([month]) => month)).toEqual(months);
});

test('exclusions.save takes orders out of every figure, exclusions.preview says which, and the toggle and exclusions.remove bring them back', async () => {
  const host = await hostWith([1, 2]);
  const { client } = host;
  expect((await client.call('exclusions.suggest', {})).suggestions).toEqual([{ text: 'V-', orders: 4 }]);
  const content = {
    kind: 'brushing',
    shop: null,
    match: 'all',
    conditions: [{ field: 'sellerNote', test: 'starts', text: 'v-' }],
  } as const;
  const asked = { content: { ...content, conditions: [...content.conditions] } };
  const preview = await client.call('exclusions.preview', { ...asked, window: { from: 0, count: 2 } });
  expect(preview).toMatchObject({ orders: 4, counted: 4, customers: 2, money: [{ currency: 'CNY', netMinor: 8000 }] });
  expect(preview.rows.map(({ orderNumber: number }) => number)).toEqual([orderNumber(209), orderNumber(208)]);
  const request = {
    filter: {},
    basis,
    sort: { by: 'netMinor', descending: true } as const,
    window: { from: 0, count: 50 },
  };
  const before = await client.call('customers.list', request);
  expect(before).toMatchObject({ total: 10, sums: { orders: 20, netMinor: 40_000 } });
  const gone = before.rows.find(({ name }) => name === onlyBrushing)?.id ?? 0;
  expect(gone).toBeGreaterThan(0);

  const { rule, edit } = await client.call('exclusions.save', { rule: null, ...asked });
  expect((await client.call('exclusions.list', {})).excluded).toBe(4);
  expect(await client.call('customers.list', request)).toMatchObject({
    total: 8,
    sums: { orders: 16, netMinor: 32_000 },
  });
  expect(await client.call('ledger.totals', {})).toMatchObject({ orders: 16, customers: 8 });
  expect(await client.call('rfm.summary', basis)).toMatchObject({ customers: 8, netMinor: 32_000 });
  const all = { ...request, basis: { ...basis, excluded: true } };
  expect(await client.call('customers.list', all)).toMatchObject({ total: 10, sums: { orders: 20, netMinor: 40_000 } });
  expect(await client.call('ledger.totals', { excluded: true })).toMatchObject({ orders: 20, customers: 10 });

  // Out of the counts, and still found and seen.
  const { hits } = await client.call('customers.find', { text: onlyBrushing, limit: 5 });
  expect(hits[0]).toMatchObject({ orders: 0 });
  const profile = await client.call('customers.profile', { customer: hits[0]?.id ?? 0, basis });
  expect(profile.account.map(({ excluded, counts }) => [excluded, counts])).toEqual([
    ['brushing', false],
    ['brushing', false],
  ]);
  expect(profile.totals).toMatchObject({ orders: 2, counted: 0, netMinor: 0 });
  const why = await client.call('explain.customer', { customer: hits[0]?.id ?? 0, basis });
  expect(why.orders.map((order) => order.why)).toEqual(['excluded-brushing', 'excluded-brushing']);
  expect(why.rules).toContain('withoutExcluded');
  const list = await client.call('explain.list', { filter: {}, basis });
  expect(list).toMatchObject({ orderCount: 16, sumMinor: 32_000 });

  // A file that comes later is looked at by the rule too.
  for (const file of monthFiles(temporaryFolder(), [3])) await importFiles(host, [file]);
  expect((await client.call('exclusions.list', {})).rules).toMatchObject([{ rule, version: 1, orders: 6 }]);
  await client.call('exclusions.save', { rule, content: { ...asked.content, kind: 'self' } });
  expect((await client.call('exclusions.list', {})).rules).toMatchObject([{ rule, version: 2, orders: 6 }]);
  await client.call('exclusions.remove', { rule });
  expect(await client.call('customers.list', request)).toMatchObject({ total: 10, sums: { orders: 30 } });
  await expect(client.call('exclusions.remove', { rule })).rejects.toMatchObject({ code: 'rule-unknown' });
  await client.call('journal.undo', { edit });
  expect((await client.call('exclusions.list', {})).rules).toEqual([]);
});

test('in a large book a worker goes through the orders: for the preview, the rule, its undo and its redo', async () => {
  const host = startHost(join(temporaryFolder(), 'data'));
  await importFiles(host, [writeTaobaoFile(join(temporaryFolder(), 'big.csv'), { orders: 32_000 })]);
  const { client } = host;
  const content = {
    kind: 'reseller' as const,
    shop: null,
    match: 'all' as const,
    conditions: [{ field: 'nick' as const, test: 'contains' as const, text: '茶客7' }],
  };
  const { orders } = await client.call('exclusions.preview', { content, window: { from: 0, count: 5 } });
  expect(orders).toBeGreaterThan(100);
  const kept = async (): Promise<number> => (await client.call('ledger.totals', {})).orders;
  const { edit } = await client.call('exclusions.save', { rule: null, content });
  expect(await kept()).toBe(32_000 - orders);
  await client.call('journal.undo', { edit });
  expect(await kept()).toBe(32_000);
  await client.call('journal.redo', { edit });
  expect(await kept()).toBe(32_000 - orders);
  expect(await client.call('ledger.verify', {})).toMatchObject({ ok: true });
});
