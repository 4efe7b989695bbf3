/** The owner says who is who: people put together, kept apart, taken apart again, and what holds when imports come and go. */

import { afterEach, describe, expect, test } from 'vitest';
import { confirmLikely, decide, mergeCustomers, neverTheSame } from '../../../src-main/identity/decide.ts';
import { partsOfCustomer, unmergeCustomer } from '../../../src-main/identity/parts.ts';
import { settleAside } from '../../../src-main/importing/damage/attach-row.ts';
import { rematchKeys, rematchOrders } from '../../../src-main/importing/rematch-orders.ts';
import { verifyLedger } from '../../../src-main/importing/verify.ts';
import { editCustomer } from '../../../src-main/ledger/customer-edits.ts';
import { listJournal, write } from '../../../src-main/ledger/journal.ts';
import { customerEdit, tablesOf } from '../../../src-main/ledger/schema/tables.ts';
import { redoEdit, undoEdit } from '../../../src-main/ledger/undo-edit.ts';
import { type Book, newBook, now } from '../importing/imports-at-hand.ts';
import { type MadeOrder, orderFile, people } from './orders-at-hand.ts';

const act = { reason: 'test', now };
const undoing = { now, rematchOrders, rematchKeys, settleAside };

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

async function add(book: Book, name: string, ...orders: readonly MadeOrder[]): Promise<number> {
  const [batch] = await book.import([book.file(name, orderFile(orders))], { shop: '小铺' });
  return batch?.id ?? expect.fail('no batch');
}

const customerOf = (book: Book, order: number): number =>
  Number(
    book.one(
      `select customer_id from shop_order join order_key using (order_id) where order_number like '%' || ?`,
      String(order),
    ),
  );
const of = (book: Book, ...orders: readonly number[]): number[] => orders.map((order) => customerOf(book, order));
const facts = (book: Book, order: number): unknown =>
  (
    book.all(
      'select display_name, note, phone, certainty from customer where customer_id = ?',
      customerOf(book, order),
    ) as unknown[]
  )[0];

const a = { nick: '豆豆', phone: '13800138001', name: '王予安' };
const b = { nick: '花花', phone: '13900139002', name: '王小花' };
const c = { nick: '石头', phone: '13700137003', name: '石磊' };
const phoneOnly = { nick: '', phone: '13600136004', name: '单阿姨' };
const masked = { nick: '豆***', phone: '138****8001', name: '王**' };

