/** What the profile of a customer asks and writes, of the built host across a process. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dayOf } from '../../src-shared/day.ts';
import { type BuiltHost, startHost } from '../support/built-host.ts';
import { importFiles } from '../support/import-files.ts';
import { monthFiles } from '../support/month-files.ts';
import { orderFile, orderNumber } from '../support/order-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const basis = { on: dayOf('2026-12-31') ?? expect.fail('a day'), definition: 'quantile' } as const;

async function hostWithMonths(): Promise<BuiltHost> {
  const host = startHost(join(temporaryFolder(), 'data'));
  await importFiles(host, monthFiles(temporaryFolder(), [1, 2, 3]));
  return host;
}

async function mostOften(host: BuiltHost): Promise<number> {
  const sort = { by: 'orders', descending: true } as const;
  const { rows } = await host.client.call('customers.list', { filter: {}, basis, sort, window: { from: 0, count: 1 } });
  return rows[0]?.id ?? expect.fail('nobody');
}

test('customers.wish, customers.relate and customers.markPoint write facts that customers.about and the timeline tell, each taken back', async () => {
  const host = await hostWithMonths();
  const customer = await mostOften(host);
  const before = (await host.client.call('ledger.verify', {})).stateHash;
  const wishes = { optOut: true, quiet: { from: '22:00', to: '08:00' }, channel: 'wechat' as const };
  const wish = await host.client.call('customers.wish', { customer, wishes });
  const on = dayOf('2026-11-26') ?? expect.fail('a day');
  const date = {
    occasion: 'birthday',
    on: { calendar: 'lunar', year: null, month: 12, isLeap: false, day: 18 },
  } as const;
  const content = { relation: 'self', name: '', note: '', date } as const;
  const relation = await host.client.call('customers.relate', { customer, content });
  expect(await host.client.call('customers.about', { customer, on })).toMatchObject({
    wishes,
    relations: [{ relationId: relation.relationId, next: { day: '2027-01-25', days: 60, turns: null } }],
  });
  const { contacts } = await host.client.call('identities.contacts', { customer, on });
  const [contact = expect.fail('no contact')] = contacts;
  const marked = await host.client.call('customers.markPoint', { customer, point: contact.point, mark: 'wrong' });
  const told = await host.client.call('customers.timeline', { customer, window: { from: 0, count: 50 } });
  expect(told.counts).toMatchObject({ file: 1, wish: 2, relation: 1 });
  expect(told.total).toBe(Object.values(told.counts).reduce((sum, count) => sum + count, 0));
  const files = await host.client.call('customers.timeline', {
    customer,
    kinds: ['file'],
    window: { from: 0, count: 50 },
  });
  expect(files.entries.map(({ orders }) => orders)).toEqual([3]);
  const { entries } = await host.client.call('journal.list', { window: { from: 0, count: 5 } });
  expect(entries.map(({ reason, before: was, after }) => [reason, was, after])).toEqual([
    ['customers.markPoint', null, null],
    ['customers.relate', null, null],
    ['customers.wish', null, null],
  ]);
  for (const { edit } of [wish, relation, marked]) await host.client.call('journal.undo', { edit });
  expect((await host.client.call('ledger.verify', {})).stateHash).toBe(before);
  const nobody = host.client.call('customers.about', { customer: 99_999, on });
  await expect(nobody).rejects.toMatchObject({ code: 'customer-unknown' });
});

test('customers.insights says habits with their counts, and explain.customer opens the orders behind one', async () => {
  const host = await hostWithMonths();
  const customer = await mostOften(host);
  const { insights, sql } = await host.client.call('customers.insights', { customer, basis });
  expect(sql).toContain('shop_order');
  const [insight = expect.fail('no habit')] = insights.filter(({ kind }) => kind !== 'rhythm');
  expect(insight.of).toBeGreaterThanOrEqual(3);
  const why = await host.client.call('explain.customer', { customer, basis, insight });
  expect(why).toMatchObject({ subject: 'insight', orderCount: insight.count });
  const of = { kind: 'customer', customer, basis, insight } as const;
  const window = { from: 0, count: 500 };
  expect((await host.client.call('explain.orders', { of, window })).orders).toEqual(why.orders);
});

test('customers.lifecycle says where somebody stands, the list finds them there, and explain.customer opens the orders behind it', async () => {
  const host = await hostWithMonths();
  const customer = await mostOften(host);
  const life = await host.client.call('customers.lifecycle', { customer, basis });
  expect(life.stage).not.toBe('none');
  const where = { field: 'lifecycle', in: [life.stage] } as const;
  const sort = { by: 'orders', descending: true } as const;
  const list = { filter: { where }, basis, sort, window: { from: 0, count: 500 } };
  const { rows, total } = await host.client.call('customers.list', list);
  expect(rows.map(({ id }) => id)).toContain(customer);
  const table = await host.client.call('metrics.run', { name: 'lifecycle', on: basis.on });
  expect(table.rows.find(([stage]) => stage === life.stage)?.[1]).toBe(total);
  const why = await host.client.call('explain.customer', { customer, basis, lifecycle: true });
  expect(why.subject).toBe(`lifecycle:${life.stage}`);
  const [order = expect.fail('no order')] = why.orders;
  const of = { kind: 'customer', customer, basis, lifecycle: true } as const;
  const window = { from: 0, count: 500 };
  expect((await host.client.call('explain.orders', { of, window })).orders).toEqual(why.orders);
  const { rows: sources } = await host.client.call('orders.sources', { order: order.order });
  expect(sources[0]?.cells.map(({ value }) => value).join(' ')).toContain(order.orderNumber);
});

test('customers.nextItems says what others bought after the same things, with the count; explain.metric opens who did', async () => {
  const host = startHost(join(temporaryFolder(), 'data'));
  const at = (day: number): string => `2026-03-${String(day).padStart(2, '0')} 10:00:00`;
  const buys = (who: number, items: readonly string[]) =>
    items.map((item, place) => ({ who, item, day: 1 + who + place }));
  // Six of eight who bought a pot came back for a cup; five never bought a pot.
  const rows = [
    ...Array.from({ length: 6 }, (_, who) => buys(who, ['壶', '杯'])).flat(),
    ...buys(6, ['壶']),
    ...buys(7, ['壶', '盘']),
    ...Array.from({ length: 5 }, (_, who) => buys(10 + who, ['盘'])).flat(),
  ].map(({ who, item, day }, index) => ({ number: orderNumber(index), nick: `茶客${who}`, at: at(day), item }));
  const path = join(temporaryFolder(), '单.csv');
  writeFileSync(path, orderFile(rows));
  await importFiles(host, [path]);
  const { client } = host;
  const idOf = async (search: string): Promise<number> =>
    (await client.call('customers.find', { text: search, limit: 5 })).hits[0]?.id ?? expect.fail(`no ${search}`);
  const nextBasis = { on: basis.on };
  const customer = await idOf('茶客6');
  const told = await client.call('customers.nextItems', { customer, basis: nextBasis });
  expect(told).toMatchObject({
    owned: 1,
    items: [{ title: '杯', after: '壶', customers: 8, followed: 6, buyers: 13, nextCustomers: 6 }],
  });
  expect(told.items[0]?.confidence).toBeCloseTo(6 / 8, 12);
  expect(told.items[0]?.lift).toBeCloseTo(6 / 8 / (6 / 13), 12);
  expect(told.items[0]?.support).toBeCloseTo(6 / 13, 12);
  const why = await client.call('explain.metric', {
    name: 'bought-next',
    on: basis.on,
    row: { title: '壶', next_title: '杯' },
  });
  expect(why.facts.find(({ name }) => name === 'customers')?.value).toBe('6');
  // Who has the cup is not offered it.
  expect((await client.call('customers.nextItems', { customer: await idOf('茶客0'), basis: nextBasis })).items).toEqual(
    [],
  );
  await expect(client.call('customers.nextItems', { customer: 999, basis: nextBasis })).rejects.toMatchObject({
    code: 'customer-unknown',
  });
});
