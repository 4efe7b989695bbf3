/** What the profile of a customer asks and writes, of the built host across a process. */

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dayOf } from '../../src-shared/day.ts';
import { type BuiltHost, startHost } from '../support/built-host.ts';
import { importFiles } from '../support/import-files.ts';
import { monthFiles } from '../support/month-files.ts';
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
