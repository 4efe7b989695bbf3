/** The ladder of the built host across a process: a line is tried, kept, told of month by month and of one, and taken back. */

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dayOf } from '../../src-shared/day.ts';
import { defaultLadder } from '../../src-shared/ladder.ts';
import { startHost } from '../support/built-host.ts';
import { importFiles } from '../support/import-files.ts';
import { monthFiles } from '../support/month-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const basis = { on: dayOf('2026-12-31') ?? expect.fail('a day'), definition: 'quantile' } as const;

test('ladder.read tries lines that ladder.movers names, settings keep, ladder.months and customers.ladder tell, and undo takes back', async () => {
  const { client, ...host } = startHost(join(temporaryFolder(), 'data'));
  await importFiles({ client, ...host }, monthFiles(temporaryFolder(), [1, 2, 3]));
  const read = () => client.call('ladder.read', { basis });
  const saved = await read();
  expect(saved.steps).toEqual(saved.before);
  const rules = { ...defaultLadder, oftenOrders: 4, averageMinor: 1 };
  const tried = await client.call('ladder.read', { basis, rules });
  expect(tried.before).toEqual(saved.steps);
  const all = (steps: typeof saved.steps) => steps.reduce((sum, { customers }) => sum + customers, 0);
  expect(all(tried.steps)).toBe(all(saved.steps));
  const [move = expect.fail('nobody moves')] = tried.moves.filter(({ from, to }) => from !== to);
  const { from, to } = move;
  const movers = await client.call('ladder.movers', {
    basis,
    rules,
    move: { from, to },
    window: { from: 0, count: 5 },
  });
  expect(movers.total).toBe(move.customers);
  const customer = movers.rows[0]?.id ?? expect.fail('nobody');
  expect(await client.call('customers.ladder', { customer, basis })).toMatchObject({ step: from });
  const before = (await client.call('ledger.verify', {})).stateHash;
  await client.call('settings.change', { ladder: rules });
  expect((await read()).steps).toEqual(tried.steps);
  expect(await client.call('customers.ladder', { customer, basis })).toMatchObject({ step: to, isMiddle: false });
  const { months } = await client.call('ladder.months', { basis, months: 12 });
  expect(months[0]?.steps.map(({ customers }) => customers)).toEqual(tried.steps.map(({ customers }) => customers));
  expect(months.flatMap(({ moves }) => moves).every((one) => one.from !== one.to)).toBe(true);
  const { entries } = await client.call('journal.list', { window: { from: 0, count: 1 } });
  await client.call('journal.undo', { edit: entries[0]?.edit ?? expect.fail('no entry') });
  expect((await client.call('ledger.verify', {})).stateHash).toBe(before);
  expect((await read()).steps).toEqual(saved.steps);
});
