/** A first import makes a new ledger that takes the place of the empty one: pages are answered on the way, and what is written meanwhile is in it. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type BuiltHost, startHost } from '../support/built-host.ts';
import { checkFiles } from '../support/import-files.ts';
import { writeTaobaoFile } from '../support/taobao-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ORDERS = 20_000;

interface Ready {
  readonly host: BuiltHost;
  readonly data: string;
  readonly check: string;
}

async function readyToApply(): Promise<Ready> {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  const host = startHost(data);
  const { check } = await checkFiles(host, [writeTaobaoFile(join(folder, 'ExportOrderList1.csv'), { orders: ORDERS })]);
  return { host, data, check };
}

function whenWriting(host: BuiltHost): Promise<void> {
  return new Promise((resolve) => {
    host.client.subscribe('imports.progress', ({ job, phase }) => {
      if (job === 'apply' && phase === 'writing') resolve();
    });
  });
}

test('what the owner sets while the first file is posted waits where it can be seen, and is kept in the new ledger', async () => {
  const { host, data, check } = await readyToApply();
  const waiting: number[] = [];
  host.client.subscribe('ledger.waiting', ({ writes }) => waiting.push(writes));
  const writing = whenWriting(host);
  const applying = host.client.call('imports.apply', { job: 'apply', check });
  await writing;
  const setting = host.client.call('settings.change', { includeLikely: false });
  expect((await host.client.call('ledger.totals', {})).orders).toBe(0);
  await Promise.all([applying, setting]);
  expect(waiting).toContain(1);
  expect(waiting.at(-1)).toBe(0);
  expect((await host.client.call('settings.read', {})).includeLikely).toBe(false);
  expect((await host.client.call('ledger.totals', {})).orders).toBe(ORDERS);
  expect((await host.client.call('ledger.verify', {})).ok).toBe(true);
  // Nothing of the making is left, and no log of the ledger of before.
  expect(readdirSync(data).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect(readdirSync(join(data, 'stage'))).toEqual([]);
});

test('cancelled, it leaves the empty ledger and the check, which can be posted again', async () => {
  const { host, data, check } = await readyToApply();
  const writing = whenWriting(host);
  const ended = expect(host.client.call('imports.apply', { job: 'apply', check })).rejects.toMatchObject({
    code: 'import-cancelled',
  });
  await writing;
  await host.client.call('imports.cancel', { job: 'apply' });
  await ended;
  expect((await host.client.call('ledger.totals', {})).orders).toBe(0);
  expect(readdirSync(data).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  await host.client.call('imports.apply', { job: 'again', check });
  expect((await host.client.call('ledger.totals', {})).orders).toBe(ORDERS);
  expect(readdirSync(data).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
