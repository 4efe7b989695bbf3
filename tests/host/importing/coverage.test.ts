/** Which days the ledger knows of: files unite, gaps are found as a slow look finds them, undo takes days away, the owner's word stands. */

import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { coverageDays, listCoverage, markQuiet } from '../../../src-main/ledger/coverage.ts';
import { redoEdit, undoEdit } from '../../../src-main/ledger/undo-edit.ts';
import { addDays, daysBetween } from '../../../src-shared/day.ts';
import { orderFile, orderNumber } from '../../support/order-file.ts';
import { day } from '../metrics/random-ledger.ts';
import { type Book, newBook, now } from './imports-at-hand.ts';

let book: Book;
beforeEach(() => {
  book = newBook();
});
afterEach(() => book.close());

const act = { reason: 'coverage.mark', now };
const undoing = { now, rematchOrders: () => undefined, rematchKeys: () => undefined, settleAside: () => undefined };

/** A month's orders, one every third day. */
function monthFile(month: string, first: number): string {
  const rows = Array.from({ length: 10 }, (_, index) => ({
    number: orderNumber(first + index),
    nick: `茶客${index}`,
    at: `${month}-${String(1 + index * 3).padStart(2, '0')} 10:00:00`,
  }));
  return orderFile(rows);
}

async function importMonth(month: string, first: number, name = `订单${month}.csv`): Promise<number> {
  const [report] = await book.import([book.file(name, monthFile(month, first))], { shop: '小铺' });
  return report?.id ?? expect.fail('nothing imported');
}

const gapsOf = () => listCoverage(book.ledger, {}).shops[0]?.gaps;

test('a month that was not imported is a hole; the file that fills it closes it, and its undo opens it again', async () => {
  await importMonth('2024-01', 0);
  await importMonth('2024-03', 100);
  expect(gapsOf()).toEqual([{ from: '2024-02-01', to: '2024-02-29', days: 29 }]);
  const february = await importMonth('2024-02', 200);
  expect(gapsOf()).toEqual([]);
  book.undo(february);
  expect(gapsOf()).toEqual([{ from: '2024-02-01', to: '2024-02-29', days: 29 }]);
  book.redo(february);
  const [shop] = listCoverage(book.ledger, {}).shops;
  expect(shop).toMatchObject({ name: '小铺', from: '2024-01-01', to: '2024-03-31', gaps: [] });
  expect(shop?.files.map(({ from, to, stated }) => [from, to, stated])).toEqual([
    ['2024-01-01', '2024-01-31', true],
    ['2024-02-01', '2024-02-29', true],
    ['2024-03-01', '2024-03-31', true],
  ]);
});

test('without a stated period a file reaches from its first ordered day to its last; files of one import stand apart', async () => {
  const files = [book.file('a.csv', monthFile('2024-01', 0)), book.file('b.csv', monthFile('2024-03', 100))];
  await book.import(files, { shop: '小铺' });
  expect(gapsOf()).toEqual([{ from: '2024-01-29', to: '2024-02-29', days: 32 }]);
  const span = { shop: 1, from: '2024-01-01', to: '2024-01-05' };
  expect(coverageDays(book.ledger, span).days).toEqual([
    { day: '2024-01-01', orders: 1 },
    { day: '2024-01-04', orders: 1 },
  ]);
});

test('a notice above the header tells the period, and is kept with the file', async () => {
  const rows = [{ number: orderNumber(1), nick: '茶客', at: '2024-05-09 10:00:00' }];
  const notice = ['下单时间：2024-05-01 00:00:00 至 2024-05-31 23:59:59'];
  await book.import([book.file('导出.csv', orderFile(rows, notice))], { shop: '小铺' });
  expect(listCoverage(book.ledger, {}).shops[0]).toMatchObject({ from: '2024-05-01', to: '2024-05-31' });
  expect(book.one('select notice from import_file')).toBe(JSON.stringify(notice));
});

test('the owner says why days have no file; that can be taken back and brought again, and is part of what the ledger says', async () => {
  await importMonth('2024-01', 0);
  await importMonth('2024-03', 100);
  const before = book.hash();
  const [edit = 0] = markQuiet(book.ledger, [{ shop: 1, from: '2024-02-01', to: '2024-02-29', reason: 'closed' }], act);
  expect(gapsOf()).toEqual([]);
  expect(listCoverage(book.ledger, {}).shops[0]?.quiet).toEqual([
    { from: '2024-02-01', to: '2024-02-29', reason: 'closed' },
  ]);
  expect(book.hash()).not.toBe(before);
  undoEdit(book.ledger, edit, undoing);
  expect(gapsOf()).toHaveLength(1);
  expect(book.hash()).toBe(before);
  redoEdit(book.ledger, edit, undoing);
  expect(gapsOf()).toEqual([]);
  markQuiet(book.ledger, [{ shop: 1, from: '2024-02-01', to: '2024-02-29', reason: null }], act);
  expect(gapsOf()).toHaveLength(1);
  expect(() =>
    markQuiet(book.ledger, [{ shop: 9, from: '2024-02-01', to: '2024-02-29', reason: 'closed' }], act),
  ).toThrow(expect.objectContaining({ code: 'shop-unknown' }));
});

test('gaps are the days that nobody covers between the first and the last one, whatever the spans', async () => {
  await importMonth('2024-01', 0);
  const { connection } = book.ledger;
  const start = day('2024-01-01');
  const span = fc.tuple(fc.nat(90), fc.nat(12)).map(([from, length]) => ({
    from: addDays(start, from),
    to: addDays(start, from + length),
  }));
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 9 }), fc.array(span, { maxLength: 4 }), (files, quiet) => {
      connection.exec('savepoint life');
      connection.exec(
        'delete from row_problem; delete from source_row; delete from source_block; delete from import_file',
      );
      const file = connection.prepare(
        "insert into import_file (batch_id, name, sha256, byte_count, format, header_row, header, mapping, row_count, covers_from, covers_to) values (1, 'x', ?, 1, 'csv', 1, '[]', '{}', 1, ?, ?)",
      );
      for (const { from, to } of files) file.run('0'.repeat(64), from, to);
      const word = connection.prepare("insert or ignore into quiet_span values (1, ?, ?, 'noSales')");
      for (const { from, to } of quiet) word.run(from, to);
      const spans = [...files, ...quiet];
      const last =
        spans
          .map(({ to }) => to)
          .toSorted()
          .at(-1) ?? start;
      const first = spans.map(({ from }) => from).toSorted()[0] ?? start;
      const missing = Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index)).filter(
        (one) => !spans.some(({ from, to }) => from <= one && one <= to),
      );
      const found = (gapsOf() ?? []).flatMap(({ from, days }) =>
        Array.from({ length: days }, (_, index) => addDays(day(from), index)),
      );
      connection.exec('rollback to life; release life');
      expect(found).toEqual(missing);
    }),
    { numRuns: 120 },
  );
});
