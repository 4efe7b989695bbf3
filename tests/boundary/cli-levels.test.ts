/** `levels` on the command line: tried, saved, given by hand and taken back; `explain N.level` says why. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../house/source-files.ts';
import { monthFiles } from '../support/month-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('levels are tried, saved, given by hand and taken back, and explain says why', () => {
  const data = join(temporaryFolder(), 'data');
  const run = (...words: readonly string[]): string => {
    const all = [join(root, 'dist/main/cli.mjs'), ...words, '--data', data];
    return spawnSync(process.execPath, all, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' } })
      .stdout;
  };
  const json = (...words: readonly string[]): unknown => JSON.parse(run(...words, '--json'));
  run('import', ...monthFiles(temporaryFolder(), [1, 2]));
  expect(run('levels')).toContain('还没启用');
  const rules = JSON.stringify({
    on: true,
    lastId: 2,
    levels: [
      { id: 1, name: '银卡', measure: 'orders', atLeast: 1, months: null, validMonths: null },
      { id: 2, name: '金卡', measure: 'orders', atLeast: 2, months: null, validMonths: 12 },
    ],
  });
  const on = ['--on', '2026-12-31'];
  expect(json('levels', 'try', rules, ...on)).toMatchObject({ after: [{ level: 2, customers: 10 }, { level: 1 }, {}] });
  expect(json('levels', 'save', rules, ...on)).toMatchObject({
    rules: { on: true },
    counts: [{ customers: 10 }, {}, {}],
  });
  expect(run('levels', ...on)).toMatch(/2 +金卡 +一共满 2 单 +有效 12 个月 +10/);
  const { customers } = json('customers', '--filter', '{"field":"level","in":[2]}', ...on) as {
    customers: { id: number }[];
  };
  const id = String(customers[0]?.id);
  expect(json('levels', 'give', id, '银卡', '--reason', '同行', ...on)).toMatchObject({
    level: { level: 1, byRule: 2 },
  });
  expect(run('levels', 'take', id, ...on)).toContain('金卡');
  expect(json('explain', `${id}.level`, ...on)).toMatchObject({ subject: 'level:金卡' });
  expect(json('levels', 'give', id, '白金', '--reason', '同行', ...on)).toMatchObject({
    problem: { code: 'level-unknown' },
  });
});
