/** Fields of the owner's, saved views and why somebody is in a segment, asked of the built host across a process. */

import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dayOf } from '../../src-shared/day.ts';
import { startHost } from '../support/built-host.ts';
import { importFiles } from '../support/import-files.ts';
import { monthFiles } from '../support/month-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const basis = { on: dayOf('2026-08-20') ?? expect.fail('a day'), definition: 'quantile' } as const;

test('fields.save, customers.setField and fields.remove; a list is found by, sorted by and printed with one', async () => {
  const host = startHost(`${temporaryFolder()}/data`);
  await importFiles(host, monthFiles(temporaryFolder(), [1, 2]));
  const { client } = host;
  const made = await client.call('fields.save', {
    field: null,
    name: '皮肤',
    type: 'choice',
    choices: [
      { choice: null, name: '干性' },
      { choice: null, name: '油性' },
    ],
  });
  expect(made.field).toBe(1);
  await client.call('customers.setField', { customer: 2, field: 1, value: '油性' });
  await client.call('customers.setField', { customer: 1, field: 1, value: '干性' });
  const again = await client.call('customers.setField', { customer: 1, field: 1, value: '干性' });
  expect(again).toEqual({ edit: null });
  const sort = { by: 'field:1', descending: true } as const;
  const list = await client.call('lists.compose', {
    filter: { where: { field: 'custom', custom: 1, test: 'filled' } },
    basis,
    sort,
    columns: ['name', 'field:1', 'field:9'],
    wholePhones: false,
    language: 'zh-CN',
    limit: 10,
  });
  // A column of a field that there is not is left out.
  expect(list).toMatchObject({ total: 2, heads: ['客户', '皮肤'] });
  expect(list.rows.map((row) => row.at(-1))).toEqual(['油性', '干性']);
  const { edit } = await client.call('fields.remove', { field: 1 });
  await expect(client.call('fields.remove', { field: 1 })).rejects.toMatchObject({ code: 'field-unknown' });
  expect(await client.call('fields.list', {})).toEqual({ fields: [] });
  await client.call('journal.undo', { edit });
  expect((await client.call('fields.list', {})).fields).toMatchObject([{ name: '皮肤', customers: 2 }]);
});

test('segments.ofCustomer and explain.membership say who is in it and why, with the orders behind it', async () => {
  const host = startHost(`${temporaryFolder()}/data`);
  await importFiles(host, monthFiles(temporaryFolder(), [1, 2]));
  const { client } = host;
  const bought = { field: 'bought', times: { from: 2 } } as const;
  await client.call('segments.save', {
    segment: null,
    name: '来过两次',
    where: { all: [bought, { none: [{ field: 'sellerNote', test: 'starts', texts: ['V-'] }] }] },
  });
  await client.call('segments.save', { segment: null, name: '其中', where: { field: 'segment', in: [1] } });
  const filter = { where: { field: 'segment' as const, in: [1] } };
  const window = { from: 0, count: 500 };
  const sort = { by: 'lastDay', descending: true } as const;
  const inside = await client.call('customers.list', { filter, basis, sort, window });
  const everybody = await client.call('customers.list', { filter: {}, basis, sort, window });
  const ids = new Set(inside.rows.map(({ id }) => id));
  expect(ids.size).toBeGreaterThan(0);
  expect(ids.size).toBeLessThan(everybody.total);
  for (const { id, orders } of everybody.rows.slice(0, 12)) {
    const { segments } = await client.call('segments.ofCustomer', { customer: id, basis });
    expect(segments.map(({ holds }) => holds)).toEqual([ids.has(id), ids.has(id)]);
    const { membership, isAsked } = await client.call('explain.membership', { customer: id, segment: 2, basis });
    expect([membership.holds, isAsked]).toEqual([ids.has(id), true]);
    const [outer] =
      'condition' in membership.verdict && membership.verdict.has.kind === 'segments'
        ? membership.verdict.has.segments
        : [];
    expect(outer).toMatchObject({
      name: '来过两次',
      verdict: { group: 'all', parts: [{ has: { kind: 'orders', count: orders } }, { group: 'none' }] },
    });
  }
  const nobody = { customer: 99_999, segment: 1, basis };
  await expect(client.call('explain.membership', nobody)).rejects.toMatchObject({ code: 'customer-unknown' });
  await expect(client.call('explain.membership', { ...nobody, customer: 1, segment: 9 })).rejects.toMatchObject({
    code: 'segment-unknown',
  });
});

