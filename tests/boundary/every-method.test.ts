/** Every method of the contract does what it says, asked of the built host across a process: the owner's day in order. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reportNames } from '../../src-shared/contract/reports.ts';
import { addDays, dayOf } from '../../src-shared/day.ts';
import { figureOf, importFigures } from '../../src-shared/import-figure.ts';
import { root } from '../house/source-files.ts';
import { type BuiltHost, startHost } from '../support/built-host.ts';
import { importFiles } from '../support/import-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const sample = (name: string): string => join(root, 'tests/exports/samples', name);
const list2022 = sample('taobao_list_2022_ExportOrderList.xlsx');
const detail2022 = sample('taobao_detail_2022_ExportOrderDetailList.csv');
const qianniu = sample('taobao_qianniu_2025_orders.xlsx');

const on = dayOf('2025-12-31') ?? expect.fail('a day');
const basis = { on, definition: 'quantile' } as const;

async function hostWith(...files: readonly string[]): Promise<BuiltHost> {
  const host = startHost(join(temporaryFolder(), 'data'));
  if (files.length > 0) await importFiles(host, files);
  return host;
}

async function firstCustomer(host: BuiltHost, search: string): Promise<number> {
  const { rows } = await host.client.call('customers.list', {
    filter: { search },
    basis,
    sort: { by: 'netMinor', descending: true },
    window: { from: 0, count: 10 },
  });
  return rows[0]?.id ?? expect.fail(`nobody is called ${search}`);
}

test('imports.recognise says what a file is and why; imports.rows shows it; imports.discard forgets it', async () => {
  const host = await hostWith();
  const ticket = await host.ticketFor(detail2022);
  const { findings } = await host.client.call('imports.recognise', { tickets: [{ ticket }] });
  expect(findings[0]).toMatchObject({
    format: 'csv',
    encoding: 'gb18030',
    source: 'profile',
    marketplace: 'taobao',
    headerRow: 1,
  });
  expect(findings[0]?.reasons.length).toBeGreaterThan(0);
  const { check } = await host.client.call('imports.check', { job: 'a', files: [{ ticket }] });
  const page = await host.client.call('imports.rows', { check, batch: 0, file: 0, from: 0, count: 5 });
  expect(page.total).toBe(21);
  expect(page.rows[0]?.row).toBe(2);
  expect(page.rows[0]?.cells[1]).toContain('1793153131473293579');
  await host.client.call('imports.discard', { check });
  await expect(host.client.call('imports.apply', { job: 'b', check })).rejects.toMatchObject({ code: 'check-unknown' });
});

test('imports.undo and imports.redo move a batch out and in, and imports.history tells of it', async () => {
  const host = await hostWith(list2022);
  const { entries } = await host.client.call('imports.history', {});
  const batch = entries[0]?.batch ?? expect.fail('no batch');
  expect(await host.client.call('imports.undo', { job: 'u', batch })).toMatchObject({ orders: { removed: 16 } });
  expect(await host.client.call('ledger.totals', {})).toMatchObject({ orders: 0, customers: 0 });
  // The report stays what it was, and opens down to its orders, though they count no longer.
  const taken = await host.client.call('explain.batch', { batch });
  expect(taken).toMatchObject({ orderCount: 12, sumMinor: entries[0]?.report.netMinor, params: { batch } });
  expect(taken.rules).toContain('takenBack');
  expect((await host.client.call('imports.history', {})).entries[0]?.undoneAt).not.toBeNull();
  await expect(host.client.call('imports.undo', { job: 'u', batch })).rejects.toMatchObject({
    code: 'batch-already-undone',
  });
  expect(await host.client.call('imports.redo', { job: 'r', batch })).toMatchObject({ orders: { restored: 16 } });
  expect(await host.client.call('ledger.totals', {})).toMatchObject({ orders: 16, customers: 9 });
  const why = await host.client.call('explain.batch', { batch });
  expect(why).toMatchObject({ orderCount: taken.orderCount, sumMinor: entries[0]?.report.netMinor, params: { batch } });
  expect(why.rules).not.toContain('takenBack');
  expect(why.orders.reduce((sum, order) => sum + (order.netMinor ?? 0), 0)).toBe(why.sumMinor);
  await expect(host.client.call('explain.batch', { batch: 999 })).rejects.toMatchObject({ code: 'batch-unknown' });
  expect(await host.client.call('imports.cancel', { job: 'nobody' })).toEqual({ cancelled: false });
});

test('mappings.list keeps what the owner said about a header, mappings.forget drops it', async () => {
  const host = await hostWith();
  const file = join(temporaryFolder(), 'own.csv');
  const { writeFileSync } = await import('node:fs');
  writeFileSync(file, '\ufeff哪一单,哪天,谁,多少钱\nA-1,2026-03-01,王一,12.50\n');
  const mapping = {
    profile: 'own',
    granularity: 'order',
    columns: { orderNumber: [0], orderedAt: [1], buyerId: [2], total: [3] },
    dateOrder: 'ymd',
    assumePaid: true,
    currency: 'CNY',
  } as const;
  const files = [
    {
      ticket: await host.ticketFor(file),
      mapping: {
        ...mapping,
        columns: { ...mapping.columns, orderNumber: [0], orderedAt: [1], buyerId: [2], total: [3] },
      },
    },
  ];
  const { check } = await host.client.call('imports.check', { job: 'm', files, remember: true });
  await host.client.call('imports.apply', { job: 'n', check });
  const { findings } = await host.client.call('imports.recognise', {
    tickets: [{ ticket: await host.ticketFor(file) }],
  });
  expect(findings[0]).toMatchObject({ source: 'remembered' });
  const { mappings } = await host.client.call('mappings.list', {});
  expect(mappings).toHaveLength(1);
  await host.client.call('mappings.forget', { id: mappings[0]?.id ?? 0 });
  expect((await host.client.call('mappings.list', {})).mappings).toEqual([]);
});

test('customers.list sorts, filters and sums; customers.find and customers.phone answer', async () => {
  const host = await hostWith(sample('taobao_list_2021_ExportOrderList.csv'));
  const request = {
    filter: {},
    basis,
    sort: { by: 'netMinor', descending: true } as const,
    window: { from: 0, count: 50 },
  };
  const all = await host.client.call('customers.list', request);
  expect(all.total).toBe(8);
  expect(all.sums.netMinor).toBe(264_762);
  const spends = all.rows.map((row) => row.netMinor);
  expect(spends).toEqual([...spends].sort((a, b) => b - a));
  const { hits } = await host.client.call('customers.find', { text: '8008', limit: 5 });
  expect(hits).toHaveLength(1);
  expect(hits[0]?.name).toBe('郑拾光');
  const pinyin = await host.client.call('customers.find', { text: 'zsg', limit: 5 });
  expect(pinyin.hits[0]?.name).toBe('郑拾光');
  expect(await host.client.call('customers.phone', { customer: hits[0]?.id ?? 0 })).toEqual({ phone: '13800138008' });
  expect(all.rows.find((row) => row.name === '郑拾光')?.phone).toBe('138****8008');
});

test('customers.ids, customers.cells and lists.copy speak of a stretch of the list', async () => {
  const host = await hostWith(sample('taobao_list_2021_ExportOrderList.csv'));
  const list = { filter: {}, basis, sort: { by: 'netMinor', descending: true } as const };
  const { rows } = await host.client.call('customers.list', { ...list, window: { from: 2, count: 3 } });
  const stretch = { ...list, from: 2, count: 3 };
  expect(await host.client.call('customers.ids', stretch)).toEqual({ ids: rows.map(({ id }) => id) });
  const cells = await host.client.call('customers.cells', { ...stretch, columns: ['netMinor', 'lastDay'] });
  expect(cells.rows).toBe(3);
  expect(cells.columns[0]?.sum).toBe(rows.reduce((sum, { netMinor }) => sum + netMinor, 0));
  expect(cells.columns[1]?.sum).toBeNull();
  const copied = await host.client.call('lists.copy', {
    ...stretch,
    columns: ['name', 'netMinor'],
    wholePhones: false,
    language: 'zh-CN',
    heads: false,
  });
  expect(copied.text.split('\n').map((line) => line.split('\t')[0])).toEqual(rows.map(({ name }) => name));
  expect(copied.html).toContain(`<td>${rows[0]?.name}</td>`);
});

test('customers.profile adds up, and orders.sources reaches the cell of the file', async () => {
  const host = await hostWith(list2022, detail2022);
  const customer = await firstCustomer(host, '老顾客张阿姨');
  const profile = await host.client.call('customers.profile', { customer, basis });
  expect(profile.totals.netMinor).toBe(143_400);
  expect(profile.account[0]?.balanceMinor).toBe(143_400);
  const order = profile.account.find((row) => row.orderNumber === '1793153132450296510') ?? expect.fail('the order');
  const { rows } = await host.client.call('orders.sources', { order: order.order });
  const fromList = rows.find((row) => row.file.includes('list_2022')) ?? expect.fail('the row of the list');
  expect(fromList).toMatchObject({ row: 3, live: true });
  expect(fromList.cells.find((cell) => cell.column === '总金额')).toMatchObject({ value: '816.00', letter: 'I' });
  expect(rows.filter((row) => row.file.includes('detail_2022'))).toHaveLength(2);
});

test('customers.edit is kept through an undo of the import; journal.undo and journal.redo turn it back and forth', async () => {
  const host = await hostWith(list2022);
  const customer = await firstCustomer(host, '老顾客张阿姨');
  const { edit } = await host.client.call('customers.edit', { customer, field: 'displayName', value: '张姨' });
  const nameNow = async (): Promise<string | undefined> => {
    const { rows } = await host.client.call('customers.list', {
      filter: { search: '1793153132450296510' },
      basis,
      sort: { by: 'name', descending: false },
      window: { from: 0, count: 1 },
    });
    return rows[0]?.name;
  };
  expect(await nameNow()).toBe('张姨');
  const { entries } = await host.client.call('journal.list', { window: { from: 0, count: 10 } });
  expect(entries[0]).toMatchObject({ edit, field: 'displayName', after: '张姨', undone: false });
  await host.client.call('journal.undo', { edit });
  expect(await nameNow()).not.toBe('张姨');
  await host.client.call('journal.redo', { edit });
  const batch = (await host.client.call('imports.history', {})).entries[0]?.batch ?? 0;
  const undone = await host.client.call('imports.undo', { job: 'u', batch });
  expect(undone.editsKept).toHaveLength(1);
  await host.client.call('imports.redo', { job: 'r', batch });
  expect(await nameNow()).toBe('张姨');
});

test('customers.split takes orders out of a likely person, and can be taken back', async () => {
  const host = await hostWith(qianniu);
  const request = {
    filter: { certainty: 'likely' },
    basis,
    sort: { by: 'orders', descending: true },
    window: { from: 0, count: 10 },
  } as const;
  const before = await host.client.call('customers.list', request);
  expect(before.total).toBe(6);
  const customer = before.rows[0]?.id ?? 0;
  const profile = await host.client.call('customers.profile', { customer, basis });
  const first = profile.account.find((row) => row.kind === 'order')?.order ?? 0;
  const split = await host.client.call('customers.split', { customer, orders: [first] });
  expect((await host.client.call('customers.list', request)).total).toBe(7);
  expect((await host.client.call('ledger.verify', {})).ok).toBe(true);
  await host.client.call('journal.undo', { edit: split.edit });
  expect((await host.client.call('customers.list', request)).total).toBe(6);
  expect(await host.client.call('customers.phone', { customer })).toEqual({ phone: null });
});

test('rfm.summary, rfm.scores and the metrics agree, and each figure is explained', async () => {
  const host = await hostWith(sample('taobao_list_2017_ExportOrderList201707081012.csv'));
  for (const definition of ['quantile', 'ntile', 'typed'] as const) {
    const summary = await host.client.call('rfm.summary', { on, definition });
    const { scores, total } = await host.client.call('rfm.scores', { on, definition, from: 0, count: 100 });
    expect(total).toBe(summary.customers);
    expect(scores.reduce((sum, score) => sum + score.netMinor, 0)).toBe(summary.netMinor);
    expect(summary.tiers.reduce((sum, tier) => sum + tier.customers, 0)).toBe(total);
    expect(summary.grid.reduce((sum, cell) => sum + cell.customers, 0)).toBe(total);
    const window = { from: 0, count: 100 };
    for (const cell of summary.grid) {
      const { total: people } = await host.client.call('rfm.people', { basis: { on, definition }, cell, window });
      expect(people).toBe(cell.customers);
    }
    const kept = await host.client.call('rfm.moves', { before: { on, definition }, after: { on, definition } });
    expect(kept.moves).toEqual([]);
  }
  const { metrics } = await host.client.call('metrics.list', {});
  expect(metrics.map((metric) => metric.name)).toContain('tier-summary');
  const result = await host.client.call('metrics.run', { name: 'new-and-returning', on });
  expect(result.rows.length).toBeGreaterThan(0);
  for (const report of reportNames) {
    const read = await host.client.call('reports.read', {
      report,
      on,
      definition: 'quantile',
      from: addDays(on, -1000),
    });
    expect([report, read.buyers > 0, read.tables.every(({ sql }) => sql.includes('select'))]).toEqual([
      report,
      true,
      true,
    ]);
  }
  const question = { report: 'sales', on, definition: 'quantile' } as const;
  const sales = await host.client.call('reports.read', question);
  const monthAt = sales.tables[0]?.rows[0]?.[0] ?? expect.fail('a month');
  const month = await host.client.call('explain.metric', { name: 'sales-by-month', on, row: { month: monthAt } });
  expect(month.orderCount).toBe(sales.tables[0]?.rows[0]?.[1]);
  const target = await host.targetFor(join(temporaryFolder(), '报表.xlsx'));
  const written = await host.client.call('reports.export', { ...question, language: 'zh-CN', target });
  expect(written.rows).toBeGreaterThan(sales.tables[0]?.rows.length ?? 0);
  const against = { from: '2026-01-01', on: '2026-02-28' };
  const earlier = await host.client.call('reports.read', { ...question, ...against });
  const beside = await host.targetFor(join(temporaryFolder(), '对比.xlsx'));
  const both = await host.client.call('reports.export', { ...question, against, language: 'zh-CN', target: beside });
  expect(both.rows).toBe(written.rows + 2 + earlier.tables.reduce((sum, { rows }) => sum + rows.length, 0));
  const customer = await firstCustomer(host, '山里来的茶');
  const why = await host.client.call('explain.customer', { customer, basis });
  const counted = why.orders.filter((order) => order.counts).reduce((sum, order) => sum + (order.netMinor ?? 0), 0);
  expect(why.sumMinor).toBe(counted);
  const figure = await host.client.call('explain.metric', { name: 'tier-summary', on });
  expect(figure.sql).toContain('select');
  expect(figure.sumMinor).toBe(414_250);
  await expect(host.client.call('metrics.run', { name: 'nothing', on })).rejects.toMatchObject({
    code: 'metric-unknown',
  });
});

test('explain.list gives the sums of a list under any conditions, and explain.orders its orders in windows', async () => {
  const host = await hostWith(list2022);
  const filter = { netFrom: 10_000 as never, search: '顾客' };
  const sort = { by: 'netMinor', descending: true } as const;
  const list = await host.client.call('customers.list', { filter, basis, sort, window: { from: 0, count: 9 } });
  const why = await host.client.call('explain.list', { filter, basis });
  expect(list.total).toBe(1);
  expect([why.sumMinor, why.orderCount]).toEqual([list.sums.netMinor, list.sums.orders]);
  const of = { kind: 'list', filter, basis } as const;
  const pages = [];
  for (const from of [0, 1])
    pages.push(...(await host.client.call('explain.orders', { of, window: { from, count: 1 } })).orders);
  expect(pages).toEqual(why.orders);
  const customer = list.rows[0]?.id ?? 0;
  const account = { customer, basis, account: 'paidMinor' } as const;
  const paid = await host.client.call('explain.customer', account);
  const window = { from: 0, count: 500 };
  expect((await host.client.call('explain.orders', { of: { kind: 'customer', ...account }, window })).orders).toEqual(
    paid.orders,
  );
  expect(paid.sumMinor).toBe((await host.client.call('customers.profile', { customer, basis })).totals.paidMinor);
  const metric = { name: 'tier-summary', on };
  const figure = await host.client.call('explain.metric', metric);
  expect((await host.client.call('explain.orders', { of: { kind: 'metric', ...metric }, window })).orders).toEqual(
    figure.orders,
  );
});

test('explain.check opens the figures of a check, explain.rows the rows of an order, before anything is posted', async () => {
  const host = await hostWith(detail2022);
  const files = [{ ticket: await host.ticketFor(list2022) }];
  const { check, batches } = await host.client.call('imports.check', { job: 'c', files });
  const report = batches[0] ?? expect.fail('a batch');
  for (const figure of importFigures) {
    const why = await host.client.call('explain.check', { check, batch: 0, figure });
    expect([figure, Number(why.facts[0]?.value)]).toEqual([figure, figureOf(report, figure)]);
    const of = { kind: 'check', check, batch: 0, figure } as const;
    const { orders } = await host.client.call('explain.orders', { of, window: { from: 0, count: 500 } });
    expect(orders).toEqual(why.orders);
  }
  const { orders } = await host.client.call('explain.check', { check, batch: 0, figure: 'changed' });
  const order = orders.find((one) => one.orderNumber === '1793153132450296510') ?? expect.fail('the order');
  const { rows } = await host.client.call('explain.rows', { in: { check }, of: { order: order.order } });
  expect(rows[0]).toMatchObject({ batch: null, row: 3, live: true });
  expect(rows[0]?.cells.find((cell) => cell.column === '总金额')).toMatchObject({ value: '816.00', letter: 'I' });
  const [applied] = (await host.client.call('imports.apply', { job: 'a', check })).batches;
  const batch = applied?.id ?? 0;
  await expect(host.client.call('explain.check', { check, figure: 'new' })).rejects.toMatchObject({
    code: 'check-unknown',
  });
  const past = await host.client.call('explain.batch', { batch, figure: 'changed' });
  expect(past.orders.map((one) => one.orderNumber)).toEqual(orders.map((one) => one.orderNumber));
  const of = { kind: 'batch', batch, figure: 'changed' } as const;
  const window = { from: 0, count: 500 };
  expect((await host.client.call('explain.orders', { of, window })).orders).toEqual(past.orders);
  const source = await host.client.call('explain.rows', { in: { batch }, of: { order: past.orders[0]?.order ?? 0 } });
  expect(source.rows.some((row) => row.batch === batch)).toBe(true);
});

test('lists.compose and lists.export give the same rows', async () => {
  const host = await hostWith(sample('taobao_list_2017_ExportOrderList201707081012.csv'));
  const request = {
    filter: {},
    basis,
    sort: { by: 'netMinor', descending: true },
    columns: ['name', 'phone', 'netMinor', 'orders'],
    wholePhones: false,
    language: 'zh-CN',
  } as const;
  const asked = { ...request, columns: [...request.columns] };
  const list = await host.client.call('lists.compose', { ...asked, limit: 100 });
  expect(list.rows).toHaveLength(7);
  expect(list.rows.flat().join(' ')).not.toMatch(/1\d{10}/);
  const path = join(temporaryFolder(), 'list.csv');
  expect(
    await host.client.call('lists.export', { ...asked, format: 'csv', target: await host.targetFor(path) }),
  ).toEqual({ rows: 7, held: 0 });
  // Nobody of an old file is held back, until somebody asks not to be contacted.
  const { filter, sort } = request;
  const heldBack = () => host.client.call('lists.held', { filter, basis, sort: { ...sort }, limit: 100 });
  const nobody = await heldBack();
  expect(nobody).toMatchObject({ total: 7, looked: 7, held: [] });
  expect(Object.values(nobody.reach).reduce((sum, people) => sum + people, 0)).toBe(7);
  const { rows: people } = await host.client.call('customers.list', {
    filter,
    basis,
    sort: { ...sort },
    window: { from: 0, count: 1 },
  });
  const customer = people[0]?.id ?? expect.fail('a customer');
  await host.client.call('customers.wish', { customer, wishes: { optOut: true, quiet: null, channel: null } });
  expect((await heldBack()).held).toMatchObject([{ customer, held: [{ why: 'optOut' }] }]);
  expect(await host.client.call('lists.compose', { ...asked, limit: 100 })).toMatchObject({ total: 6, held: 1 });
  const text = readFileSync(path, 'utf8');
  for (const row of list.rows) expect(text).toContain(row[0]);
});

test('forecasts.read and forecasts.customer say what there is to go by', async () => {
  const host = await hostWith(sample('taobao_list_2017_ExportOrderList201707081012.csv'));
  const forecast = await host.client.call('forecasts.read', { on: basis.on });
  // Seven customers bear no model.
  expect(forecast).toMatchObject({ without: 'few', model: null, sums: null, backtest: null });
  const { rows } = await host.client.call('customers.list', {
    filter: {},
    basis,
    sort: { by: 'orders', descending: true },
    window: { from: 0, count: 1 },
  });
  const one = await host.client.call('forecasts.customer', { on: basis.on, customer: rows[0]?.id ?? 0 });
  expect(one.purchases).toBeGreaterThan(0);
  expect(one.foretold).toBeNull();
});

test('customers.places tells where customers live', async () => {
  const host = await hostWith(sample('taobao_list_2017_ExportOrderList201707081012.csv'));
  const { places } = await host.client.call('customers.places', { text: '省', limit: 20 });
  expect(places.length).toBeGreaterThan(0);
  const [first] = places;
  const where = { field: first?.field ?? 'city', test: 'is' as const, texts: [first?.text ?? ''] };
  const list = await host.client.call('customers.list', {
    filter: { where },
    basis,
    sort: { by: 'netMinor', descending: true },
    window: { from: 0, count: 1 },
  });
  expect(list.total).toBe(first?.count);
});

test('labels.compose tells whom a parcel can be sent to', async () => {
  const host = await hostWith(sample('taobao_list_2017_ExportOrderList201707081012.csv'));
  const asked = { filter: {}, basis, sort: { by: 'netMinor', descending: true }, limit: 5 } as const;
  const { total, looked, refused, masked, without, labels } = await host.client.call('labels.compose', asked);
  expect(total).toBe(7);
  expect(looked).toBe(5);
  expect(labels.length + refused + masked + without).toBe(looked);
});

test('backups.make, backups.list, backups.preview and backups.restore bring a ledger back', async () => {
  const host = await hostWith(list2022);
  const backup = await host.client.call('backups.make', {});
  await importFiles(host, [qianniu]);
  const { backups } = await host.client.call('backups.list', {});
  expect(backups.map((each) => each.name)).toContain(backup.name);
  const preview = await host.client.call('backups.preview', { name: backup.name });
  expect(preview.restored.orders).toBe(16);
  const then = preview.restored.byCurrency['CNY']?.netMinor;
  await host.client.call('backups.restore', { name: backup.name });
  expect((await host.client.call('ledger.totals', {})).byCurrency['CNY']?.netMinor).toBe(then);
  expect((await host.client.call('ledger.verify', {})).ok).toBe(true);
});

test('demo.open, demo.leave and demo.remove keep the made-up shop apart', async () => {
  const host = await hostWith(list2022);
  await host.client.call('demo.open', {});
  const demo = await host.client.call('ledger.status', {});
  expect(demo.demo).toBe(true);
  expect(demo.customers).toBeGreaterThan(3000);
  await host.client.call('demo.leave', {});
  expect(await host.client.call('ledger.status', {})).toMatchObject({ demo: false, hasDemo: true, orders: 16 });
  await host.client.call('demo.remove', {});
  const after = await host.client.call('ledger.status', {});
  expect(after).toMatchObject({ demo: false, hasDemo: false, orders: 16 });
  expect(existsSync(join(after.folder, 'demo'))).toBe(false);
});
