/** Backups that the host makes while files are checked: an import need not make its own, and always finds a sound one of the very state it starts from. */

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type BuiltHost, startHost } from '../support/built-host.ts';
import { checkFiles, importFiles } from '../support/import-files.ts';
import { writeTaobaoFile } from '../support/taobao-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A host whose ledger has 100 orders, and a later file. */
async function begun(): Promise<{ host: BuiltHost; later: string }> {
  const root = temporaryFolder();
  const host = startHost(join(root, 'data'));
  await importFiles(host, [writeTaobaoFile(join(root, 'ExportOrderList1.csv'), { orders: 100 })]);
  return { host, later: writeTaobaoFile(join(root, 'ExportOrderList2.csv'), { orders: 50, first: 500 }) };
}

async function importBackups({ client }: BuiltHost): Promise<readonly string[]> {
  const { backups } = await client.call('backups.list', {});
  return backups.filter(({ reason }) => reason === 'import').map(({ name }) => name);
}

async function ordersIn({ client }: BuiltHost, name: string | undefined): Promise<number> {
  return (await client.call('backups.preview', { name: name ?? '' })).restored.orders;
}

test('while files are checked the ledger is backed up, and the import makes no second one', async () => {
  const { host, later } = await begun();
  const { check } = await checkFiles(host, [later]);
  await expect.poll(() => importBackups(host), { timeout: 20_000 }).toHaveLength(1);
  await host.client.call('imports.apply', { job: randomUUID(), check });
  const backups = await importBackups(host);
  expect(backups).toHaveLength(1);
  expect(await ordersIn(host, backups[0])).toBe(100);
});

test('an import that comes at once waits for the backup under way', async () => {
  const { host, later } = await begun();
  await importFiles(host, [later]);
  const backups = await importBackups(host);
  expect(backups).toHaveLength(1);
  expect(await ordersIn(host, backups[0])).toBe(100);
});

test('what is written after that backup is in one that the import makes itself', async () => {
  const { host, later } = await begun();
  const { check } = await checkFiles(host, [later]);
  await expect.poll(() => importBackups(host), { timeout: 20_000 }).toHaveLength(1);
  await host.client.call('settings.change', { rfmDefinition: 'ntile' });
  await host.client.call('imports.apply', { job: randomUUID(), check });
  const [newest, ...others] = await importBackups(host);
  expect(others).toHaveLength(1);
  await host.client.call('backups.restore', { name: newest ?? '' });
  expect(await host.client.call('settings.read', {})).toMatchObject({ rfmDefinition: 'ntile' });
  expect((await host.client.call('ledger.status', {})).orders).toBe(100);
});

test('an import that is cancelled while it waits for a backup changes nothing, and the backup is made', async () => {
  const { host, later } = await begun();
  const { check } = await checkFiles(host, [later]);
  const made = host.client.call('backups.make', {});
  const job = randomUUID();
  const applied = host.client.call('imports.apply', { job, check }).then(
    () => 'applied',
    (error: { code?: string }) => error.code,
  );
  await expect.poll(async () => (await host.client.call('imports.cancel', { job })).cancelled).toBe(true);
  expect(await applied).toBe('import-cancelled');
  expect((await made).orders).toBe(100);
  expect((await host.client.call('ledger.status', {})).orders).toBe(100);
  await host.client.call('imports.apply', { job, check });
  expect((await host.client.call('ledger.status', {})).orders).toBe(150);
});