test('views.save, views.list and views.remove', async () => {
  const { client } = startHost(`${temporaryFolder()}/data`);
  const content = {
    name: '姓王的',
    filter: { search: '王' },
    sort: { by: 'name', descending: false },
    columns: ['name'],
    density: 'compact',
  } as const;
  const { view } = await client.call('views.save', { view: null, ...content, columns: ['name'] });
  expect((await client.call('views.list', {})).views).toEqual([{ view, ...content }]);
  const { edit } = await client.call('views.remove', { view });
  expect((await client.call('views.list', {})).views).toEqual([]);
  await client.call('journal.undo', { edit });
  expect((await client.call('views.list', {})).views).toHaveLength(1);
});

test('a column of a file fills a field of the owner’s and tags, is remembered, and goes and comes back with the import', async () => {
  const host = startHost(`${temporaryFolder()}/data`);
  const { client } = host;
  const { field } = await client.call('fields.save', { field: null, name: '皮肤类型', type: 'text' });
  const path = `${temporaryFolder()}/会员.csv`;
  writeFileSync(
    path,
    '\ufeff单号,谁,哪天,多少钱,皮肤,标签\r\nA-1,阿梅,2026-03-01,12.50,干性,老客、送礼\r\nA-2,小芳,2026-03-02,9.00,,\r\n',
  );
  const mapping = {
    profile: 'own',
    granularity: 'order',
    columns: { orderNumber: [0], buyerId: [1], orderedAt: [2], total: [3] },
    dateOrder: 'ymd',
    assumePaid: true,
    currency: 'CNY',
    own: [
      { column: 4, fills: `field:${field}` },
      { column: 5, fills: 'tags' },
    ],
  } as const;
  const checked = await client.call('imports.check', {
    job: 'c',
    files: [
      {
        ticket: await host.ticketFor(path),
        mapping: {
          ...mapping,
          columns: { ...mapping.columns, orderNumber: [0], buyerId: [1], orderedAt: [2], total: [3] },
          own: [...mapping.own],
        },
      },
    ],
    remember: true,
  });
  expect(checked.batches[0]?.own).toEqual([
    { fills: `field:${field}`, name: '皮肤类型', values: 1 },
    { fills: 'tags', name: null, values: 1 },
  ]);
  const { batches } = await client.call('imports.apply', { job: 'a', check: checked.check });
  expect(batches[0]?.own?.map(({ filled, kept }) => [filled, kept])).toEqual([
    [1, 0],
    [2, 0],
  ]);
  const held = async () => [
    (await client.call('fields.list', {})).fields.map(({ customers }) => customers),
    (await client.call('tags.list', {})).tags.map(({ name }) => name),
  ];
  expect(await held()).toEqual([[1], ['老客', '送礼']]);
  // Remembered with the columns, and told in the history.
  const { findings } = await client.call('imports.recognise', { tickets: [{ ticket: await host.ticketFor(path) }] });
  expect(findings[0]?.mapping?.own).toEqual(mapping.own);
  const { entries } = await client.call('imports.history', {});
  expect(entries[0]?.report.own?.[0]).toMatchObject({ name: '皮肤类型', filled: 1 });
  // Taken to another computer the columns go without the owner's fields.
  const target = `${temporaryFolder()}/对列.json`;
  await client.call('mappings.export', { target: await host.targetFor(target) });
  expect(readFileSync(target, 'utf8')).not.toContain('field:');
  await client.call('imports.undo', { job: 'u', batch: batches[0]?.id ?? 0 });
  expect(await held()).toEqual([[0], []]);
  await client.call('imports.redo', { job: 'r', batch: batches[0]?.id ?? 0 });
  expect(await held()).toEqual([[1], ['老客', '送礼']]);
});
