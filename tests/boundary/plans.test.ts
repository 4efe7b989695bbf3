/** Plans on the command line of the built program: made, looked at, carried out once, taken back, removed; and each wrong word answered. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../house/source-files.ts';
import { monthFiles } from '../support/month-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Seen {
  readonly steps: readonly { readonly people: number; readonly taken: number; readonly contacted: number }[];
  readonly contacted: number;
  readonly held: number;
}

test('plan: plans.save, plans.look, plans.launch, plans.remove and plans.list by their words', () => {
  const data = join(temporaryFolder(), 'data');
  const run = (...words: readonly string[]): string => {
    const all = [join(root, 'dist/main/cli.mjs'), ...words, '--data', data];
    return spawnSync(process.execPath, all, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' } })
      .stdout;
  };
  const json = (...words: readonly string[]): unknown => JSON.parse(run(...words, '--json'));
  run('import', ...monthFiles(temporaryFolder(), [1, 2]));
  // Ten people, each with an order in either month.
  const late = { field: 'lastDay', days: { from: '2024-02-11' } };
  for (const [name, where] of [
    ['月底来的', late],
    ['都问', { field: 'orders', from: 1 }],
  ] as const)
    run('strategy', 'save', '--name', name, '--filter', JSON.stringify(where));
  expect(json('plan')).toMatchObject({ plans: [] });
  expect(json('plan', 'save', '每月', '月底来的', '没有')).toMatchObject({ problem: { code: 'strategy-unknown' } });
  expect(json('plan', 'save', '每月', '月底来的', '月底来的')).toMatchObject({
    problem: { code: 'arguments-invalid' },
  });
  expect(json('plan', 'save', '每月')).toMatchObject({ problem: { code: 'arguments-invalid' } });
  expect(json('plan', 'save', '每月', '都问', '月底来的')).toMatchObject({ plan: 1 });
  expect(json('plan', 'save', '每月', '月底来的', '都问')).toMatchObject({
    plans: [{ name: '每月', strategies: [{ name: '月底来的' }, { name: '都问' }], lastOn: null }],
  });
  const look = json('plan', 'look', '每月') as Seen;
  expect(look.steps).toMatchObject([
    { people: 5, taken: 0, contacted: 5, goes: true },
    { people: 10, taken: 5, contacted: 5, goes: true },
  ]);
  expect(run('plan', 'look', '每月')).toMatch(/已在别的策略[\s\S]*月底来的[\s\S]*执行[\s\S]*合计/);
  const done = json('plan', 'launch', '1') as { readonly edit: number };
  expect(done).toMatchObject({ contacted: look.contacted, held: look.held });
  expect(json('plan', 'launch', '每月')).toMatchObject({ problem: { code: 'plan-nothing-due' } });
  expect(json('plan', 'launch', '每月', '--only', '都问')).toMatchObject({ problem: { code: 'strategy-running' } });
  json('plan', 'undo', String(done.edit));
  expect(json('plan', 'launch', '每月', '--only', '都问')).toMatchObject({ runs: [{ strategy: 2 }] });
  expect(json('plan', 'remove', '每月')).toMatchObject({ plans: [] });
  expect(json('plan', 'look', '每月')).toMatchObject({ problem: { code: 'plan-unknown' } });
});
