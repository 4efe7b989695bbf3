/** Rows put aside: they wait until their order comes whole, are given to an order the owner picks, or are let go; and all of it can be taken back. */

import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyCheck } from '../../../src-main/importing/apply.ts';
import { asideCandidates, listAside } from '../../../src-main/importing/damage/aside.ts';
import { attachAside, letAsideGo, settleAside } from '../../../src-main/importing/damage/attach-row.ts';
import { checkCandidates } from '../../../src-main/importing/damage/check-candidates.ts';
import { numberFits, rangeOf } from '../../../src-main/importing/damage/number-fits.ts';
import { noProgress } from '../../../src-main/importing/progress.ts';
import { rematchKeys, rematchOrders } from '../../../src-main/importing/rematch-orders.ts';
import { verifyLedger } from '../../../src-main/importing/verify.ts';
import { write } from '../../../src-main/ledger/journal.ts';
import { redoEdit, undoEdit } from '../../../src-main/ledger/undo-edit.ts';
import type { RowProblemCode } from '../../../src-shared/row-problem.ts';
import { at, csvOf, soundRow, soundRows, withCells } from './damaged-shop.ts';
import { type Book, newBook, now } from './imports-at-hand.ts';

let book: Book;

beforeEach(() => {
  book = newBook();
});
afterEach(() => book.close());

const numberOf = (row: number): string => soundRow(row)[0] ?? '';
const spoilt = withCells(soundRows(4), 1, { 订单编号: '3.94822E+18' });
const unreadable = withCells(spoilt, 2, { 买家实际支付金额: '一百' });
const damaged = csvOf(unreadable);
const both: readonly RowProblemCode[] = ['order-number-scientific', 'amount-unreadable'];
const options = { now, rematchOrders, rematchKeys, settleAside };

async function post(name: string, text: string, aside: readonly RowProblemCode[] = both) {
  const { check } = await book.check([book.file(name, text)]);
  return (await applyCheck(book.ledger, book.stage, check, { now, aside }, noProgress)).batches;
}

function waiting(): number[] {
  return listAside(book.ledger, { from: 0, count: 100 }).rows.map(({ row }) => row);
}

test('only rows left out for the chosen reasons wait, with what the file says', async () => {
  await post('订单.csv', damaged, ['order-number-scientific']);
  const { total, rows } = listAside(book.ledger, { from: 0, count: 10 });
  expect(total).toBe(1);
  expect(rows[0]).toMatchObject({
    file: 1,
    name: '订单.csv',
    row: 3,
    shop: '山岚茶铺',
    code: 'order-number-scientific',
    column: '订单编号',
    found: '3.94822E+18',
    orderNumber: null,
  });
  expect(rows[0]?.cells[1]).toBe('茶客1');
  expect(rows[0]?.header[1]).toBe('买家会员名');
});

test('without a word nothing waits', async () => {
  await post('订单.csv', damaged, []);
  expect(waiting()).toEqual([]);
});

test('they leave by themselves when their order comes whole, and wait again when that import is taken back', async () => {
  await post('订单.csv', damaged);
  expect(waiting()).toEqual([3, 4]);
  const [whole] = await post('原文件.csv', csvOf(soundRows(4)), []);
  expect(waiting()).toEqual([]);
  book.undo(whole?.id ?? 0);
  expect(waiting()).toEqual([3, 4]);
  book.redo(whole?.id ?? 0);
  expect(waiting()).toEqual([]);
});

test('a row whose order was there before it was damaged waits for the next import', async () => {
  await post('第一次.csv', csvOf(soundRows(4)), []);
  await post('订单.csv', damaged);
  expect(waiting()).toEqual([3, 4]);
});

test('the same file put aside twice waits once', async () => {
  await post('订单.csv', damaged);
  const [again] = await post('又一次.csv', damaged);
  expect(waiting()).toEqual([3, 4]);
  expect(listAside(book.ledger, { from: 0, count: 10 }).rows.map(({ name }) => name)).toEqual([
    '又一次.csv',
    '又一次.csv',
  ]);
  book.undo(again?.id ?? 0);
  expect(waiting()).toEqual([3, 4]);
});

test('they go with their import', async () => {
  const [batch] = await post('订单.csv', damaged);
  book.undo(batch?.id ?? 0);
  expect(waiting()).toEqual([]);
  book.redo(batch?.id ?? 0);
  expect(waiting()).toEqual([3, 4]);
});

