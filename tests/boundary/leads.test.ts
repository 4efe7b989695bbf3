/** Leads of the built host: pasted, taken from stage to stage, won by their first order without a word, and every step taken back. */

import { expect, test } from 'vitest';
import { type BuiltHost, startHost } from '../support/built-host.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const on = '2026-03-31';
const nobody = { handle: '', address: '', note: '', shop: '微信', currency: 'CNY' } as const;

const paste = async (
  { client }: BuiltHost,
  name: string,
  phone: string,
  day: string,
  wish: string,
): Promise<number> => {
  const { customer } = await client.call('byHand.lead', { ...nobody, name, phone, wish, day });
  return customer ?? expect.fail(`${name} is nobody`);
};

test('leads.list tells who asked, how far each is, where from and what next; leads.set moves one; an order wins by itself', async () => {
  const host = startHost(`${temporaryFolder()}/data`, { env: { REGULARS_TODAY: on } });
  const { client } = host;
  const mei = await paste(host, '张姐', '13800001111', '2026-03-01', '10箱茶');
  const li = await paste(host, '李哥', '13800002222', '2026-03-11', '茶具');
  const chen = await paste(host, '陈总', '13800003333', '2026-03-21', '礼盒');
  const read = async (customer?: number) =>
    client.call('leads.list', { on, ...(customer === undefined ? {} : { customer }) });
  const first = await read();
  expect(
    first.leads.map(({ customer, stage, source, since, wish, days }) => [customer, stage, source, since, wish, days]),
  ).toEqual([
    [mei, 'new', '微信', '2026-03-01', '10箱茶', 30],
    [li, 'new', '微信', '2026-03-11', '茶具', 20],
    [chen, 'new', '微信', '2026-03-21', '礼盒', 10],
  ]);
  // From stage to stage, with where they came from; the next step is a follow-up.
  await client.call('leads.set', { customer: mei, stage: 'interested', source: '朋友介绍' });
  const quoted = await client.call('leads.set', { customer: mei, stage: 'quoted' });
  await client.call('leads.set', { customer: li, stage: 'contacted' });
  await client.call('leads.set', { customer: chen, stage: 'lost', reason: '嫌贵' });
  await client.call('followUps.plan', { customer: li, day: '2026-04-05', channel: null, note: '', repeat: null });
  expect(await client.call('leads.set', { customer: li, stage: 'contacted' })).toEqual({ edit: null });
  const moved = await read();
  expect(
    moved.leads.map(({ customer, stage, source, next, reason }) => [customer, stage, source, next, reason]),
  ).toEqual([
    [mei, 'quoted', '朋友介绍', null, ''],
    [li, 'contacted', '微信', '2026-04-05', ''],
    [chen, 'lost', '微信', null, '嫌贵'],
  ]);
  expect(moved.funnel.map(({ stage, now, reached }) => [stage, now, reached])).toEqual([
    ['new', 0, 3],
    ['contacted', 1, 2],
    ['interested', 0, 1],
    ['quoted', 1, 1],
    ['won', 0, 0],
    ['lost', 1, 1],
  ]);
  expect(moved.funnel[0]?.days).toBe(20);
  expect(moved.reasons).toEqual([{ reason: '嫌贵', leads: 1 }]);
  // An order by the same phone: nobody has to say that it is won, and the funnel counts it all the way.
  const order = await client.call('byHand.order', {
    ...nobody,
    name: '李哥',
    phone: '13800002222',
    day: '2026-03-25',
    items: [{ title: '茶具', quantity: 1, unitPriceMinor: 8800 as never }],
    paidMinor: 8800 as never,
    refundMinor: 0 as never,
  });
  const won = await read(li);
  expect(won.leads).toMatchObject([
    { customer: li, stage: 'won', days: 14, won: { day: '2026-03-25', netMinor: 8800 } },
  ]);
  expect(won.funnel.map(({ stage, now, reached }) => [stage, now, reached])).toEqual([
    ['new', 0, 3],
    ['contacted', 0, 2],
    ['interested', 0, 2],
    ['quoted', 1, 2],
    ['won', 1, 1],
    ['lost', 1, 1],
  ]);
  expect(won.sources).toEqual([
    { source: '微信', leads: 2, won: 1 },
    { source: '朋友介绍', leads: 1, won: 0 },
  ]);
  const { entries } = await client.call('customers.timeline', {
    customer: mei,
    kinds: ['lead'],
    window: { from: 0, count: 9 },
  });
  expect(entries.map(({ text }) => text)).toEqual(['quoted', 'interested']);
  // Taken back, each by itself.
  await client.call('imports.undo', { job: 'u', batch: order.batch });
  expect((await read(li)).leads).toMatchObject([{ stage: 'contacted', won: null }]);
  await client.call('journal.undo', { edit: quoted.edit ?? 0 });
  expect((await read(mei)).leads).toMatchObject([{ stage: 'interested', source: '朋友介绍' }]);
  await client.call('journal.redo', { edit: quoted.edit ?? 0 });
  expect((await read(mei)).leads).toMatchObject([{ stage: 'quoted' }]);
  await expect(client.call('leads.set', { customer: 999, stage: 'new' })).rejects.toMatchObject({
    code: 'customer-unknown',
  });
});
