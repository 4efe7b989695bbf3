/** Levels of the built host across a process: tried, kept, given by hand, taken back; and by the command line. */

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dayOf } from '../../src-shared/day.ts';
import { defaultLevels } from '../../src-shared/levels.ts';
import { startHost } from '../support/built-host.ts';
import { importFiles } from '../support/import-files.ts';
import { monthFiles } from '../support/month-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const basis = { on: dayOf('2026-12-31') ?? expect.fail('a day'), definition: 'quantile' } as const;

test('levels.preview says what levels.summary says after, levels.movers who; customers.level tells why, customers.setLevel is taken back', async () => {
  const host = startHost(join(temporaryFolder(), 'data'));
  await importFiles(host, monthFiles(temporaryFolder(), [1, 2, 3]));
  const [low = expect.fail('a level'), ...others] = defaultLevels.levels;
  const rules = {
    ...defaultLevels,
    on: true,
    levels: [{ ...low, atLeast: 1, months: null, validMonths: null }, ...others],
  };
  const preview = await host.client.call('levels.preview', { basis, rules });
  const [move = expect.fail('nobody moves')] = preview.moves.filter(({ from, to }) => from !== to);
  const movers = await host.client.call('levels.movers', { basis, rules, move, window: { from: 0, count: 5 } });
  expect(movers.total).toBe(move.customers);
  expect(movers.ids).toHaveLength(movers.total);
  const settings = await host.client.call('settings.read', {});
  expect(settings.levels).toEqual(defaultLevels);
  await host.client.call('settings.change', { levels: rules });
  const summary = await host.client.call('levels.summary', { basis });
  expect(summary.counts.map(({ level, customers }) => ({ level, customers }))).toEqual(preview.after);
  const customer = movers.ids?.[0] ?? expect.fail('nobody');
  const before = (await host.client.call('ledger.verify', {})).stateHash;
  const told = await host.client.call('customers.level', { customer, basis });
  expect(told).toMatchObject({ on: true, level: move.to, until: null, hand: null });
  expect(told.steps.at(-1)?.orders.length).toBeGreaterThan(0);
  const why = await host.client.call('explain.customer', { customer, basis, place: 'level' });
  expect([why.subject, why.rules.includes('level')]).toEqual([`level:${told.name}`, true]);
  const level = { level: 3, from: basis.on, until: null, reason: '老邻居' };
  const { edit } = await host.client.call('customers.setLevel', { customer, level });
  expect(await host.client.call('customers.level', { customer, basis })).toMatchObject({ level: 3, byRule: move.to });
  const where = { field: 'level' as const, in: [3] };
  const { total, sql } = await host.client.call('customers.count', { filter: { where, ids: [customer] }, basis });
  expect([total, sql?.includes('levelled')]).toEqual([1, true]);
  await host.client.call('journal.undo', { edit: edit ?? expect.fail('no entry') });
  expect((await host.client.call('ledger.verify', {})).stateHash).toBe(before);
  await expect(
    host.client.call('customers.setLevel', { customer, level: { ...level, level: 8 } }),
  ).rejects.toMatchObject({
    code: 'level-unknown',
  });
  const twice = { ...rules, levels: [low, low] };
  await expect(host.client.call('settings.change', { levels: twice })).rejects.toMatchObject({
    code: 'params-invalid',
  });
});
