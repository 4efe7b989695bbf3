/** The samples of all marketplaces through check, apply, undo and redo: what every importer should reach. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newBook } from './imports-at-hand.ts';

const samples = join(import.meta.dirname, '../../exports/samples');

interface Expected {
  readonly orders: number;
  readonly line_items: number;
  readonly distinct_buyers: number | null;
  readonly paid_gross_cents?: number | null;
  readonly refund_cents?: number | null;
  readonly net_cents?: number | null;
  readonly status_counts?: Readonly<Record<string, number>>;
  readonly distinct_customer_names?: number;
  readonly n_revenue_sum_cents?: number;
}

const expected = JSON.parse(readFileSync(join(samples, 'expected.json'), 'utf8')) as {
  readonly files: Readonly<Record<string, Expected>>;
};
const files = Object.entries(expected.files).filter(([name]) => existsSync(join(samples, name)));

function statusOf({ status_counts }: Expected): Record<string, number> | undefined {
  if (status_counts === undefined) return undefined;
  const { partially_refunded, ...rest } = status_counts;
  const none = { unpaid: 0, paid: 0, shipped: 0, completed: 0, closed: 0, partiallyRefunded: 0, refunded: 0 };
  return { ...none, ...rest, partiallyRefunded: partially_refunded ?? 0 };
}

/** Only what the list of expected values states. */
function stated(file: Expected): object {
  const { paid_gross_cents: paidMinor, refund_cents: refundMinor, net_cents: netMinor } = file;
  const money = Object.entries({ paidMinor, refundMinor, netMinor, status: statusOf(file) });
  return Object.fromEntries(money.filter(([, value]) => value !== null && value !== undefined));
}

/** Buyers whom the marketplace masks are likely persons; these files mask all of them. */
const masked = ['taobao_qianniu', 'kuaishou', 'wechat'];
/** Orders that name nobody: no buyer at all, or guests of a shop whose other buyers are named. */
const nameless: Readonly<Record<string, number>> = {
  'etsy_EtsySoldOrders2025.csv': 2,
  'etsy_EtsySoldOrderItems2025.csv': 2,
};

describe('the samples of all marketplaces', () => {
  test('there are 27 of them', () => {
    expect(files).toHaveLength(27);
  });

  test.each(files)('%s says what it should', async (name, file) => {
    const book = newBook();
    const empty = book.hash();
    const [batch, ...others] = await book.import([join(samples, name)]);
    expect(others).toEqual([]);
    expect(batch).toMatchObject({
      orders: { new: file.orders, changed: 0, same: 0, skipped: 0 },
      lines: file.line_items,
      ...stated(file),
    });
    const buyers = file.distinct_buyers ?? 0;
    const isMasked = masked.some((beginning) => name.startsWith(beginning));
    expect(batch?.customers).toEqual({ new: buyers, matched: 0, likely: isMasked ? buyers : 0 });
    expect(batch?.ordersWithoutBuyer).toBe(nameless[name] ?? (file.distinct_buyers === null ? file.orders : 0));
    const full = book.hash();
    const [again] = await book.import([join(samples, name)]);
    expect(again?.orders).toEqual({ new: 0, changed: 0, same: file.orders, skipped: 0 });
    expect(again?.customers).toEqual({ new: 0, matched: buyers, likely: 0 });
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

  test('what is left of the goods stands in the analytics of WooCommerce, never what was paid at the till', async () => {
    const book = newBook();
    await book.import([join(samples, 'woocommerce_analytics_orders.csv')]);
    const wanted = expected.files['woocommerce_analytics_orders.csv'];
    expect(book.one('select count(distinct receiver_name) from shop_order')).toBe(wanted?.distinct_customer_names);
    // Of orders that were never paid the file shows what they would have brought: 55.50 twice.
    expect(book.one('select sum(paid_minor) from shop_order')).toBe((wanted?.n_revenue_sum_cents ?? 0) - 11_100);
    expect(book.all("select title, quantity from order_line where title like '%Tote%' limit 1")).toEqual([
      ['Linen Tote, Natural', 2],
    ]);
    book.close();
  });

  test.each([
    ['taobao_list_2022_ExportOrderList.xlsx', 'taobao_detail_2022_ExportOrderDetailList.csv'],
    ['etsy_EtsySoldOrders2025.csv', 'etsy_EtsySoldOrderItems2025.csv'],
    ['youzan_orders.csv', 'youzan_items.csv'],
  ])('%s and %s are one import, with the money of the list and the lines of the details', async (...pair) => {
    const [list, details] = pair.map((name) => expected.files[name]);
    const together = newBook();
    const batches = await together.import(pair.map((name) => join(samples, name)));
    expect(batches).toHaveLength(1);
    expect(batches[0]).toMatchObject({
      orders: { new: list?.orders, changed: 0, same: 0, skipped: 0 },
      lines: details?.line_items,
      ...(list === undefined ? {} : stated(list)),
    });
    const later = newBook();
    for (const name of pair.toReversed()) await later.import([join(samples, name)]);
    expect(later.hash()).toBe(together.hash());
    together.close();
    later.close();
  });
});
