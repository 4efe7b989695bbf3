/** Strategies asked of the built host across a process with the demo shop, and on the command line. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FilterNode } from '../../src-shared/contract/filters.ts';
import { addDays, dayOf } from '../../src-shared/day.ts';
import { root } from '../house/source-files.ts';
import { startHost } from '../support/built-host.ts';
import { monthFiles } from '../support/month-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a strategy with a holdout on the demo shop: looked at, launched, its list, its result, pooled, and taken back', async () => {
  const { client } = startHost(join(temporaryFolder(), 'data'));
  await client.call('demo.open', {});
  const today = dayOf((await client.call('ledger.status', {})).today) ?? expect.fail('a day');
  // Ninety days ago, so that what followed is known.
  const on = addDays(today, -90);
  const basis = { on, definition: 'quantile' } as const;
  const where: FilterNode = {
    all: [
      { field: 'orders', from: 2 },
      { field: 'recencyDays', to: 120 },
    ],
  };
  const content = {
    name: '老客上新',
    where,
    action: '新茶到了',
    channel: 'sms',
    template: null,
    budgetMinor: null,
    buyerCostMinor: 500,
    contactCostMinor: 5,
    periodDays: 30,
    share: 0.3,
    seed: null,
    isShared: false,
  } as const;
  const { strategy } = await client.call('strategies.save', { strategy: null, content });
  const { strategies } = await client.call('strategies.list', {});
  const { strategy: _strategy, version: _version, runs: _runs, againOn, ...kept } = strategies[0] ?? expect.fail('one');
  expect(againOn).toBeNull();
  expect(kept).toEqual({ ...content, everyDays: null, seed: kept.seed });
  expect(kept.seed).toBeGreaterThan(0);
  expect((await client.call('strategies.versions', { strategy })).versions).toMatchObject([
    { undone: false, content: kept },
  ]);
  const look = await client.call('strategies.look', { strategy, content: kept, basis });
  expect(look.people).toBeGreaterThan(200);
  expect(look.detectable.buyersOf100).toBeGreaterThan(1);
  expect(look.costMinor).toBeGreaterThan(0);
  const { run, contacted, held } = await client.call('strategies.launch', { strategy, basis });
  expect({ contacted, held }).toEqual({ contacted: look.contacted, held: look.held });
  expect(contacted + held + look.guarded.people).toBe(look.people);

  // The demo shop knows nothing of the strategy: whatever is found is chance, and said to be.
  const found = await client.call('strategies.result', { run, basis: { ...basis, on: today } });
  const { result } = found;
  if (result === null) return expect.fail('not over');
  expect(result.contacted.people + result.held.people).toBe(contacted + held);
  expect(result.contacted.buyers).toBeGreaterThan(10);
  expect(result.minor.interval).not.toBeNull();
  expect(result.ratio).toBeGreaterThan(0.5);
  expect(result.spentMinor).toBe(5 * contacted + 500 * result.contacted.buyers);
  const behind = await client.call('strategies.orders', { run, arm: 'held', basis: { ...basis, on: today } });
  expect(behind.sumMinor).toBe(result.held.minor);
  expect(behind.total).toBeGreaterThanOrEqual(result.held.buyers);
  expect((await client.call('strategies.result', { run, basis })).result).toBeNull();

  const list = await client.call('strategies.people', { run, basis });
  expect(list.total).toBe(contacted);
  const sent = { customers: list.customers, day: on, channel: 'sms', about: '老客上新' } as const;
  expect((await client.call('contacts.sent', sent)).contacts).toBe(contacted);
  await expect(client.call('strategies.launch', { strategy, basis })).rejects.toThrow(/strategy-running/);
  const again = { ...basis, on: addDays(on, 40) };
  const second = await client.call('strategies.launch', { strategy, basis: again });
  const pooled = await client.call('strategies.pooled', { strategy, basis: { ...basis, on: today } });
  expect(pooled.runs).toBe(2);
  expect(pooled.result?.contacted.people).toBeGreaterThanOrEqual(contacted);
  await client.call('journal.undo', { edit: second.edit });
  expect((await client.call('strategies.list', {})).strategies[0]?.runs.length).toBe(1);
  const filter = { where: { field: 'run', in: [run] } } as const;
  expect((await client.call('customers.count', { filter, basis })).total).toBe(contacted);
});

test('strategy on the command line: saved, looked at, launched, listed; its people by the filter language', () => {
  const data = join(temporaryFolder(), 'data');
  const run = (...words: readonly string[]): string => {
    const all = [join(root, 'dist/main/cli.mjs'), ...words, '--data', data];
    return spawnSync(process.execPath, all, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' } })
      .stdout;
  };
  const json = (...words: readonly string[]): unknown => JSON.parse(run(...words, '--json'));
  run('import', ...monthFiles(temporaryFolder(), [1, 2]));
  const everybody = JSON.stringify({ field: 'orders', from: 1 });
  expect(json('strategy')).toMatchObject({ strategies: [] });
  const given = ['--say', '新茶到了', '--days', '20', '--holdout', '50%', '--coupon', '5', '--each', '0.05'];
  expect(json('strategy', 'save', '--name', '召回', '--filter', everybody, ...given)).toMatchObject({
    strategies: [{ name: '召回', share: 0.5, periodDays: 20, buyerCostMinor: 500, contactCostMinor: 5, version: 1 }],
  });
  expect(json('strategy', 'save', '召回', '--days', '30')).toMatchObject({
    strategies: [{ periodDays: 30, version: 2 }],
  });
  const look = json('strategy', 'look', '召回') as { people: number; contacted: number; held: number };
  expect(look.people).toBeGreaterThan(5);
  expect(run('strategy', 'look', '召回')).toMatch(/人太少，看不出/);
  expect(json('strategy', 'launch', '召回')).toMatchObject({ run: 1, contacted: look.contacted, held: look.held });
  expect(json('strategy', 'people', '1')).toMatchObject({ total: look.contacted });
  expect(json('customers', '--filter', JSON.stringify({ field: 'run', in: [1] }))).toMatchObject({
    total: look.contacted,
  });
  expect(json('strategy', 'result', '1')).toMatchObject({ result: null });
  expect(run('strategy', 'pooled', '召回')).toMatch(/还没到期/);
  expect(json('strategy', 'remove', '召回')).toMatchObject({ strategies: [] });
  expect(json('strategy', 'undo', '1')).toMatchObject({ strategies: [{ name: '召回', runs: [{ run: 1 }] }] });
  expect(json('strategy', 'launch', '召回')).toMatchObject({ problem: { code: 'strategy-running' } });
  expect(json('strategy', 'result', '9')).toMatchObject({ problem: { code: 'run-unknown' } });
});
