/** Filters and segments, asked of the built host across a process: counted, listed, saved, fixed, taken back. */

import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FilterNode } from '../../src-shared/contract/filters.ts';
import { dayOf } from '../../src-shared/day.ts';
import { type BuiltHost, startHost } from '../support/built-host.ts';
import { importFiles } from '../support/import-files.ts';
import { monthFiles } from '../support/month-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const on = dayOf('2024-04-30') ?? expect.fail('a day');
const basis = { on, definition: 'quantile' } as const;
const sort = { by: 'netMinor', descending: true } as const;

async function hostWith(months: readonly number[]): Promise<BuiltHost> {
  const host = startHost(join(temporaryFolder(), 'data'));
  for (const file of monthFiles(temporaryFolder(), months)) await importFiles(host, [file]);
  return host;
}

const inFebruary: FilterNode = { field: 'bought', days: { daysAgo: { from: 60, to: 90 } } };
const twiceInApril: FilterNode = { field: 'bought', days: { calendar: 'thisMonth' }, times: { from: 2 } };
const someone: FilterNode = { field: 'buyerId', test: 'ends', texts: ['1', '2', '3'] };

test('customers.count counts whom customers.list lists, and its SQL finds the same; customers.values names what there is', async () => {
  const { client } = await hostWith([1, 2, 4]);
  const filter = { where: { all: [inFebruary, { none: [twiceInApril, someone] }] } };
  const count = await client.call('customers.count', { filter, basis });
  const list = await client.call('customers.list', { filter, basis, sort, window: { from: 0, count: 50 } });
  expect(count.total).toBeGreaterThan(0);
  expect(count.total).toBeLessThan(count.of);
  expect(list).toMatchObject({ total: count.total, certain: count.certain, likely: count.likely });
  expect(count.sql).toMatch(/^-- 满足[^\n]*\n-- The customers/);
  expect(count.params).toMatchObject({
    on: '2024-04-30',
    currency: 'CNY',
    c1_first: '2024-01-31',
    c1_last: '2024-03-01',
  });
  const why = await client.call('explain.list', { filter, basis });
  expect(why.facts.find(({ name }) => name === 'customers')?.value).toBe(String(count.total));
  expect(why.sql).toContain(':c1_first');
  const { values } = await client.call('customers.values', { field: 'product' });
  expect(values[0]?.count).toBeGreaterThan(0);
  const [first] = values;
  const bought: FilterNode = { field: 'bought', product: { test: 'is', texts: [first?.text ?? ''] } };
  expect((await client.call('customers.count', { filter: { where: bought }, basis })).total).toBeGreaterThan(0);
  // Nobody typed a filter of this kind.
  await expect(client.call('customers.count', { filter: { where: { any: [] } }, basis })).rejects.toMatchObject({
    code: 'params-invalid',
  });
});

test('segments.save, segments.rename, segments.freeze, segments.thaw and segments.remove make versions that can be taken back', async () => {
  const host = await hostWith([1, 2]);
  const { client } = host;
  const where: FilterNode = { all: [{ field: 'orders', to: 2 }] };
  const { segment, edit } = await client.call('segments.save', { segment: null, name: ' 老客 ', where });
  const members = async (): Promise<number> =>
    (await client.call('customers.count', { filter: { where: { field: 'segment', in: [segment] } }, basis })).total;
  const { total } = await client.call('customers.count', { filter: { where }, basis });
  expect(await members()).toBe(total);
  expect((await client.call('segments.list', {})).segments).toEqual([
    { segment, name: '老客', where, fixed: null, version: 1 },
  ]);
  await client.call('segments.rename', { segment, name: '熟客' });
  const frozen = await client.call('segments.freeze', { segment, basis });
  expect(frozen.customers).toBe(total);
  const [file] = monthFiles(temporaryFolder(), [4]);
  await importFiles(host, [file ?? '']);
  const now = (await client.call('customers.count', { filter: { where }, basis })).total;
  // Who bought more meanwhile is still in it.
  expect([total, now]).toEqual([10, 0]);
  expect(await members()).toBe(total);
  await client.call('segments.thaw', { segment });
  expect(await members()).toBe(now);
  const { versions } = await client.call('segments.versions', { segment });
  expect(versions.map(({ reason }) => reason)).toEqual([
    'segments.thaw',
    'segments.freeze',
    'segments.rename',
    'segments.save',
  ]);
  expect(versions.map(({ content }) => content?.fixed === null)).toEqual([true, false, true, true]);
  // Taking back the last act brings back the people who were fixed.
  await client.call('journal.undo', { edit: versions[0]?.edit ?? 0 });
  expect(await members()).toBe(total);
  expect((await client.call('segments.list', {})).segments[0]).toMatchObject({ name: '熟客', version: 3 });
  const removed = await client.call('segments.remove', { segment });
  await expect(members()).rejects.toMatchObject({ code: 'segment-unknown' });
  await client.call('journal.undo', { edit: removed.edit });
  expect(await members()).toBe(total);
  await client.call('journal.undo', { edit: removed.edit });
  const { entries } = await client.call('journal.list', { window: { from: 0, count: 50 } });
  expect(entries.filter(({ reason }) => reason.startsWith('segments.'))).toHaveLength(5);
  expect(new Set(entries.map(({ subject }) => subject))).toEqual(new Set(['老客', '熟客']));
  expect(edit).toBeLessThan(removed.edit);
});

test('a segment may be described by another, never by itself, and is not removed while it is needed', async () => {
  const { client } = await hostWith([1]);
  const one = await client.call('segments.save', { segment: null, name: '一', where: { field: 'orders', from: 1 } });
  const other = await client.call('segments.save', {
    segment: null,
    name: '二',
    where: {
      all: [
        { field: 'segment', in: [one.segment] },
        { field: 'certainty', in: ['certain'] },
      ],
    },
  });
  const round = { segment: one.segment, name: '一', where: { field: 'segment' as const, in: [other.segment] } };
  await expect(client.call('segments.save', round)).rejects.toMatchObject({ code: 'segment-of-itself' });
  await expect(client.call('segments.remove', { segment: one.segment })).rejects.toMatchObject({
    code: 'segment-in-use',
    details: { segment: '一', by: '二' },
  });
  await client.call('segments.remove', { segment: other.segment });
  await client.call('segments.remove', { segment: one.segment });
  expect((await client.call('segments.list', {})).segments).toEqual([]);
  await expect(client.call('segments.versions', { segment: 99 })).rejects.toMatchObject({ code: 'segment-unknown' });
});
