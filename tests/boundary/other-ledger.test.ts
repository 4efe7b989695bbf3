/** Another ledger under the same page: the demo shop and back, a backup restored and taken back, files exported. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startHost } from '../support/built-host.ts';
import { importFiles } from '../support/import-files.ts';
import { writeTaobaoFile } from '../support/taobao-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('the demo shop is a ledger of its own: opened, left, opened again at once, removed without a trace', async () => {
  const folder = temporaryFolder();
  const { client } = startHost(folder);
  await client.call('demo.open', {});
  const demo = await client.call('ledger.status', {});
  expect(demo).toMatchObject({ demo: true, hasDemo: true });
  expect(demo.orders).toBeGreaterThan(1000);
  await client.call('settings.change', { fontSize: 18, rfmDefinition: 'ntile' });
  await client.call('demo.leave', {});
  expect(await client.call('ledger.status', {})).toMatchObject({ demo: false, hasDemo: true, orders: 0 });
  // The size of letters is this computer's; the rule is the ledger's.
  expect(await client.call('settings.read', {})).toMatchObject({ fontSize: 18, rfmDefinition: 'quantile' });
  await client.call('demo.open', {});
  expect((await client.call('ledger.status', {})).orders).toBe(demo.orders);
  await client.call('demo.remove', {});
  expect(await client.call('ledger.status', {})).toMatchObject({ demo: false, hasDemo: false, orders: 0 });
  expect(existsSync(join(folder, 'demo'))).toBe(false);
});

test('a backup is previewed and restored, and the restore is taken back', async () => {
  const folder = temporaryFolder();
  const host = startHost(join(folder, 'data'));
  const { client } = host;
  await importFiles(host, [writeTaobaoFile(join(folder, 'ExportOrderList1.csv'), { orders: 100 })]);
  const { name } = await client.call('backups.make', {});
  // No longer backed up as it stands: the next import makes a backup of its own.
  await client.call('settings.change', { rfmDefinition: 'ntile' });
  await importFiles(host, [writeTaobaoFile(join(folder, 'ExportOrderList2.csv'), { orders: 50, first: 500 })]);
  // One may be the backup of the day, made in the background.
  const reasons = (await client.call('backups.list', {})).backups.map(({ reason }) => reason);
  expect(reasons).toEqual(expect.arrayContaining(['import', 'owner']));
  const preview = await client.call('backups.preview', { name });
  expect([preview.present.orders, preview.restored.orders]).toEqual([150, 100]);
  const { undoName } = await client.call('backups.restore', { name });
  expect((await client.call('ledger.status', {})).orders).toBe(100);
  await client.call('settings.change', { fontSize: 15, rfmDefinition: 'typed' });
  await client.call('backups.restore', { name: undoName });
  expect(await client.call('settings.read', {})).toMatchObject({ fontSize: 15, rfmDefinition: 'ntile' });
  expect((await client.call('ledger.status', {})).orders).toBe(150);
  expect((await client.call('ledger.verify', {})).ok).toBe(true);
});

test('a page cannot name a path as a backup; a ticket of a chosen file it can', async () => {
  const folder = temporaryFolder();
  const host = startHost(join(folder, 'data'));
  const made = await host.client.call('backups.make', {});
  const path = join(folder, 'data', 'backups', made.name);
  for (const name of [path, `../backups/${made.name}`, '/etc/passwd', 'nothing.db'])
    await expect(host.client.call('backups.preview', { name })).rejects.toMatchObject({ code: 'backup-not-found' });
  const ticket = await host.ticketFor(path);
  expect((await host.client.call('backups.preview', { name: ticket })).restored.orders).toBe(0);
});

test('a list is exported to the place the person chose, and a place that cannot be written is a Problem', async () => {
  const folder = temporaryFolder();
  const host = startHost(join(folder, 'data'));
  await importFiles(host, [writeTaobaoFile(join(folder, 'ExportOrderList1.csv'), { orders: 100 })]);
  const request = {
    filter: {},
    basis: { on: '2026-01-01', definition: 'quantile' as const },
    sort: { by: 'netMinor' as const, descending: true },
    columns: ['name' as const, 'orders' as const],
    wholePhones: false,
    language: 'zh-CN' as const,
    format: 'csv' as const,
  };
  const path = join(folder, '客户.csv');
  const { rows } = await host.client.call('lists.export', { ...request, target: await host.targetFor(path) });
  expect(rows).toBeGreaterThan(10);
  expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(rows + 1);
  const nowhere = await host.targetFor(join(folder, 'missing', '客户.csv'));
  await expect(host.client.call('lists.export', { ...request, target: nowhere })).rejects.toMatchObject({
    code: 'save-failed',
  });
  const file = await host.ticketFor(path);
  await expect(host.client.call('lists.export', { ...request, target: file })).rejects.toMatchObject({
    code: 'ticket-unknown',
  });
});
