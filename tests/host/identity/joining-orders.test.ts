/** Orders of people the ledger knows: those that only join their customer are not matched again, and all others are, with everybody. */

import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { mergeCustomers } from '../../../src-main/identity/decide.ts';
import { applyCheck } from '../../../src-main/importing/apply.ts';
import { noProgress } from '../../../src-main/importing/progress.ts';
import { verifyLedger } from '../../../src-main/importing/verify.ts';
import type { BatchReport } from '../../../src-shared/contract/imports.ts';
import { type Book, newBook, now } from '../importing/imports-at-hand.ts';
import { type MadeOrder, orderFile, people } from './orders-at-hand.ts';

const a = { nick: '豆豆', phone: '13800138001', name: '王予安' };
const b = { nick: '花花', phone: '13900139002', name: '王小花' };
const phoneOnly = { nick: '', phone: '13600136004', name: '单阿姨' };

let books: Book[] = [];
afterEach(() => {
  for (const book of books) book.close();
  books = [];
});

async function bookOf(...orders: readonly MadeOrder[]): Promise<Book> {
  const book = newBook();
  books.push(book);
  await add(book, 'first.csv', ...orders);
  return book;
}

interface Added {
  readonly report: BatchReport;
  /** What the plan does with customers, in the order of their numbers. */
  readonly actions: readonly string[];
}

const add = (book: Book, name: string, ...orders: readonly MadeOrder[]): Promise<Added> =>
  addText(book, name, orderFile(orders));

async function addText(book: Book, name: string, text: string): Promise<Added> {
  const { check } = await book.check([book.file(name, text)], { shop: '小铺' });
  const stage = new Database(join(book.stage, check, 'stage.db'), { readonly: true });
  const actions = stage.prepare<[], string>('select action from plan_customer order by customer_id').pluck().all();
  stage.close();
  const [report] = (await applyCheck(book.ledger, book.stage, check, { now }, noProgress)).batches;
  return { report: report ?? expect.fail('no batch'), actions };
}

const sums = (book: Book): unknown[] => book.all('select orders, counted from customer_total order by customer_id');

describe('an order of somebody known', () => {
  test('joins its customer, to whose sums it is added', async () => {
    const book = await bookOf({ order: 11, ...a }, { order: 12, ...b });
    const { report, actions } = await add(book, 'later.csv', { order: 13, ...a }, { order: 14, ...a });
    expect(actions).toEqual(['added']);
    expect(report.customers).toMatchObject({ new: 0, matched: 1 });
    expect(people(book)).toEqual(['11 13 14', '12']);
    expect(sums(book)).toEqual([
      [3, 3],
      [1, 1],
    ]);
    expect(verifyLedger(book.ledger)).toMatchObject({ ok: true });
  });

  test('that brings a phone is matched, and with it the others of the same customer', async () => {
    const book = await bookOf({ order: 11, ...a }, { order: 12, ...b });
    const { actions } = await add(book, 'later.csv', { order: 13, ...a }, { order: 14, ...a, phone: '13511112222' });
    expect(actions).toEqual(['kept']);
    expect(people(book)).toEqual(['11 13 14', '12']);
    expect(verifyLedger(book.ledger)).toMatchObject({ ok: true });
  });

  test('that makes two customers one takes those along who would have joined either', async () => {
    const book = await bookOf({ order: 11, ...a, mail: 'a@b.cn' }, { order: 12, ...b, mail: 'b@b.cn' });
    const { report } = await add(
      book,
      'later.csv',
      { order: 13, ...a, mail: 'a@b.cn' },
      { order: 14, ...b, mail: 'b@b.cn' },
      { order: 15, ...a, mail: 'b@b.cn' },
    );
    expect(people(book)).toEqual(['11 12 13 14 15']);
    expect(report.customers).toMatchObject({ new: 0, matched: 1 });
    expect(verifyLedger(book.ledger)).toMatchObject({ ok: true });
  });

  test('who was put together by the owner is matched, for his word holds only as it is kept', async () => {
    const book = await bookOf({ order: 11, ...a }, { order: 12, ...b });
    const ids = (book.all('select customer_id from customer order by 1') as [number][]).flat();
    mergeCustomers(book.ledger, { groups: [ids] }, { reason: 'test', now });
    const { actions } = await add(book, 'later.csv', { order: 13, ...a });
    expect(actions).not.toContain('added');
    expect(people(book)).toEqual(['11 12 13']);
    expect(verifyLedger(book.ledger)).toMatchObject({ ok: true });
  });

  test('known by a phone alone is matched: at a shared phone every order counts', async () => {
    const book = await bookOf({ order: 11, ...phoneOnly });
    const { actions } = await add(book, 'later.csv', { order: 12, ...phoneOnly });
    expect(actions).toEqual(['kept']);
    expect(people(book)).toEqual(['11 12']);
    expect(verifyLedger(book.ledger)).toMatchObject({ ok: true });
  });

  test('seen again of another day is told of: only the sums of its customer are worked out again', async () => {
    const book = await bookOf({ order: 11, ...a }, { order: 12, ...b });
    const { report, actions } = await add(book, 'later.csv', { order: 11, ...a, day: '2025-03-04' });
    expect(report.orders).toMatchObject({ new: 0, changed: 1 });
    expect(report.customers).toMatchObject({ new: 0, matched: 1 });
    expect(actions).toEqual(['summed']);
    expect(verifyLedger(book.ledger)).toMatchObject({ ok: true });
  });

  test('seen again with other goods, of the same amount, changes no sum', async () => {
    const book = await bookOf({ order: 11, ...a }, { order: 12, ...b });
    const text = orderFile([{ order: 11, ...a }]).replace('茶叶', '红茶');
    const { report, actions } = await addText(book, 'later.csv', text);
    expect(report.orders).toMatchObject({ new: 0, changed: 1 });
    expect(report.customers).toMatchObject({ new: 0, matched: 1 });
    expect(actions).toEqual([]);
    expect(book.one('select items_text from shop_order where order_id = 1')).toBe('红茶');
    expect(book.one('select title from order_line where order_id = 1')).toBe('红茶');
    expect(verifyLedger(book.ledger)).toMatchObject({ ok: true });
  });
});