describe('people put together', () => {
  test('are one with what was chosen, and each has its own orders again when taken apart later', async () => {
    const book = await bookOf(
      { order: 11, ...a },
      { order: 12, ...b },
      { order: 13, ...phoneOnly },
      { order: 14, ...masked },
    );
    editCustomer(book.ledger, { customer: customerOf(book, 12), field: 'note', value: '花花的备注' }, act);
    const choices = { displayName: '王姐', phoneOf: customerOf(book, 12) };
    const { edit, customers } = mergeCustomers(book.ledger, { groups: [of(book, 11, 12, 13, 14)], choices }, act);
    expect(people(book)).toEqual(['11 12 13 14']);
    expect(customers).toEqual([customerOf(book, 11)]);
    expect(facts(book, 11)).toEqual(['王姐', '花花的备注', '13900139002', 'certain']);

    await add(
      book,
      'later.csv',
      { order: 21, ...a },
      { order: 22, ...b },
      { order: 23, ...phoneOnly },
      { order: 24, ...masked },
    );
    expect(people(book)).toEqual(['11 12 13 14 21 22 23 24']);
    const parts = partsOfCustomer(book.ledger, customerOf(book, 11));
    expect(parts.map(({ key, link, orders }) => [key.value, link, orders])).toEqual([
      ['taobao:花花', null, 2],
      ['taobao:豆豆', 'owner', 2],
      ['136****6004', 'owner', 2],
      ['王 | 138****8001 | 北京市 北京市 朝阳区', 'owner', 2],
    ]);
    const apart = unmergeCustomer(
      book.ledger,
      { customer: customerOf(book, 11), parts: parts.slice(1).map(({ order }) => [order]) },
      act,
    );
    expect(people(book)).toEqual(['11 21', '12 22', '13 23', '14 24']);
    expect(new Set(apart.customers).size).toBe(4);
    expect(facts(book, 12)).toEqual([null, '花花的备注', '13900139002', 'certain']);
    expect(facts(book, 11)).toEqual([null, null, '13800138001', 'certain']);
    expect(facts(book, 14)).toEqual([null, null, '138****8001', 'likely']);
    expect(verifyLedger(book.ledger).ok).toBe(true);

    undoEdit(book.ledger, apart.edit, undoing);
    expect(people(book)).toEqual(['11 12 13 14 21 22 23 24']);
    undoEdit(book.ledger, edit, undoing);
    expect(people(book)).toEqual(['11 21', '12 22', '13 23', '14 24']);
    redoEdit(book.ledger, edit, undoing);
    expect(facts(book, 23)).toEqual(['王姐', '花花的备注', '13900139002', 'certain']);
  });

  test('stay one when the import they came with is taken back and brought back', async () => {
    const book = await bookOf({ order: 11, ...a });
    const batch = await add(book, 'second.csv', { order: 12, ...b });
    mergeCustomers(book.ledger, { groups: [of(book, 11, 12)] }, act);
    book.undo(batch);
    expect(people(book)).toEqual(['11']);
    await add(book, 'third.csv', { order: 13, ...b });
    expect(people(book)).toEqual(['11 13']);
    book.redo(batch);
    expect(people(book)).toEqual(['11 12 13']);
  });

  test('may have two ids of one marketplace; the phone both used is theirs, and its own orders are put to them by hand', async () => {
    const book = await bookOf(
      { order: 11, ...a },
      { order: 12, ...b, phone: a.phone },
      { order: 13, ...phoneOnly, phone: a.phone },
    );
    expect(people(book)).toEqual(['11', '12', '13']);
    mergeCustomers(book.ledger, { groups: [of(book, 11, 12)] }, act);
    expect(people(book)).toEqual(['11 12', '13']);
    mergeCustomers(book.ledger, { groups: [of(book, 11, 13)] }, act);
    expect(people(book)).toEqual(['11 12 13']);
    expect(verifyLedger(book.ledger).ok).toBe(true);
  });

  test('by a phone do not draw in another account that uses the phone later', async () => {
    const book = await bookOf({ order: 11, ...a }, { order: 13, ...phoneOnly });
    mergeCustomers(book.ledger, { groups: [of(book, 11, 13)] }, act);
    expect(people(book)).toEqual(['11 13']);
    const batch = await add(book, 'later.csv', { order: 14, ...c, phone: phoneOnly.phone });
    expect(people(book)).toEqual(['11 13', '14']);
    book.undo(batch);
    expect(people(book)).toEqual(['11 13']);
  });

  test('can be many groups at once, in one act that is undone as one', async () => {
    const book = await bookOf(
      { order: 11, ...a },
      { order: 12, ...b },
      { order: 13, ...c },
      { order: 14, ...phoneOnly },
    );
    const { edit } = mergeCustomers(book.ledger, { groups: [of(book, 11, 12), of(book, 13, 14)] }, act);
    expect(people(book)).toEqual(['11 12', '13 14']);
    expect(listJournal(book.ledger, { from: 0, count: 5 }).entries[0]?.subject).toContain('(2)');
    undoEdit(book.ledger, edit, undoing);
    expect(people(book)).toEqual(['11', '12', '13', '14']);
  });
});

const lady = { ...phoneOnly, name: '单秀英' };
const man = { ...phoneOnly, name: '单立秋' };

