/** The search index is made after an import, step by step; killed at any moment, the next start goes on, and search is right all along. */

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stateHash } from '../../src-main/importing/state-hash.ts';
import { matchingCustomers } from '../../src-main/ledger/find-customers.ts';
import { openForReading, openForWriting } from '../../src-main/ledger/open-ledger.ts';
import { type BuiltHost, startHost } from '../support/built-host.ts';
import { importFiles } from '../support/import-files.ts';
import { writeTaobaoFile } from '../support/taobao-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ORDERS = 5000;
const words = [
  '茶客12',
  '明',
  '敏静',
  'zhao',
  'zm',
  'qian',
  '0012',
  '13812',
  '1700000000000000097',
  '700388',
  '赵 茶客1',
  '无此人',
];

function found(folder: string, mark = false): readonly (readonly number[])[] {
  const ledger = mark ? openForWriting(folder, 1000) : openForReading(folder);
  // Everybody marked: nobody is looked up in the index. Taken back before anybody sees it.
  if (mark) ledger.connection.exec('begin; insert or ignore into search_pending select customer_id from customer');
  const answers = words.map((word) => [...new Set(matchingCustomers(ledger, word).flat())].sort((a, b) => a - b));
  if (mark) ledger.connection.exec('rollback');
  ledger.connection.close();
  return answers;
}

function asked(folder: string, sql: string): number {
  const ledger = openForReading(folder);
  const answer = Number(ledger.connection.prepare(sql).pluck().get());
  ledger.connection.close();
  return answer;
}

const marked = (folder: string): number => asked(folder, 'select count(*) from search_pending');

function hashOf(folder: string): string {
  const ledger = openForReading(folder);
  const hash = stateHash(ledger);
  ledger.connection.close();
  return hash;
}

async function hits(host: BuiltHost, text: string): Promise<number> {
  return (await host.client.call('customers.find', { text, limit: 50 })).hits.length;
}

test('killed at random moments, indexing goes on where it was and comes to the same index', {
  timeout: 240_000,
}, async () => {
  const folder = temporaryFolder();
  const file = writeTaobaoFile(join(temporaryFolder(), 'ExportOrderList1.csv'), { orders: ORDERS, perBuyer: 1 });
  const first = startHost(folder);
  await importFiles(first, [file]);
  await first.kill();
  const all = asked(folder, 'select count(*) from customer');
  expect(all).toBe(ORDERS);
  const hash = hashOf(folder);
  let left = marked(folder);
  expect(left).toBeGreaterThan(0);
  for (let kill = 0; kill < 6; kill += 1) {
    const host = startHost(folder);
    expect(await hits(host, '茶客1234')).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 90 + Math.random() * 120));
    await host.kill();
    const now = marked(folder);
    expect(now).toBeLessThanOrEqual(left);
    left = now;
    expect(hashOf(folder)).toBe(hash);
    expect(found(folder)).toEqual(found(folder, true));
  }
  const last = startHost(folder);
  await expect.poll(() => marked(folder), { timeout: 60_000, interval: 200 }).toBe(0);
  await last.close();
  expect(asked(folder, 'select count(*) from customer_search')).toBe(all);
  const answers = found(folder);
  expect(answers).toEqual(found(folder, true));
  expect(answers.filter((ids) => ids.length > 0).length).toBeGreaterThanOrEqual(8);
  expect(hashOf(folder)).toBe(hash);
  const ledger = openForWriting(folder, 1000);
  ledger.connection.exec("insert into customer_search (customer_search) values ('integrity-check')");
  ledger.connection.close();
});
