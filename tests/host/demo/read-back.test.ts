/** Files of a made shop, of every marketplace, read back by the program: no question, and every order as it truly is. */

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { markets } from '../../../src-main/demo/markets.ts';
import type { TrueOrder } from '../../../src-main/demo/truth.ts';
import { madeShop } from '../../support/made-shop.ts';
import { type Book, newBook } from '../importing/imports-at-hand.ts';

/** What made files are noted for, without anything being wrong with them. */
const harmless: ReadonlySet<string> = new Set(['phone-virtual', 'refund-inferred', 'empty-row']);

const toldOf = (orders: readonly TrueOrder[]): readonly string[] =>
  orders.map((order) => `${order.number} ${order.status} ${order.paidMinor} ${order.refundMinor}`).toSorted();

const storedIn = (book: Book): readonly string[] =>
  (
    book.all(`
      select order_number, status, coalesce(paid_minor, 0), coalesce(refund_minor, 0)
      from shop_order join order_key using (order_id)
    `) as [string, string, number, number][]
  )
    .map((cells) => cells.join(' '))
    .toSorted();

test.each(markets.map(({ name }) => name))('%s', { timeout: 60_000 }, async (name) => {
  const book = newBook();
  try {
    const made = await madeShop(join(book.folder, 'made'), { markets: [name], buyers: 60 });
    const checked = await book.check(made.paths);
    const codes = checked.batches.flatMap(({ problemCounts }) => Object.keys(problemCounts));
    expect(codes.filter((code) => !harmless.has(code))).toEqual([]);
    await book.import(made.paths);
    expect(made.orders.length).toBeGreaterThan(20);
    expect(storedIn(book)).toEqual(toldOf(made.orders));
  } finally {
    book.close();
  }
});