test('the order a spoilt number may have been: what is left of it, time, amount and buyer speak for it', async () => {
  await post('第一次.csv', csvOf(soundRows(8)), []);
  const path = book.file('订单.csv', csvOf(spoilt));
  const { check } = await book.check([path]);
  const { candidates, column } = checkCandidates(book.ledger, book.stage, { check, batch: 0, file: 0, row: 3 });
  expect(column).toBe(0);
  expect(candidates[0]).toMatchObject({ orderNumber: numberOf(1), paidMinor: 10_150, currency: 'CNY', buyer: '沈1' });
  expect(candidates[0]?.evidence).toEqual(
    (['number', 'time', 'amount', 'buyer', 'phone', 'name'] as const).map((about) => ({
      about,
      says: about === 'number' ? 'near' : 'same',
    })),
  );
  // A row with nothing of its own has no candidates.
  expect(checkCandidates(book.ledger, book.stage, { check, batch: 0, file: 0, row: 999 }).candidates).toEqual([]);
});

function attach(row: number, order: number): number {
  return write(book.ledger, { reason: 'aside.attach', now }, (writing, record) =>
    attachAside(writing, record, { file: 2, row }, order, now),
  );
}

test('the owner gives a row to an order: it is one of its rows, and that can be taken back and brought back', async () => {
  await post('第一次.csv', csvOf(withCells(soundRows(8), 1, { 订单状态: '等待买家付款', 订单付款时间: '' })), []);
  const before = book.hash();
  const paid = withCells(soundRows(2), 1, { 订单编号: '3.94822E+18' });
  await post('订单.csv', csvOf([paid[1] ?? []]));
  const place = { file: 2, row: 2 };
  const [candidate] = asideCandidates(book.ledger, place);
  expect(candidate?.orderNumber).toBe(numberOf(1));
  const edit = attach(2, candidate?.order ?? 0);
  expect(waiting()).toEqual([]);
  expect(book.one('select status from shop_order where order_id = ?', candidate?.order ?? 0)).toBe('completed');
  expect(book.all('select found, typed from cell_fix')).toEqual([['3.94822E+18', numberOf(1)]]);
  expect(verifyLedger(book.ledger)).toMatchObject({ ok: true, ordersChecked: 8 });
  const after = book.hash();
  undoEdit(book.ledger, edit, options);
  expect(book.hash()).toBe(before);
  expect(waiting()).toEqual([2]);
  redoEdit(book.ledger, edit, options);
  expect(book.hash()).toBe(after);
  // Taken back with its import, like any row.
  book.undo(2);
  expect(book.hash()).toBe(before);
  expect(verifyLedger(book.ledger).ok).toBe(true);
});

test('a row of which more is damaged than its number is given to nobody', async () => {
  await post('第一次.csv', csvOf(soundRows(4)), []);
  const row = withCells(spoilt, 1, { 买家实际支付金额: '一百' })[1] ?? [];
  await post('订单.csv', csvOf([row]));
  const order = Number(book.one('select order_id from order_key where order_number = ?', numberOf(1)));
  expect(() => attach(2, order)).toThrow(expect.objectContaining({ code: 'row-still-damaged' }) as Error);
  expect(() => attach(7, order)).toThrow(expect.objectContaining({ code: 'row-not-aside' }) as Error);
  expect(() => attach(2, 999)).toThrow(expect.objectContaining({ code: 'order-unknown' }) as Error);
  expect(book.all('select 1 from cell_fix')).toEqual([]);
});

test('what the owner lets go waits no longer, until that is taken back', async () => {
  await post('订单.csv', damaged);
  const edit = write(book.ledger, { reason: 'aside.letGo', now }, (writing, record) =>
    letAsideGo(writing, record, { file: 1, row: 3 }, now),
  );
  expect(waiting()).toEqual([4]);
  undoEdit(book.ledger, edit, options);
  expect(waiting()).toEqual([3, 4]);
  redoEdit(book.ledger, edit, options);
  expect(waiting()).toEqual([4]);
});

test('the sound rows of an order that was left out wait with the damaged one', async () => {
  const twice = [...soundRows(2), soundRow(1).with(at('买家实际支付金额'), '一百')];
  await post('订单.csv', csvOf(twice), ['amount-unreadable']);
  expect(waiting()).toEqual([3, 4]);
});

test.each([
  ['3.94822E+18', '3948217560183352108', 'near'],
  ['3.94822E+18', '3948225000000000001', 'differs'],
  ['3.94822E+18', '394821756018335210', 'differs'],
  ['3948217560183350000', '3948217560183352108', 'near'],
  ['3948217560183350000', '3948217560183452108', 'differs'],
  ['4520114', '004520114', 'near'],
  ['4520114', '4520115', 'differs'],
  ['坏了', '4520115', null],
])('%s may have been %s: %s', (cell, number, says) => {
  expect(numberFits(cell, number)).toBe(says);
});

test('a number rounded up has its range on both sides', () => {
  expect(rangeOf('1.80E+18')).toEqual({ from: '1795000000000000000', to: '1805000000000000000' });
  expect(rangeOf('12')).toBeNull();
});
