/** A ledger that cannot be opened, through the built host: what is still answered, how it comes back, and what stays as it was. */

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type BuiltHost, startHost } from '../support/built-host.ts';
import { importFiles } from '../support/import-files.ts';
import { mountReadOnly, noReadOnlyFolder } from '../support/read-only-folder.ts';
import { writeTaobaoFile } from '../support/taobao-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Kept {
  readonly folder: string;
  readonly ledger: string;
  /** The newest backup, with 100 orders; the ledger itself holds 150. */
  readonly backup: string;
}

/** A closed ledger with a backup, older by one import. */
async function kept(): Promise<Kept> {
  const root = temporaryFolder();
  const folder = join(root, 'data');
  const host = startHost(folder);
  await importFiles(host, [writeTaobaoFile(join(root, 'ExportOrderList1.csv'), { orders: 100 })]);
  const { name } = await host.client.call('backups.make', {});
  // No longer backed up as it stands: the next import makes a backup of its own.
  await host.client.call('settings.change', { rfmDefinition: 'ntile' });
  await importFiles(host, [writeTaobaoFile(join(root, 'ExportOrderList2.csv'), { orders: 50, first: 500 })]);
  await host.close();
  return { folder, ledger: join(folder, 'ledger.db'), backup: name };
}

/** Zeroes pages in the middle: the file opens, and is damaged all the same. */
function spoilMiddle(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + 40_960);
  writeFileSync(path, bytes);
}

async function bringBack({ client }: BuiltHost, { folder, backup }: Kept): Promise<void> {
  const { backups } = await client.call('backups.list', {});
  expect(backups.map(({ name }) => name)).toContain(backup);
  const found = await client.call('backups.preview', { name: backup });
  expect(found.restored.orders).toBe(100);
  await client.call('backups.restore', { name: backup });
  expect(await client.call('ledger.status', {})).toMatchObject({ orders: 100, warning: null, folder });
  expect((await client.call('ledger.verify', {})).ok).toBe(true);
  await client.call('settings.change', { rfmDefinition: 'ntile' });
}

test('a damaged ledger is said to be damaged, a backup is looked into and restored, the damaged file is kept', async () => {
  const before = await kept();
  writeFileSync(before.ledger, '订单编号,买家会员名\n'.repeat(500));
  const bytes = readFileSync(before.ledger);
  const host = startHost(before.folder);
  expect(await host.client.call('ledger.status', {})).toMatchObject({
    warning: 'ledger-damaged',
    orders: 0,
    customers: 0,
    folder: before.folder,
  });
  expect(await host.client.call('settings.read', {})).toMatchObject({ fontSize: 13 });
  await expect(host.client.call('ledger.totals', {})).rejects.toMatchObject({ code: 'ledger-damaged' });
  await expect(host.client.call('settings.change', { fontSize: 15 })).rejects.toMatchObject({ code: 'ledger-damaged' });
  const changed = host.nextRaw((message) => JSON.stringify(message).includes('ledger.changed'));
  expect((await host.client.call('backups.preview', { name: before.backup })).present.orders).toBe(0);
  expect(readFileSync(before.ledger)).toEqual(bytes);
  await bringBack(host, before);
  await changed;
  const aside = readdirSync(before.folder).filter((name) => /^ledger-damaged-.*\.db$/.test(name));
  expect(aside).toHaveLength(1);
  expect(readFileSync(join(before.folder, aside[0] ?? ''))).toEqual(bytes);
  await host.close();
  const again = startHost(before.folder);
  expect((await again.client.call('ledger.status', {})).orders).toBe(100);
});

test('a ledger that is gone while its backups are there is not begun anew, and comes back or is put back', async () => {
  const before = await kept();
  const elsewhere = join(before.folder, '..', 'moved.db');
  renameSync(before.ledger, elsewhere);
  const host = startHost(before.folder);
  expect(await host.client.call('ledger.status', {})).toMatchObject({ warning: 'ledger-missing', orders: 0 });
  expect(existsSync(before.ledger)).toBe(false);
  // Put back by hand: the next look finds it.
  renameSync(elsewhere, before.ledger);
  expect(await host.client.call('ledger.status', {})).toMatchObject({ warning: null, orders: 150 });
  await host.close();
  renameSync(before.ledger, elsewhere);
  await bringBack(startHost(before.folder), before);
});

test('a damaged backup is refused, and the damaged ledger waits for another one', async () => {
  const before = await kept();
  writeFileSync(before.ledger, 'not a ledger at all '.repeat(100));
  spoilMiddle(join(before.folder, 'backups', before.backup));
  const { client } = startHost(before.folder);
  await expect(client.call('backups.restore', { name: before.backup })).rejects.toMatchObject({
    code: 'backup-damaged',
  });
  expect(await client.call('ledger.status', {})).toMatchObject({ warning: 'ledger-damaged' });
  const other = (await client.call('backups.list', {})).backups.find(({ name }) => name !== before.backup);
  await client.call('backups.restore', { name: other?.name ?? '' });
  expect((await client.call('ledger.status', {})).orders).toBe(100);
});

