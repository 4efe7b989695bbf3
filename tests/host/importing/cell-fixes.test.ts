/** A cell the owner corrects: the check is that of the corrected file, the ledger keeps both texts, and undo and repetition hold. */

import { afterEach, expect, test } from 'vitest';
import { applyCheck } from '../../../src-main/importing/apply.ts';
import type { CheckFile } from '../../../src-main/importing/check.ts';
import { checkFiles } from '../../../src-main/importing/check.ts';
import { noProgress } from '../../../src-main/importing/progress.ts';
import { sourcesOfOrder } from '../../../src-main/importing/source-rows.ts';
import { rowsOfCheck } from '../../../src-main/importing/stage-rows.ts';
import { verifyLedger } from '../../../src-main/importing/verify.ts';
import type { CellFix } from '../../../src-shared/contract/imports.ts';
import { at, csvOf, soundRow, soundRows, withCells } from './damaged-shop.ts';
import { type Book, newBook, now, today } from './imports-at-hand.ts';

let book: Book;

afterEach(() => book.close());

const damaged = csvOf(
  withCells(withCells(soundRows(6), 1, { 订单编号: '3.94822E+18' }), 3, { 买家实际支付金额: '一百' }),
);
const sound = csvOf(soundRows(6));
const fixes: readonly CellFix[] = [
  { row: 3, column: 0, typed: soundRow(1)[0] ?? '' },
  { row: 5, column: at('买家实际支付金额'), typed: soundRow(3)[at('买家实际支付金额')] ?? '' },
];

function check(path: string, own: readonly CellFix[] = fixes) {
  const file: CheckFile = { ticket: 't', path, name: '订单.csv', bytes: Buffer.byteLength(damaged), fixes: own };
  return checkFiles(book.ledger, book.stage, [file], { today }, noProgress);
}

async function post(path: string, own: readonly CellFix[] = fixes) {
  const checked = await check(path, own);
  const applied = await applyCheck(book.ledger, book.stage, checked.check, { now }, noProgress);
  return { checked, applied: applied.batches };
}

test('the check of a corrected file is that of a sound one, and apply does what it said', async () => {
  book = newBook();
  await book.import([book.file('sound.csv', sound)]);
  const hash = book.hash();
  book.close();
  book = newBook();
  const path = book.file('订单.csv', damaged);
  expect((await check(path, [])).batches[0]?.orders).toEqual({ new: 4, changed: 0, same: 0, skipped: 2 });
  const { checked, applied } = await post(path);
  expect(checked.batches[0]).toMatchObject({ orders: { new: 6, skipped: 0 }, problems: [], cellsFixed: 2 });
  expect(applied[0]).toEqual({ ...checked.batches[0], id: 1 });
  expect(book.hash()).toBe(hash);
  expect(verifyLedger(book.ledger)).toMatchObject({ ok: true, ordersChecked: 6 });
});

test('the ledger keeps what the file said and what the owner said', async () => {
  book = newBook();
  const path = book.file('订单.csv', damaged);
  const { check: name } = await check(path);
  const stage = rowsOfCheck(book.stage, { check: name, batch: 0, file: 0, from: 3, count: 1 });
  expect(stage.rows[0]).toMatchObject({
    row: 3,
    fixes: [{ column: 0, typed: soundRow(1)[0], earlier: false }],
    problems: [],
  });
  expect(stage.rows[0]?.cells[0]).toBe('3.94822E+18');
  await post(path);
  const order = Number(book.one('select order_id from order_key where order_number = ?', soundRow(1)[0] ?? ''));
  const [row] = sourcesOfOrder(book.ledger, order).rows;
  expect(row?.cells[0]).toMatchObject({ value: '3.94822E+18', typed: soundRow(1)[0] });
  expect(row?.cells[1]).not.toHaveProperty('typed');
});

test('it goes and comes with the import', async () => {
  book = newBook();
  const empty = book.hash();
  const { applied } = await post(book.file('订单.csv', damaged));
  const full = book.hash();
  const id = applied[0]?.id ?? 0;
  book.undo(id);
  expect(book.hash()).toBe(empty);
  // What was taken back was never said: the same file is damaged again.
  expect((await check(book.file('again.csv', damaged), [])).batches[0]?.orders.skipped).toBe(2);
  book.redo(id);
  expect(book.hash()).toBe(full);
  expect(verifyLedger(book.ledger).ok).toBe(true);
});

