/** Tags and changes of many people, asked of the built host across a process, and by the command line. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dayOf } from '../../src-shared/day.ts';
import { root } from '../house/source-files.ts';
import { startHost } from '../support/built-host.ts';
import { importFiles } from '../support/import-files.ts';
import { monthFiles } from '../support/month-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const on = dayOf('2024-04-30') ?? expect.fail('a day');
const basis = { on, definition: 'quantile' } as const;
const sort = { by: 'netMinor', descending: true } as const;

test('tags.list, tags.save, tags.remove, customers.tag: given, renamed, removed and back', async () => {
  const host = startHost(join(temporaryFolder(), 'data'));
  for (const file of monthFiles(temporaryFolder(), [1, 2])) await importFiles(host, [file]);
  const { client } = host;
  const list = () => client.call('customers.list', { filter: {}, basis, sort, window: { from: 0, count: 3 } });
  const [first] = (await list()).rows;
  const customer = first?.id ?? expect.fail('nobody');
  await client.call('customers.tag', { customer, name: '爱茶', has: true });
  expect((await list()).rows[0]?.tags).toEqual(['爱茶']);
  const { tags } = await client.call('tags.list', {});
  expect(tags).toEqual([{ tag: 1, name: '爱茶', customers: 1 }]);
  await client.call('tags.save', { tag: 1, name: '喜茶' });
  expect((await client.call('customers.profile', { customer, basis })).customer.tags).toEqual(['喜茶']);
  const removed = await client.call('tags.remove', { tag: 1 });
  expect((await list()).rows[0]?.tags).toEqual([]);
  await client.call('journal.undo', { edit: removed.edit });
  expect((await list()).rows[0]?.tags).toEqual(['喜茶']);
});

test('customers.bulkPreview says what customers.bulkEdit does; undone, journal.kept names whom it left as they were', async () => {
  const host = startHost(join(temporaryFolder(), 'data'));
  for (const file of monthFiles(temporaryFolder(), [1, 2])) await importFiles(host, [file]);
  const { client } = host;
  const asked = { filter: {}, basis, change: { field: 'note', how: 'append', text: '老客' } } as const;
  const preview = await client.call('customers.bulkPreview', asked);
  expect(preview.changed).toBe(preview.total);
  const { edit, changed } = await client.call('customers.bulkEdit', asked);
  expect(changed).toBe(preview.changed);
  const { rows } = await client.call('customers.list', { filter: {}, basis, sort, window: { from: 0, count: 2 } });
  expect(rows.map(({ note }) => note)).toEqual(['老客', '老客']);
  const [hand, other] = rows.map(({ id }) => id);
  await client.call('customers.edit', { customer: hand ?? 0, field: 'note', value: '手写' });
  await client.call('journal.undo', { edit: edit ?? 0 });
  const kept = await client.call('journal.kept', { edit: edit ?? 0 });
  expect(kept).toMatchObject({ count: 1, people: [{ customer: hand }] });
  const noteOf = async (customer = 0) => (await client.call('customers.profile', { customer, basis })).customer.note;
  expect([await noteOf(hand), await noteOf(other)]).toEqual(['手写', null]);
});

test('tags on the command line: of a filter, one by one, in lists and files', () => {
  const data = join(temporaryFolder(), 'data');
  const run = (...words: readonly string[]): string => {
    const all = [join(root, 'dist/main/cli.mjs'), ...words, '--data', data];
    return spawnSync(process.execPath, all, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' } })
      .stdout;
  };
  const json = (...words: readonly string[]): unknown => JSON.parse(run(...words, '--json'));
  run('import', ...monthFiles(temporaryFolder(), [1, 2]));
  const twice = JSON.stringify({ field: 'orders', from: 2 });
  expect(json('tags', 'give', '熟客', '--filter', twice)).toMatchObject({
    changed: 10,
    tags: [{ tag: 1, name: '熟客', customers: 10 }],
  });
  const byTag = JSON.stringify({ field: 'tag', in: [1] });
  expect(json('customers', '--filter', byTag)).toMatchObject({ total: 10 });
  expect(json('segments', 'save', '--name', '带标签', '--filter', byTag)).toMatchObject({ sentence: '有标签“熟客”' });
  expect(json('tags', 'take', '熟客', '1', '--filter', byTag)).toMatchObject({ tags: [{ name: '熟客' }] });
  expect(json('tags', 'rename', '熟客', '--name', '回头客')).toMatchObject({ tags: [{ name: '回头客' }] });
  const file = join(temporaryFolder(), 'list.csv');
  run('customers', '--filter', byTag, '--csv', file);
  const [head = '', row = ''] = readFileSync(file, 'utf8').split('\r\n');
  expect(head).toContain('标签');
  expect(row).toContain('回头客');
  expect(json('tags', 'remove', '回头客')).toMatchObject({ tags: [] });
  expect(json('tags', 'give', '谁也没说')).toMatchObject({ problem: { code: 'arguments-invalid' } });
  expect(json('tags', 'take', '没有', '1')).toMatchObject({ problem: { code: 'tag-unknown' } });
});
