/** Fields of the owner's, saved views and why somebody is in a segment, asked of the built host across a process. */

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
