/** A file that holds two shops: each of its rows belongs to one of them, is counted there and nowhere else, however it is damaged. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCheck } from '../../../src-main/importing/apply.ts';
import { batchOrdersIn, explainBatch } from '../../../src-main/importing/explain-batch.ts';
import { explainCheck } from '../../../src-main/importing/explain-check.ts';
import { noProgress } from '../../../src-main/importing/progress.ts';
import type { BatchReport } from '../../../src-shared/contract/imports.ts';
import { at, csvOf, head, soundRow } from './damaged-shop.ts';
import { type Book, newBook, now } from './imports-at-hand.ts';

const shops = ['山岚茶铺', '海棠小店'] as const;
const SHOP = at('店铺名称');

/** What may be wrong with a row. */
const hurts = {
  sound: (cells: string[]) => cells,
  shopless: (cells: string[]) => cells.with(SHOP, ''),
  amount: (cells: string[]) => cells.with(at('总金额'), '一百'),
  amountShopless: (cells: string[]) => cells.with(at('总金额'), '一百').with(SHOP, ''),
  number: (cells: string[]) => cells.with(0, '3.94822E+18'),
  shifted: (cells: string[]) => cells.toSpliced(2, 0, '多'),
  shiftedBack: (cells: string[]) => [...cells.toSpliced(2, 1), ''],
  short: (cells: string[]) => cells.slice(0, 7),
  time: (cells: string[]) => cells.with(at('订单创建时间'), '2025-02-30 10:00:00'),
  total: () => head.map((__, column) => (column === 0 ? '合计' : column === 3 ? '9.00' : '')),
  empty: () => head.map(() => ''),
} as const;

const rowsOfTwo = fc.array(
  fc.record({
    shop: fc.nat(1),
    hurt: fc.constantFrom(...(Object.keys(hurts) as (keyof typeof hurts)[])),
  }),
  { minLength: 2, maxLength: 14 },
);

const lineHead =
  '主订单编号,子订单编号,标题,价格,购买数量,订单状态,买家应付货款,订单创建时间,订单付款时间,店铺名称'.split(',');

/** Line `line` of order `order`, in a detail list. */
function lineRow(order: number, line: number, shop: number): string[] {
  const number = `39482175601833${52_071 + order * 37}`;
  const time = `2025-03-${String(3 + order).padStart(2, '0')} 12:00:0${line}`;
  return [
    number,
    `${number.slice(0, -1)}${line}`,
    `茶${line}`,
    '10.00',
    '1',
    '交易成功',
    '10.00',
    time,
    time,
    shops[shop] ?? '',
  ];
}

const lineHurts = {
  sound: (cells: string[]) => cells,
  shopless: (cells: string[]) => cells.with(9, ''),
  amountShopless: (cells: string[]) => cells.with(6, '一百').with(9, ''),
  amount: (cells: string[]) => cells.with(6, '一百'),
  shifted: (cells: string[]) => cells.toSpliced(2, 0, '多'),
  short: (cells: string[]) => cells.slice(0, 6),
} as const;

const linesOfTwo = fc.array(
  fc.record({
    shop: fc.nat(1),
    lines: fc.array(
      fc.record({
        hurt: fc.constantFrom(...(Object.keys(lineHurts) as (keyof typeof lineHurts)[])),
        place: fc.nat(1000),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { minLength: 2, maxLength: 6 },
);

/** How often each row of the file stands in an import, as a row of an order or as one with a problem. */
function places(book: Book): ReadonlyMap<number, number> {
  const found = book.all(`
    select row_no, count(distinct file_id) from (
      select file_id, row_no from source_row union select file_id, row_no from row_problem
    ) group by row_no`) as [number, number][];
  return new Map(found);
}

const counted = ({ orders }: BatchReport): number => orders.new + orders.changed + orders.same + orders.skipped;

test('each row is of one shop, and each order or unreadable row is counted once', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(rowsOfTwo, async (wishes) => {
      const book = newBook();
      try {
        const rows = wishes.map(({ shop, hurt }, row) => hurts[hurt](soundRow(row).with(SHOP, shops[shop] ?? '')));
        const { check, batches } = await book.check([book.file('两店.csv', csvOf([...rows, soundRow(40)]))]);
        const skipped = batches.map((_, batch) =>
          explainCheck({ ledger: book.folder, stage: book.stage }, { check, batch, figure: 'skipped' }),
        );
        expect(skipped.map(({ orderCount }) => orderCount)).toEqual(batches.map(({ orders }) => orders.skipped));
        await applyCheck(book.ledger, book.stage, check, { now }, noProgress);
        expect([...places(book).values()].filter((times) => times !== 1)).toEqual([]);
        expect(places(book).size).toBe(rows.length + 1);
        expect(book.one('select sum(row_count) from import_file')).toBe(rows.length + 1);
        expect(book.all('select distinct name from shop where name not in (?, ?)', ...shops)).toEqual([]);
        // Every row has a number of its own, or none.
        const noOrders = wishes.filter(({ hurt }) => hurt === 'total' || hurt === 'empty').length;
        expect(batches.reduce((sum, batch) => sum + counted(batch), 0)).toBe(rows.length + 1 - noOrders);
        for (const [index, batch] of (
          book.all('select batch_id from import_batch order by 1').flat() as number[]
        ).entries()) {
          const question = { batch, figure: 'skipped' } as const;
          expect(explainBatch(book.ledger, question).orderCount).toBe(batches[index]?.orders.skipped);
          expect(batchOrdersIn(book.ledger, question, { from: 0, count: 50 })).toHaveLength(
            batches[index]?.orders.skipped ?? -1,
          );
        }
      } finally {
        book.close();
      }
    }),
    { numRuns: 60, seed: 20_260_111 },
  );
});

test('an order of several rows is imported whole or left out whole, whichever shop its rows name', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(linesOfTwo, async (wishes) => {
      const book = newBook();
      try {
        const rows = wishes
          .flatMap(({ shop, lines }, order) =>
            lines.map(({ hurt, place }, line) => ({ place, cells: lineHurts[hurt](lineRow(order, line, shop)) })),
          )
          .toSorted((a, b) => a.place - b.place)
          .map(({ cells }) => cells);
        const sound = [0, 1].map((shop) => lineRow(20 + shop, 0, shop));
        const batches = await book.import([book.file('明细.csv', csvOf([...rows, ...sound], lineHead))]);
        expect([...places(book).values()].filter((times) => times !== 1)).toEqual([]);
        expect(places(book).size).toBe(rows.length + 2);
        const imported = new Map(
          book.all(`select order_number, count(*) from order_key join source_row using (order_id) group by 1`) as [
            string,
            number,
          ][],
        );
        const wanted = new Map(
          wishes.flatMap(({ lines }, order) =>
            lines.every(({ hurt }) => hurt === 'sound' || hurt === 'shopless')
              ? [[lineRow(order, 0, 0)[0] ?? '', lines.length]]
              : [],
          ) as [string, number][],
        );
        for (const [number = ''] of sound) wanted.set(number, 1);
        expect(imported).toEqual(wanted);
        expect(batches.reduce((sum, batch) => sum + counted(batch), 0)).toBe(wishes.length + 2);
      } finally {
        book.close();
      }
    }),
    { numRuns: 60, seed: 20_260_112 },
  );
});
