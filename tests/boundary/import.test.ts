/** An import across real processes: the samples of 2022, and what a page does meanwhile. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type BuiltHost, startHost, workerOf } from '../support/built-host.ts';
import { checkFiles, importFiles } from '../support/import-files.ts';
import { writeTaobaoFile } from '../support/taobao-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const samples = fileURLToPath(new URL('../exports/samples/', import.meta.url));
const list2022 = join(samples, 'taobao_list_2022_ExportOrderList.xlsx');
const detail2022 = join(samples, 'taobao_detail_2022_ExportOrderDetailList.csv');

test('the list and details of 2022 come in together, are undone without a trace, and come back', async () => {
  const host = startHost(temporaryFolder());
  const { client } = host;
  const before = (await client.call('ledger.verify', {})).stateHash;
  const [batch] = await importFiles(host, [list2022, detail2022]);
  expect(batch?.files.map(({ name }) => name)).toHaveLength(2);
  const imported = await client.call('ledger.verify', {});
  expect(imported.ok).toBe(true);
  const totals = await client.call('ledger.totals', {});
  expect(totals.orders).toBe(batch?.orders.new);
  const [entry] = (await client.call('imports.history', {})).entries;
  await client.call('imports.undo', { job: 'undo', batch: entry?.batch ?? 0 });
  expect((await client.call('ledger.verify', {})).stateHash).toBe(before);
  await client.call('imports.redo', { job: 'redo', batch: entry?.batch ?? 0 });
  expect((await client.call('ledger.verify', {})).stateHash).toBe(imported.stateHash);
});

test('a page hears what an import does and which topics to ask again', async () => {
  const host = startHost(temporaryFolder());
  const told: string[] = [];
  host.client.subscribe('imports.progress', ({ job, phase }) => told.push(`${job} ${phase}`));
  host.client.subscribe('ledger.changed', ({ topics }) => told.push(topics.join(' ')));
  const { check } = await checkFiles(host, [list2022], 'page-1');
  await host.client.call('imports.apply', { job: 'page-2', check });
  expect(told).toContain('page-1 reading');
  expect(told.some((line) => line.startsWith('page-2 '))).toBe(true);
  expect(told.at(-1)).toContain('customers');
});

async function slowHost(orders: number): Promise<{ host: BuiltHost; folder: string; file: string }> {
  const folder = temporaryFolder();
  const file = writeTaobaoFile(join(folder, 'ExportOrderList.csv'), { orders });
  return { host: startHost(join(folder, 'data')), folder: join(folder, 'data'), file };
}

test('a check that is cancelled ends within a second and leaves nothing staged', async () => {
  const { host, folder, file } = await slowHost(30_000);
  const reading = new Promise<void>((resolve) => {
    host.client.subscribe('imports.progress', ({ done }) => {
      if (done > 0) resolve();
    });
  });
  const checking = checkFiles(host, [file], 'slow');
  const ended = expect(checking).rejects.toMatchObject({ code: 'import-cancelled' });
  await reading;
  const startMs = performance.now();
  expect(await host.client.call('imports.cancel', { job: 'slow' })).toEqual({ cancelled: true });
  await ended;
  expect(performance.now() - startMs).toBeLessThan(1000);
  expect(readdirSync(join(folder, 'stage'))).toEqual([]);
  expect(await host.client.call('imports.cancel', { job: 'slow' })).toEqual({ cancelled: false });
});

test('a check whose worker is killed ends in a fault, is not staged, and the next one works', async () => {
  const { host, folder, file } = await slowHost(20_000);
  const checking = checkFiles(host, [file], 'slow');
  const ended = expect(checking).rejects.toThrow();
  const worker = await workerOf(host);
  process.kill(worker, 'SIGKILL');
  await ended;
  expect(readdirSync(join(folder, 'stage'))).toEqual([]);
  const [batch] = await importFiles(host, [list2022]);
  expect(batch?.orders.new).toBeGreaterThan(0);
});

test('two imports at once: the second is told that one is running', async () => {
  const { host, file } = await slowHost(20_000);
  const { check } = await checkFiles(host, [file]);
  const other = await checkFiles(host, [list2022]);
  const applying = host.client.call('imports.apply', { job: 'a', check });
  const second = host.client.call('imports.apply', { job: 'b', check: other.check });
  await expect(second).rejects.toMatchObject({ code: 'import-running' });
  await applying;
  expect(await host.client.call('ledger.status', {})).toMatchObject({ orders: 20_000, importRunning: false });
});

test('a check that the ledger has left behind is not applied', async () => {
  const { host, file } = await slowHost(300);
  const first = await checkFiles(host, [file]);
  const second = await checkFiles(host, [list2022]);
  await host.client.call('imports.apply', { job: 'a', check: second.check });
  await expect(host.client.call('imports.apply', { job: 'b', check: first.check })).rejects.toMatchObject({
    code: 'check-is-stale',
  });
});
