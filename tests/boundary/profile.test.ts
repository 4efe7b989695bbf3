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
