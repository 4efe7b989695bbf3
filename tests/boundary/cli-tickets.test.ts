/** `tickets` on the command line: what is open, what it comes to, and how often a thing is bought again. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../house/source-files.ts';
import { monthFiles } from '../support/month-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('nothing is open at first; figures of no tickets are none; a cycle is measured over the imported orders', () => {
  const data = join(temporaryFolder(), 'data');
  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, [join(root, 'dist/main/cli.mjs'), ...words, '--data', data], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' },
    });
  const json = (...words: readonly string[]): unknown => JSON.parse(run(...words, '--json').stdout);
  run('import', ...monthFiles(temporaryFolder(), [1, 2]));
  const on = ['--on', '2026-12-31'];
  expect(json('tickets', ...on)).toEqual({ open: 0, tickets: [], fromFiles: [] });
  expect(json('tickets', 'report', ...on, '--from', '2026-01-01')).toMatchObject({
    counts: [{ about: 'all', opened: 0, closed: 0, medianDays: null }],
  });
  expect(run('tickets', 'report', ...on).stdout).toContain('合计');
  expect(json('tickets', 'cycle', '没有这样的东西', ...on)).toEqual({
    people: 0,
    again: 0,
    quarterDays: null,
    medianDays: null,
  });
  for (const words of [['cycle'], ['report', 'x'], ['somewhere'], ['report', '--from', '2027-01-01']])
    expect(run('tickets', ...words, ...on).status).toBe(1);
});
