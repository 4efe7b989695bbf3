/** Damaged rows and remembered columns, asked of the built host across a process. */

import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mappingFileSchema } from '../../src-shared/contract/mappings.ts';
import { csvOf, soundRow, soundRows, withCells } from '../host/importing/damaged-shop.ts';
import { type BuiltHost, startHost } from '../support/built-host.ts';
import { importFiles } from '../support/import-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const spoilt = withCells(soundRows(4), 1, { 订单编号: '3.94822E+18' });

interface Shop {
  readonly host: BuiltHost;
  readonly folder: string;
  file(name: string, text: string): string;
}

function newShop(): Shop {
  const folder = temporaryFolder();
  return {
    folder,
    host: startHost(join(folder, 'data')),
    file(name, text) {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
  };
}

async function check({ host }: Shop, path: string, fixes?: { row: number; column: number; typed: string }[]) {
  const ticket = await host.ticketFor(path);
  return host.client.call('imports.check', {
    job: randomUUID(),
    files: [{ ticket, ...(fixes === undefined ? {} : { fixes }) }],
  });
}

test('imports.candidates finds the order of a spoilt number; its number as a fix makes the row one of its rows', async () => {
  const shop = newShop();
  await importFiles(shop.host, [shop.file('第一次.csv', csvOf(soundRows(4)))]);
  const path = shop.file('订单.csv', csvOf(spoilt));
  const first = await check(shop, path);
  expect(first.batches[0]?.orders.skipped).toBe(1);
  const { candidates, column } = await shop.host.client.call('imports.candidates', {
    check: first.check,
    batch: 0,
    file: 0,
    row: 3,
  });
  expect(candidates[0]?.orderNumber).toBe(soundRow(1)[0]);
  const typed = candidates[0]?.orderNumber ?? '';
  const fixed = await check(shop, path, [{ row: 3, column: column ?? 0, typed }]);
  expect(fixed.batches[0]).toMatchObject({ orders: { same: 4, skipped: 0 }, cellsFixed: 1 });
});

test('imports.report writes a workbook; aside.list, aside.candidates, aside.attach and aside.letGo look after the rows', async () => {
  const shop = newShop();
  const { client } = shop.host;
  await importFiles(shop.host, [shop.file('第一次.csv', csvOf(soundRows(4)))]);
  const twice = withCells(spoilt, 2, { 买家实际支付金额: '一百' });
  const { check: name } = await check(shop, shop.file('订单.csv', csvOf(twice)));
  const path = join(shop.folder, '问题单.xlsx');
  const target = await shop.host.targetFor(path);
  const written = await client.call('imports.report', { of: { check: name }, language: 'zh-CN', target });
  expect(written.problems).toBe(2);
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
  const aside = ['order-number-scientific', 'amount-unreadable'] as const;
  await client.call('imports.apply', { job: 'a', check: name, aside: [...aside] });
  const window = { from: 0, count: 10 };
  const { rows, total } = await client.call('aside.list', { window });
  expect(total).toBe(2);
  const [spoiltRow, otherRow] = rows;
  if (spoiltRow === undefined || otherRow === undefined) throw new Error('two rows are put aside');
  const place = { file: spoiltRow.file, row: spoiltRow.row };
  const { candidates } = await client.call('aside.candidates', place);
  const order = candidates[0]?.order ?? 0;
  const { edit } = await client.call('aside.attach', { ...place, order });
  expect((await client.call('orders.sources', { order })).rows).toHaveLength(2);
  await client.call('aside.letGo', { file: otherRow.file, row: otherRow.row });
  expect((await client.call('aside.list', { window })).total).toBe(0);
  const { entries } = await client.call('journal.list', { window });
  expect(entries.map(({ reason }) => reason)).toEqual(['aside.letGo', 'aside.attach']);
  await client.call('journal.undo', { edit });
  expect((await client.call('aside.list', { window })).total).toBe(1);
  expect((await client.call('ledger.verify', {})).ok).toBe(true);
});

test('mappings.keep, mappings.export and mappings.import take remembered columns from one computer to another', async () => {
  const [one, other] = [newShop(), newShop()];
  const text = '流水,什么时候,谁,手机,收了\nMD2600001,2026-07-01 10:20,王女士,13912345001,68.00\n';
  const path = one.file('门店 7 月.csv', text);
  const ticket = await one.host.ticketFor(path);
  const { findings } = await one.host.client.call('imports.recognise', { tickets: [{ ticket }] });
  const [finding] = findings;
  if (finding === undefined) throw new Error('no finding');
  expect(finding.mapping).toBeNull();
  const columns = { orderNumber: [0], orderedAt: [1], receiverName: [2], receiverPhone: [3], paid: [4] };
  const kept = { name: finding.name, header: finding.header, mapping: { ...finding.guess, columns } };
  expect(await one.host.client.call('mappings.keep', kept)).toEqual({ replaced: false });
  const file = join(one.folder, 'columns.json');
  const target = await one.host.targetFor(file);
  expect(await one.host.client.call('mappings.export', { target })).toEqual({ mappings: 1 });
  expect(mappingFileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).mappings).toHaveLength(1);
  expect(existsSync(`${file}.part`)).toBe(false);
  const from = await other.host.ticketFor(file);
  expect(await other.host.client.call('mappings.import', { ticket: from })).toEqual({ added: 1, replaced: 0 });
  expect(await other.host.client.call('mappings.import', { ticket: from })).toEqual({ added: 0, replaced: 1 });
  // The next month's file is read without a question, on the other computer as well.
  const august = other.file('门店 8 月.csv', text.replaceAll('2026-07', '2026-08').replace('MD26', 'MD27'));
  expect((await check(other, august)).batches[0]?.orders.new).toBe(1);
  const wrong = await other.host.ticketFor(august);
  await expect(other.host.client.call('mappings.import', { ticket: wrong })).rejects.toMatchObject({
    code: 'mappings-unreadable',
  });
});
