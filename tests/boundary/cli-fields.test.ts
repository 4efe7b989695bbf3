/** `fields` on the command line: made, filled, found by, written into a file, changed, removed and taken back. */

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../house/source-files.ts';
import { monthFiles } from '../support/month-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('fields are made and filled; lists find by them, hold them and are known again; all of it is taken back', () => {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  const run = (...words: readonly string[]): string => {
    const all = [join(root, 'dist/main/cli.mjs'), ...words, '--data', data];
    return spawnSync(process.execPath, all, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' } })
      .stdout;
  };
  const json = (...words: readonly string[]): unknown => JSON.parse(run(...words, '--json'));
  run('import', ...monthFiles(temporaryFolder(), [1, 2]));
  expect(json('fields')).toEqual({ fields: [] });
  expect(json('fields', 'add', '皮肤', '--type', 'choice', '--choices', '干性,油性')).toMatchObject({
    fields: [{ field: 1, name: '皮肤', type: 'choice', choices: [{ choice: 1 }, { choice: 2 }], customers: 0 }],
  });
  json('fields', 'add', '罐数', '--type', 'number');
  const twice = JSON.stringify({ field: 'orders', from: 2 });
  expect(json('fields', 'set', '皮肤', '油性', '--filter', twice)).toMatchObject({
    changed: 10,
    fields: [{ customers: 10 }, {}],
  });
  expect(json('fields', 'set', '罐数', '２.50', '1', '2')).toMatchObject({ changed: 2 });
  expect(json('fields', 'set', '罐数', '很多', '1')).toMatchObject({ problem: { code: 'field-misread' } });
  const oily = JSON.stringify({
    all: [
      { field: 'custom', custom: 1, in: [2] },
      { field: 'custom', custom: 2, test: 'empty' },
    ],
  });
  const all = json('customers', '--filter', JSON.stringify({ field: 'custom', custom: 1, in: [2] })) as {
    total: number;
  };
  const few = json('customers', '--filter', oily) as { total: number };
  const both = json('customers', '--filter', JSON.stringify({ field: 'custom', custom: 2, from: 2.5, to: 2.5 }));
  expect(all.total).toBe(10);
  expect(both).toMatchObject({
    total: 2,
  });
  const [two] = (both as { customers: { fields: object[] }[] }).customers;
  expect(two?.fields).toContainEqual({ field: 2, value: '2.5' });
  expect(few.total).toBeGreaterThanOrEqual(8);
  // The file holds them by name, and is known again as a list of ours.
  const csv = join(folder, 'list.csv');
  run('customers', '--filter', twice, '--csv', csv);
  const [head = '', first = ''] = readFileSync(csv, 'utf8').split('\r\n');
  expect(head).toMatch(/皮肤,罐数$/);
  expect(first).toMatch(/油性,(2\.5)?$/);
  const again = join(folder, 'again.csv');
  writeFileSync(again, readFileSync(csv));
  expect(json('import', again)).toMatchObject({ problem: { code: 'own-list' } });
  json('fields', 'rename', '皮肤', '--name', '皮肤类型');
  json('fields', 'choices', '皮肤类型', '--choices', '油性,敏感');
  expect(run('fields')).toMatch(/1 +皮肤类型 +choice +10 +2 油性 · 3 敏感/);
  json('segments', 'save', '--name', '油皮', '--filter', JSON.stringify({ field: 'custom', custom: 1, in: [2] }));
  expect(run('segments')).toContain('“皮肤类型”是“油性”');
  const { edit } = json('fields', 'remove', '皮肤类型') as { edit: number };
  expect(json('fields')).toMatchObject({ fields: [{ field: 2, customers: 2 }] });
  expect(json('customers', '--segment', '油皮')).toMatchObject({ total: 0 });
  run('fields', 'undo', String(edit));
  expect(json('customers', '--segment', '油皮')).toMatchObject({ total: 10 });
  // Views are made on the page; the command line shows, renames and removes them.
  expect(json('views')).toEqual({ views: [] });
  expect(json('customers', '--view', '没有')).toMatchObject({ problem: { code: 'view-unknown' } });
  expect(json('fields', 'clear', '罐数', '1')).toMatchObject({ changed: 1 });
  expect(json('fields', 'remove', '没有')).toMatchObject({ problem: { code: 'field-unknown' } });
  expect(json('fields', 'add', '罐数')).toMatchObject({ problem: { code: 'field-exists' } });
  expect(json('fields', 'set', '罐数', '3')).toMatchObject({ problem: { code: 'arguments-invalid' } });
});