test('a ledger in use elsewhere is opened as soon as the other program has ended', async () => {
  const before = await kept();
  const first = startHost(before.folder);
  await first.client.call('ledger.status', {});
  const second = startHost(before.folder);
  for (const method of ['ledger.status', 'settings.read', 'backups.list'] as const)
    await expect(second.client.call(method, {})).rejects.toMatchObject({ code: 'ledger-in-use' });
  await first.close();
  expect(await second.client.call('ledger.status', {})).toMatchObject({ orders: 150, warning: null });
  expect((await second.client.call('ledger.totals', {})).orders).toBe(150);
});

test('damage found after a crash is told, stays told until a backup is restored, and is gone then', async () => {
  const before = await kept();
  const killed = startHost(before.folder);
  await killed.client.call('ledger.status', {});
  await killed.kill();
  spoilMiddle(before.ledger);
  // Closed in good order without a restore: the next start looks again.
  for (let start = 0; start < 2; start += 1) {
    const found = startHost(before.folder);
    await expect
      .poll(async () => (await found.client.call('ledger.status', {})).warning, { timeout: 20_000 })
      .toBe('ledger-damaged');
    await found.close();
  }
  const host = startHost(before.folder);
  await expect
    .poll(async () => (await host.client.call('ledger.status', {})).warning, { timeout: 20_000 })
    .toBe('ledger-damaged');
  await bringBack(host, before);
  await host.close();
  const mended = startHost(before.folder);
  expect(await mended.client.call('ledger.status', {})).toMatchObject({ warning: null, orders: 100 });
});

const copies = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('regulars-look-'));

test('a folder that can only be read is looked at, writes are refused, and no copy is left behind', async (context) => {
  const before = await kept();
  const bytes = readFileSync(before.ledger);
  if (!mountReadOnly(before.folder)) return context.skip(noReadOnlyFolder);
  const others = new Set(copies());
  const host = startHost(before.folder);
  const { client } = host;
  expect(await client.call('ledger.status', {})).toMatchObject({
    readOnly: true,
    orders: 150,
    warning: null,
    demo: false,
    folder: before.folder,
  });
  expect((await client.call('backups.list', {})).backups.map(({ name }) => name)).toContain(before.backup);
  expect((await client.call('ledger.verify', {})).ok).toBe(true);
  const page = await client.call('customers.find', { text: '茶客1', limit: 5 });
  expect(JSON.stringify(page).length).toBeGreaterThan(10);
  const refused = { code: 'ledger-read-only', details: { folder: before.folder } };
  await expect(client.call('settings.change', { fontSize: 15 })).rejects.toMatchObject(refused);
  await expect(client.call('backups.make', {})).rejects.toMatchObject(refused);
  await expect(client.call('backups.restore', { name: before.backup })).rejects.toMatchObject(refused);
  await expect(client.call('demo.open', {})).rejects.toMatchObject(refused);
  const ticket = await host.ticketFor(writeTaobaoFile(join(temporaryFolder(), 'List.csv'), { orders: 5 }));
  await expect(client.call('imports.check', { job: 'j', files: [{ ticket }] })).rejects.toMatchObject(refused);
  await host.close();
  expect(copies().filter((name) => !others.has(name))).toEqual([]);
  expect(readFileSync(before.ledger)).toEqual(bytes);
});

test('what a killed program left in its WAL is seen in a folder that can only be read', async (context) => {
  const before = await kept();
  const killed = startHost(before.folder);
  await killed.client.call('settings.change', { fontSize: 17, rfmDefinition: 'ntile' });
  await killed.kill();
  expect(existsSync(`${before.ledger}-wal`)).toBe(true);
  if (!mountReadOnly(before.folder)) return context.skip(noReadOnlyFolder);
  const host = startHost(before.folder);
  expect(await host.client.call('settings.read', {})).toMatchObject({ fontSize: 17, rfmDefinition: 'ntile' });
  // Killed too: its copy goes with the next one that looks.
  await host.kill();
  const mine = `regulars-look-${host.child.pid}-`;
  expect(copies().some((name) => name.startsWith(mine))).toBe(true);
  await startHost(before.folder).client.call('ledger.status', {});
  expect(copies().some((name) => name.startsWith(mine))).toBe(false);
});

test('a folder that can only be read and holds no ledger is a Problem that says so', async (context) => {
  const folder = join(temporaryFolder(), 'data');
  mkdirSync(folder);
  if (!mountReadOnly(folder)) return context.skip(noReadOnlyFolder);
  const { client } = startHost(folder);
  await expect(client.call('ledger.status', {})).rejects.toMatchObject({ code: 'ledger-read-only' });
});

test('a figure is explained by the lines the page tries, and by the saved ones where it gives none', async () => {
  const before = await kept();
  const { client } = startHost(before.folder);
  const question = { name: 'tier-summary', on: '2026-01-01', tier: 'RFM' as const, definition: 'typed' as const };
  const lines = { recencyDays: 100_000, frequency: 1, netMinor: 1 };
  const saved = await client.call('explain.metric', question);
  const tried = await client.call('explain.metric', { ...question, lines });
  expect(tried.orderCount).toBeGreaterThan(saved.orderCount);
  await client.call('settings.change', { typedLines: lines });
  expect((await client.call('explain.metric', question)).orderCount).toBe(tried.orderCount);
});
