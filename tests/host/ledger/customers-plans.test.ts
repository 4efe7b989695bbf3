/** What is asked for one customer never walks through all orders. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import lines from '../../../src-main/ledger/customer-profile-lines.sql?raw';
import orders from '../../../src-main/ledger/customer-profile-orders.sql?raw';
import words from '../../../src-main/ledger/customers-words.sql?raw';
import timelineOrders from '../../../src-main/ledger/profile/timeline-orders.sql?raw';
import counted from '../../../src-main/metrics/counted-orders.sql?raw';
import explained from '../../../src-main/metrics/customer-orders.sql?raw';
import { fill, plainCustomers, type SmallLedger, smallLedger } from '../metrics/small-ledger.ts';

let ledger: SmallLedger;
beforeAll(() => {
  ledger = smallLedger();
  fill(ledger.reading, {
    customers: plainCustomers(50),
    orders: Array.from({ length: 400 }, (_, index) => ({
      customer: 1 + (index % 50),
      day: '2025-01-01',
      titles: ['杯'],
    })),
  });
});
afterAll(() => ledger.close());

const anything = { customer: 1, shop: null, currency: 'CNY', on: '2025-01-01' };

function planOf(sql: string): string[] {
  const statement = ledger.reading.connection.prepare(`explain query plan ${sql}`);
  const rows = (sql.includes(':') ? statement.all(anything) : statement.all(1)) as { detail: string }[];
  return rows.map((row) => row.detail);
}

test.each([
  ['lines', lines],
  ['orders', orders],
  ['orders on the timeline', timelineOrders],
  ['words', words],
  ['explained orders', explained],
])('%s of one customer are found by index', (_, sql) => {
  const plan = planOf(sql);
  expect(plan.filter((step) => /^SCAN (shop_order|o|order_line|order_key|customer)\b/.test(step))).toEqual([]);
  expect(plan.some((step) => step.includes('shop_order_by_customer'))).toBe(true);
});

test('the newest orders behind a figure come by day, so that reading can stop early', () => {
  const plan = planOf(counted);
  expect(plan.some((step) => step.includes('shop_order_by_day'))).toBe(true);
  expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
});