test('the same file again needs no word: it takes the corrections over, and they stand', async () => {
  book = newBook();
  await post(book.file('订单.csv', damaged));
  const hash = book.hash();
  const again = await post(book.file('again.csv', damaged), [{ row: 3, column: 0, typed: '111' }]);
  expect(again.checked.batches[0]).toMatchObject({
    orders: { new: 0, changed: 0, same: 6, skipped: 0 },
    cellsFixed: 2,
  });
  expect(book.hash()).toBe(hash);
  const other = await check(book.file('other.csv', damaged.replace('茶客0', '茶客9')), []);
  expect(other.batches[0]?.orders.skipped).toBe(2);
});

test('the sound file later changes nothing, whichever comes first', async () => {
  book = newBook();
  await post(book.file('订单.csv', damaged));
  const hash = book.hash();
  const [report] = await book.import([book.file('sound.csv', sound)]);
  expect(report?.orders).toEqual({ new: 0, changed: 0, same: 6, skipped: 0 });
  expect(book.hash()).toBe(hash);
});

test('a cell beyond the end of a short row is written all the same', async () => {
  book = newBook();
  const cut = sound.slice(0, sound.lastIndexOf(',1,山岚'));
  const path = book.file('cut.csv', cut);
  expect((await check(path, [])).batches[0]?.problemCounts).toEqual({ 'last-record-cut': 1 });
  const fixed = await check(path, [
    { row: 7, column: 12, typed: '1' },
    { row: 7, column: 13, typed: '山岚茶铺' },
  ]);
  expect(fixed.batches[0]).toMatchObject({ orders: { new: 6, skipped: 0 }, problems: [] });
});

test('a check planned again carries the corrections out as well', async () => {
  book = newBook();
  const first = await check(book.file('订单.csv', damaged));
  await book.import([book.file('other.csv', csvOf([soundRow(50)]))]);
  await expect(applyCheck(book.ledger, book.stage, first.check, { now }, noProgress)).rejects.toMatchObject({
    code: 'check-is-stale',
  });
  const { batches } = await applyCheck(book.ledger, book.stage, first.check, { now }, noProgress);
  expect(batches[0]?.orders).toEqual({ new: 6, changed: 0, same: 0, skipped: 0 });
  expect(verifyLedger(book.ledger).ok).toBe(true);
});

test('in a file that threads read, corrections reach every piece', async () => {
  book = newBook();
  const many = Array.from({ length: 17_000 }, (_, row) =>
    soundRow(row % 900).with(0, `39482175${10_000_000_000 + row * 7}`),
  );
  const places = [3, 7000, 16_999];
  const spoilt = many.map((cells, row) => (places.includes(row) ? cells.with(at('买家实际支付金额'), '一百') : cells));
  await book.import([book.file('sound.csv', csvOf(many))]);
  const hash = book.hash();
  book.close();
  book = newBook();
  const path = book.file('big.csv', csvOf(spoilt));
  const bytes = Buffer.byteLength(csvOf(spoilt));
  expect(bytes).toBeGreaterThan(3 << 20);
  const own = places.map((row) => ({
    row: row + 2,
    column: at('买家实际支付金额'),
    typed: many[row]?.[at('买家实际支付金额')] ?? '',
  }));
  const file: CheckFile = { ticket: 't', path, name: 'big.csv', bytes, fixes: own };
  const { check: name } = await checkFiles(book.ledger, book.stage, [file], { today }, noProgress);
  await applyCheck(book.ledger, book.stage, name, { now }, noProgress);
  expect(book.hash()).toBe(hash);
});

test('where only the first row of an order has its fields, corrections are read as well', async () => {
  book = newBook();
  const shopify = (total: string): string =>
    [
      'Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Id',
      `#1001,a@example.com,paid,2025-03-03 09:12:07 +0800,fulfilled,USD,20.00,0.00,0.00,${total},2025-03-03 09:11:00 +0800,1,Tea,10.00,5001`,
      '#1001,a@example.com,,,,,,,,,2025-03-03 09:11:00 +0800,1,Cup,10.00,',
      '#1002,b@example.com,paid,2025-03-04 09:12:07 +0800,fulfilled,USD,10.00,0.00,0.00,10.00,2025-03-04 09:11:00 +0800,1,Tea,10.00,5002',
    ].join('\n');
  const columns = shopify('').split('\n')[0]?.split(',') ?? [];
  const path = book.file('orders.csv', shopify('twenty'));
  const checked = await check(path, [{ row: 2, column: columns.indexOf('Total'), typed: '20.00' }]);
  expect(checked.batches[0]).toMatchObject({ orders: { new: 2, skipped: 0 }, netMinor: 3000, cellsFixed: 1 });
  await applyCheck(book.ledger, book.stage, checked.check, { now }, noProgress);
  expect(verifyLedger(book.ledger).ok).toBe(true);
});
