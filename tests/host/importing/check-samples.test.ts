/** The Taobao samples through check, apply, undo and redo: what every importer should reach. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newBook } from './imports-at-hand.ts';

const samples = join(import.meta.dirname, '../../exports/samples');

interface Expected {
  readonly orders: number;
  readonly line_items: number;
  readonly distinct_buyers: number | null;
  readonly paid_gross_cents: number | null;
  readonly refund_cents: number | null;
  readonly net_cents: number | null;
  readonly status_counts: Readonly<Record<string, number>>;
}

const expected = JSON.parse(readFileSync(join(samples, 'expected.json'), 'utf8')) as {
  readonly files: Readonly<Record<string, Expected>>;
};
const taobao = Object.entries(expected.files).filter(
  ([name]) => name.startsWith('taobao') && existsSync(join(samples, name)),
);

function statusOf({ status_counts: { partially_refunded, ...rest } }: Expected): Record<string, number> {
  const none = { unpaid: 0, paid: 0, shipped: 0, completed: 0, closed: 0, partiallyRefunded: 0, refunded: 0 };
  return { ...none, ...rest, partiallyRefunded: partially_refunded ?? 0 };
}

describe('the Taobao samples', () => {
  test('there are seven of them', () => {
    expect(taobao).toHaveLength(7);
  });

  test.each(taobao)('%s says what it should', async (name, file) => {
    const book = newBook();
    const empty = book.hash();
    const [batch] = await book.import([join(samples, name)]);
    expect(batch).toMatchObject({
      marketplace: 'taobao',
      currency: 'CNY',
      orders: { new: file.orders, changed: 0, same: 0, skipped: 0 },
      lines: file.line_items,
      paidMinor: file.paid_gross_cents,
      refundMinor: file.refund_cents,
      netMinor: file.net_cents,
      status: statusOf(file),
    });
    expect(batch?.customers.new).toBe(file.distinct_buyers ?? 0);
    expect(batch?.customers.likely).toBe(name.includes('qianniu') ? file.distinct_buyers : 0);
    expect(batch?.ordersWithoutBuyer).toBe(file.distinct_buyers === null ? file.orders : 0);
    const full = book.hash();
    const [again] = await book.import([join(samples, name)]);
    expect(again?.orders).toEqual({ new: 0, changed: 0, same: file.orders, skipped: 0 });
    expect(again?.customers).toEqual({ new: 0, matched: file.distinct_buyers ?? 0, likely: 0 });
    expect(book.hash()).toBe(full);
    book.undo(batch?.id ?? 0);
    expect(book.hash()).toBe(full);
    const report = book.undo(again?.id ?? 0);
    expect(report.orders).toEqual({ removed: file.orders, restored: 0, changed: 0 });
    expect(book.hash()).toBe(empty);
    book.redo(batch?.id ?? 0);
    expect(book.hash()).toBe(full);
    book.close();
  });

  test('an order list and its details are one import, with the money of the list and the lines of the details', async () => {
    const files = ['taobao_list_2022_ExportOrderList.xlsx', 'taobao_detail_2022_ExportOrderDetailList.csv'];
    const together = newBook();
    const batches = await together.import(files.map((name) => join(samples, name)));
    const list = expected.files['taobao_list_2022_ExportOrderList.xlsx'];
    expect(batches).toHaveLength(1);
    expect(batches[0]).toMatchObject({
      shop: '拾光小铺',
      orders: { new: 16, changed: 0, same: 0, skipped: 0 },
      lines: 21,
      paidMinor: list?.paid_gross_cents,
      refundMinor: list?.refund_cents,
      netMinor: list?.net_cents,
      status: list === undefined ? {} : statusOf(list),
      customers: { new: 9, matched: 0, likely: 0 },
      ordersWithoutBuyer: 0,
    });
    const later = newBook();
    for (const name of files.toReversed()) await later.import([join(samples, name)]);
    expect(later.hash()).toBe(together.hash());
    together.close();
    later.close();
  });
});
