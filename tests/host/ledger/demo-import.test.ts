/** The demo shop goes through the same import as a real one: its damages are named, nothing else is. */

import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { demoOrders, writeDemoFiles } from '../../../src-main/demo/demo-shop.ts';
import type { DemoOrder } from '../../../src-main/demo/orders.ts';
import { applyCheck } from '../../../src-main/importing/apply.ts';
import { checkFiles } from '../../../src-main/importing/check.ts';
import { noProgress } from '../../../src-main/importing/progress.ts';
import { ledgerTotals } from '../../../src-main/ledger/totals.ts';
import { addDays, type Day } from '../../../src-shared/day.ts';
import { newLedger, now, tempFolder } from './temp-folder.ts';

// Virtual numbers are noted with every row that has one.
const EXPECTED: ReadonlySet<string> = new Set(['total-row', 'order-number-scientific', 'phone-virtual']);
const today = addDays('2026-03-04' as Day, 1); // the brand of a day known to be one

/** What the import must come to, from the orders themselves. */
function moneyOf(orders: readonly DemoOrder[]): { paidMinor: number; refundMinor: number; netMinor: number } {
  const paid = orders.filter((order) => order.paidAt !== '');
  const linesOf = (order: DemoOrder, of: 'dueMinor' | 'refundMinor'): number =>
    order.lines.reduce((sum, line) => sum + line[of], 0);
  const shippingBack = (order: DemoOrder): number => (order.ending === 'refunded' ? order.shippingMinor : 0);
  const paidMinor = paid.reduce((sum, order) => sum + linesOf(order, 'dueMinor') + order.shippingMinor, 0);
  const refundMinor = paid.reduce((sum, order) => sum + linesOf(order, 'refundMinor') + shippingBack(order), 0);
  return { paidMinor, refundMinor, netMinor: paidMinor - refundMinor };
}

test('all files of the demo shop become one shop, with the customers and orders it was made of', {
  timeout: 120_000,
}, async () => {
  const folder = tempFolder();
  const paths = writeDemoFiles(join(folder, 'files'), { today, seed: 7 });
  const files = paths.map((path) => ({ ticket: path, path, name: basename(path), bytes: statSync(path).size }));
  const ledger = newLedger(join(folder, 'data'));
  const checked = await checkFiles(ledger, join(folder, 'stage'), files, { today }, noProgress);
  expect(checked.batches).toHaveLength(1);
  const [batch] = checked.batches;
  expect(batch?.shop).toBe('山岚茶铺');
  expect(batch?.problemCounts).toMatchObject({ 'total-row': 1, 'order-number-scientific': 1 });
  const others = Object.keys(batch?.problemCounts ?? {}).filter((code) => !EXPECTED.has(code));
  expect(others).toEqual([]);
  await applyCheck(ledger, join(folder, 'stage'), checked.check, { now }, noProgress);
  const totals = ledgerTotals(ledger);
  const orders = demoOrders({ today, seed: 7 });
  expect(totals.orders).toBe(orders.length);
  expect(totals.byCurrency).toEqual({ CNY: moneyOf(orders) });
  expect(totals.ordersWithoutBuyer).toBeGreaterThan(0);
  expect(totals.ordersWithoutBuyer).toBeLessThan(orders.length / 20);
  expect(totals.customers).toBeGreaterThan(3300);
  expect(totals.customers).toBeLessThan(3700);
  expect(totals.likely).toBeGreaterThan(100);
  expect(Object.values(totals.status).every((count) => count > 0)).toBe(true);
  expect(totals.lastDay).toBe(today);
});