describe('people of one phone', () => {
  test('are who answers there; one is put together with others and taken apart without the other', async () => {
    const book = await bookOf({ order: 11, ...a }, { order: 12, ...lady }, { order: 13, ...man });
    expect(people(book)).toEqual(['11', '12', '13']);
    const { edit } = mergeCustomers(book.ledger, { groups: [of(book, 11, 13)] }, act);
    expect(people(book)).toEqual(['11 13', '12']);
    await add(book, 'later.csv', { order: 22, ...lady }, { order: 23, ...man });
    expect(people(book)).toEqual(['11 13 23', '12 22']);
    expect(verifyLedger(book.ledger).ok).toBe(true);
    undoEdit(book.ledger, edit, undoing);
    expect(people(book)).toEqual(['11', '12 22', '13 23']);
  });

  test('who are not told apart are likely until the owner confirms', async () => {
    const book = await bookOf({ order: 12, ...lady }, { order: 13, ...man }, { order: 14, ...phoneOnly, name: '单**' });
    expect(people(book)).toEqual(['12', '13', '14']);
    expect(facts(book, 14)).toEqual([null, null, '13600136004', 'likely']);
    const { edit } = confirmLikely(book.ledger, of(book, 14), act);
    expect(facts(book, 14)).toEqual([null, null, '13600136004', 'certain']);
    undoEdit(book.ledger, edit, undoing);
    mergeCustomers(book.ledger, { groups: [of(book, 13, 14)] }, act);
    expect(people(book)).toEqual(['12', '13 14']);
    expect(verifyLedger(book.ledger).ok).toBe(true);
  });

  test('keep what the owner said and wrote while a phone was known by its number alone', async () => {
    const book = await bookOf({ order: 11, ...a }, { order: 12, ...lady });
    const number = { kind: 'phone', value: phoneOnly.phone } as const;
    write(book.ledger, act, (writing, record) => {
      const rowKey = { kind: number.kind, value: number.value };
      const id = record({ table: 'customer_edit', rowKey, field: 'note', before: null, after: '周末在家' });
      tablesOf(writing)
        .insert(customerEdit)
        .values({ ...rowKey, field: 'note', content: '周末在家', editId: id })
        .run();
      return decide(writing, record, [{ verdict: 'same', sides: [[{ kind: 'buyer', value: 'taobao:豆豆' }, number]] }]);
    });
    expect(people(book)).toEqual(['11 12']);
    const batch = await add(book, 'later.csv', { order: 13, ...man });
    expect(people(book)).toEqual(['11 12 13']);
    expect(facts(book, 11)).toEqual([null, '周末在家', man.phone, 'certain']);
    expect(verifyLedger(book.ledger).ok).toBe(true);
    book.undo(1);
    await add(book, 'again.csv', { order: 11, ...a }, { order: 14, ...phoneOnly, name: '单**' });
    expect(people(book)).toEqual(['11 13 14']);
    book.undo(batch);
    expect(people(book)).toEqual(['11 14']);
    expect(verifyLedger(book.ledger).ok).toBe(true);
  });
});

describe('a likely person', () => {
  test('is certain when the owner confirms it, also when it is imported again', async () => {
    const book = await bookOf({ order: 14, ...masked }, { order: 15, ...masked });
    expect(facts(book, 14)).toEqual([null, null, '138****8001', 'likely']);
    const { edit } = confirmLikely(book.ledger, of(book, 14), act);
    expect(facts(book, 14)).toEqual([null, null, '138****8001', 'certain']);
    book.undo(1);
    await add(book, 'again.csv', { order: 16, ...masked });
    expect(facts(book, 16)).toEqual([null, null, '138****8001', 'certain']);
    undoEdit(book.ledger, edit, undoing);
    expect(facts(book, 16)).toEqual([null, null, '138****8001', 'likely']);
  });
});

describe('people who are never the same', () => {
  test('are not joined by an e-mail either, whatever is imported again', async () => {
    const mail = 'x@y.cn';
    const book = await bookOf({ order: 11, ...a, mail }, { order: 12, ...b, mail }, { order: 13, ...a });
    expect(people(book)).toEqual(['11 12 13']);
    const [, second] = partsOfCustomer(book.ledger, customerOf(book, 11));
    expect(second).toMatchObject({ link: 'email' });
    unmergeCustomer(book.ledger, { customer: customerOf(book, 11), parts: [[second?.order ?? 0]] }, act);
    expect(people(book)).toEqual(['11 13', '12']);
    await add(book, 'again.csv', { order: 11, ...a, mail }, { order: 12, ...b, mail }, { order: 14, ...c, mail });
    expect(people(book)).toEqual(['11 13', '12', '14']);
    expect(verifyLedger(book.ledger).ok).toBe(true);
  });

  test('stay two after an import is undone and made again; a later merge by the owner wins', async () => {
    const book = await bookOf({ order: 11, ...a }, { order: 14, ...masked });
    neverTheSame(book.ledger, [of(book, 11, 14)], act);
    book.undo(1);
    await add(book, 'again.csv', { order: 11, ...a }, { order: 14, ...masked });
    expect(people(book)).toEqual(['11', '14']);
    mergeCustomers(book.ledger, { groups: [of(book, 11, 14)] }, act);
    expect(people(book)).toEqual(['11 14']);
  });

  test('a customer of one part cannot be taken apart', async () => {
    const book = await bookOf({ order: 11, ...a }, { order: 12, ...a });
    const customer = customerOf(book, 11);
    const [part] = partsOfCustomer(book.ledger, customer);
    expect(() => unmergeCustomer(book.ledger, { customer, parts: [[part?.order ?? 0]] }, act)).toThrow(
      'customer-of-one-part',
    );
    expect(() => mergeCustomers(book.ledger, { groups: [[customer, 999]] }, act)).toThrow('customer-unknown');
  });
});
