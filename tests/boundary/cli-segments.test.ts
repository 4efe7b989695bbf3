/** `segments` on the command line: saved, listed, shown, renamed, fixed, taken back; and the list of one. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../house/source-files.ts';
import { monthFiles } from '../support/month-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('segments are saved, listed in words, changed and taken back, and customers --segment lists who is in one', () => {
  const data = join(temporaryFolder(), 'data');
  const run = (...words: readonly string[]): string => {
    const all = [join(root, 'dist/main/cli.mjs'), ...words, '--data', data];
    return spawnSync(process.execPath, all, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' } })
      .stdout;
  };
  const json = (...words: readonly string[]): unknown => JSON.parse(run(...words, '--json'));
  run('import', ...monthFiles(temporaryFolder(), [1, 2]));
  const twice = JSON.stringify({ field: 'orders', from: 2 });
  const ending = JSON.stringify({ field: 'buyerId', test: 'ends', texts: ['1', '2'] });
  expect(json('segments')).toEqual({ segments: [] });
  expect(json('segments', 'save', '--name', '熟客', '--filter', twice)).toMatchObject({
    segment: 1,
    name: '熟客',
    version: 1,
    fixed: null,
    customers: 10,
    sentence: '有效单至少 2 单',
    versions: [{ reason: 'segments.save' }],
  });
  expect(json('customers', '--segment', '熟客')).toMatchObject({ total: 10 });
  expect(json('customers', '--segment', '1', '--filter', ending)).toMatchObject({ total: 2 });
  expect(json('segments', 'save', '熟客', '--filter', ending, '--fix')).toMatchObject({
    version: 2,
    customers: 2,
    fixed: { customers: 2 },
  });
  expect(json('segments', 'rename', '熟客', '--name', '一二号')).toMatchObject({ segments: [{ name: '一二号' }] });
  expect(run('segments')).toMatch(/一二号 +2 +3 +定在 \d{4}-\d\d-\d\d +买家号以“1”或“2”结尾/);
  expect(json('segments', 'loosen', '1')).toMatchObject({ segments: [{ fixed: null, version: 4 }] });
  expect(json('segments', 'fix', '1')).toMatchObject({ segments: [{ fixed: { customers: 2 }, version: 5 }] });
  expect(json('segments', 'remove', '一二号')).toEqual({ segments: [] });
  // Step by step back to the first version, and forth again.
  for (const expected of [
    { name: '一二号', version: 5 },
    { name: '一二号', version: 4 },
    { name: '一二号', version: 3 },
    { name: '熟客', version: 2 },
    { name: '熟客', version: 1, customers: 10 },
  ])
    expect(json('segments', 'undo', '1')).toMatchObject({ segments: [expected] });
  expect(json('segments', 'redo', '1')).toMatchObject({ segments: [{ name: '熟客', version: 2, customers: 2 }] });
  expect(json('segments', 'show', '没有')).toMatchObject({ problem: { code: 'segment-unknown' } });
  expect(json('segments', 'save', '--name', '空')).toMatchObject({ problem: { code: 'arguments-invalid' } });
  expect(json('segments', 'frighten', '熟客')).toMatchObject({ problem: { code: 'arguments-invalid' } });
});
