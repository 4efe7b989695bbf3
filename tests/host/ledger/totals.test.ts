/** Totals of a small ledger that can be added up by hand. */

import { expect, test } from 'vitest';
import { emptyTotals, ledgerTotals } from '../../../src-main/ledger/totals.ts';
import { fillSample } from './sample-ledger.ts';
import { newLedger } from './temp-folder.ts';

test('a new ledger holds nothing', () => {
  expect(ledgerTotals(newLedger())).toEqual(emptyTotals);
});

test('totals add up by hand, each currency for itself', () => {
  const ledger = newLedger();
  fillSample(ledger);
  expect(ledgerTotals(ledger)).toEqual({
    customers: 3,
    likely: 1,
    orders: 5,
    lines: 3,
    ordersWithoutBuyer: 1,
    status: { unpaid: 1, paid: 0, shipped: 0, completed: 3, closed: 0, partiallyRefunded: 1, refunded: 0 },
    byCurrency: {
      CNY: { paidMinor: 15_000, refundMinor: 1000, netMinor: 14_000 },
      USD: { paidMinor: 999, refundMinor: 0, netMinor: 999 },
    },
    firstDay: '2025-05-01',
    lastDay: '2025-09-01',
  });
});

test('a shop’s totals leave the others out', () => {
  const ledger = newLedger();
  fillSample(ledger);
  expect(ledgerTotals(ledger, { shop: 2 })).toMatchObject({
    customers: 1,
    orders: 1,
    lines: 1,
    byCurrency: { USD: { netMinor: 999 } },
  });
  expect(ledgerTotals(ledger, { shop: 77 })).toEqual(emptyTotals);
});

test('a customer without orders is not counted', () => {
  const ledger = newLedger();
  fillSample(ledger);
  ledger.connection.exec(
    'delete from order_line; delete from order_identity; delete from shop_order where order_id = 3',
  );
  expect(ledgerTotals(ledger)).toMatchObject({ customers: 2, likely: 0 });
});
