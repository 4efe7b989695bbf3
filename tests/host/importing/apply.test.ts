/** Imports in the ledger's eyes: shops, batches, stale checks, stopped orders, and the way from a number to its cell. */

import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyCheck } from '../../../src-main/importing/apply.ts';
import { discardCheck } from '../../../src-main/importing/check.ts';
import { importHistory } from '../../../src-main/importing/history.ts';
import { noProgress } from '../../../src-main/importing/progress.ts';
import { rematchOrders } from '../../../src-main/importing/rematch-orders.ts';
import { sourcesOfOrder } from '../../../src-main/importing/source-rows.ts';
import { splitCustomer } from '../../../src-main/importing/split-customer.ts';
import { reportsOfCheck, rowsOfCheck } from '../../../src-main/importing/stage-rows.ts';
import { verifyLedger } from '../../../src-main/importing/verify.ts';
import { editCustomer } from '../../../src-main/ledger/customer-edits.ts';
import { findCustomers } from '../../../src-main/ledger/find-customers.ts';
import { indexPending } from '../../../src-main/ledger/search/indexing.ts';
import { transact } from '../../../src-main/ledger/transaction.ts';
import { newBook, now } from './imports-at-hand.ts';

const header =
  '订单编号,买家会员名,买家支付宝账号,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝总数量,店铺名称,订单关闭原因,退款金额';

interface Row {
  readonly number: number | string;
  readonly nick?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly shop?: string;
  readonly total?: string;
  readonly place?: string;
}

function list(...rows: readonly Row[]): string {
  const lines = rows.map(
    ({
      number,
      nick = '豆豆mama',
      name = '王予安',
      phone = '13800138005',
      shop = '',
      total = '10.00',
      place = '北京市 北京市 朝阳区 胡同1号',
    }) => {
      const order = typeof number === 'string' ? number : `="17931531314732935${number}"`;
      return `${order},${nick},,${total},${total},交易成功,${name},${place},${phone},2024-05-01 10:00:00,2024-05-01 10:01:00,茶叶,1,${shop},订单未关闭,0.00`;
    },
  );
  return `${[header, ...lines].join('\r\n')}\r\n`;
}

describe('a check', () => {
  test('leaves the ledger as it is, and its stage goes with it', async () => {
    const book = newBook();
    const before = book.hash();
    const { check } = await book.check([book.file('a.csv', list({ number: 11 }))]);
    expect(book.hash()).toBe(before);
    expect(book.one('select count(*) from import_batch')).toBe(0);
    discardCheck(book.stage, check);
    expect(readdirSync(book.stage)).toEqual([]);
    await expect(applyCheck(book.ledger, book.stage, check, { now }, noProgress)).rejects.toMatchObject({
      code: 'check-unknown',
    });
    await expect(applyCheck(book.ledger, book.stage, '../ledger', { now }, noProgress)).rejects.toMatchObject({
      code: 'check-unknown',
    });
    book.close();
  });

  test('that the ledger has overtaken is made again and says so', async () => {
    const book = newBook();
    const path = book.file('a.csv', list({ number: 11 }, { number: 12 }));
    const { check, batches } = await book.check([path]);
    expect(batches[0]?.orders.new).toBe(2);
    await book.import([book.file('b.csv', list({ number: 11 }))]);
    await expect(applyCheck(book.ledger, book.stage, check, { now }, noProgress)).rejects.toMatchObject({
      code: 'check-is-stale',
    });
    expect(book.one('select count(*) from import_batch')).toBe(1);
    expect(reportsOfCheck(book.stage, check)[0]?.orders).toEqual({ new: 1, changed: 0, same: 1, skipped: 0 });
    const applied = await applyCheck(book.ledger, book.stage, check, { now }, noProgress);
    expect(applied.batches[0]).toMatchObject({ id: 2, orders: { new: 1, same: 1 }, customers: { new: 0, matched: 1 } });
    expect(existsSync(`${book.stage}/${check}.db`)).toBe(false);
    expect(verifyLedger(book.ledger).ok).toBe(true);
    book.close();
  });

  test('made before another ledger took the place of this one means the orders of the new one', async () => {
    const [before, after, plain] = [newBook(), newBook(), newBook()];
    const changed = list({ number: 11, total: '11.00' }, { number: 12, total: '12.00' });
    await before.import([before.file('a.csv', list({ number: 11 }, { number: 12 }))]);
    const { check } = await before.check([before.file('changed.csv', changed)]);
    // What had the numbers 1 and 2 there is something else here.
    const others = [list({ number: 21 }, { number: 22 }), list({ number: 12 }, { number: 11 })];
    for (const book of [after, plain]) {
      for (const [at, text] of others.entries()) await book.import([book.file(`${at}.csv`, text)]);
    }
    const apply = (): ReturnType<typeof applyCheck> =>
      applyCheck(after.ledger, before.stage, check, { now }, noProgress);
    await expect(apply()).rejects.toMatchObject({ code: 'check-is-stale' });
    await apply();
    await plain.import([plain.file('changed.csv', changed)]);
    expect(after.hash()).toBe(plain.hash());
    expect(verifyLedger(after.ledger).ok).toBe(true);
    for (const book of [before, after, plain]) book.close();
  });

  test('makes a batch for each shop a file names, and the owner may name one for all', async () => {
    const book = newBook();
    const path = book.file(
      'two.csv',
      list({ number: 11, shop: '一店' }, { number: 12, shop: '二店' }, { number: 13, shop: '一店' }),
    );
    const batches = await book.import([path]);
    expect(batches.map(({ shop, orders, files }) => [shop, orders.new, files[0]?.rows])).toEqual([
      ['一店', 2, 2],
      ['二店', 1, 1],
    ]);
    expect(batches.map(({ customers }) => customers)).toEqual([
      { new: 1, matched: 0, likely: 0 },
      { new: 0, matched: 1, likely: 0 },
    ]);
    const whole = newBook();
    expect(await whole.import([path], { shop: '总店' })).toMatchObject([{ shop: '总店', orders: { new: 3 } }]);
    book.close();
    whole.close();
  });

  test('puts a file without a shop name to the only shop, and gives the nameless shop the first name that comes', async () => {
    const book = newBook();
    expect(await book.import([book.file('a.csv', list({ number: 11 }))])).toMatchObject([{ shop: '淘宝店铺' }]);
    expect(await book.import([book.file('b.csv', list({ number: 11, shop: '茶铺' }))])).toMatchObject([
      { shop: '茶铺', orders: { new: 0, same: 1 } },
    ]);
    expect(await book.import([book.file('c.csv', list({ number: 12 }))])).toMatchObject([
      { shop: '茶铺', orders: { new: 1 } },
    ]);
    expect(book.all('select name from shop')).toEqual([['茶铺']]);
    book.close();
  });

  test('puts a file without a shop name to the shop that knows its orders, when there are several', async () => {
    const book = newBook();
    await book.import([book.file('a.csv', list({ number: 11, shop: '一店' }, { number: 12, shop: '二店' }))]);
    expect(await book.import([book.file('b.csv', list({ number: 12, total: '9.00' }))])).toMatchObject([
      { shop: '二店', orders: { new: 0 } },
    ]);
    book.close();
  });

  test('stops an order whose number or money is damaged, and says where', async () => {
    const book = newBook();
    const damaged = list({ number: '1.79315E+18' }, { number: 12, total: '一百' }, { number: 13 });
    const [batch] = await book.import([book.file('a.csv', damaged)]);
    expect(batch?.orders).toEqual({ new: 1, changed: 0, same: 0, skipped: 2 });
    expect(batch?.problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code: 'order-number-scientific',
          file: 'a.csv',
          line: 2,
          column: '订单编号',
          found: '1.79315E+18',
        }),
        expect.objectContaining({ code: 'amount-unreadable', file: 'a.csv', line: 3, found: '一百' }),
      ]),
    );
    expect(batch?.problemCounts['order-number-scientific']).toBe(1);
    expect(book.all('select row_no, code from row_problem order by problem_no limit 1')).toEqual([
      [2, 'order-number-scientific'],
    ]);
    book.close();
  });

  test('shows its raw rows with what is wrong with each', async () => {
    const book = newBook();
    const { check } = await book.check([
      book.file('a.csv', list({ number: 11 }, { number: '1.79315E+18' }, { number: 13 })),
    ]);
    const shown = rowsOfCheck(book.stage, { check, batch: 0, file: 0, from: 3, count: 1 });
    expect(shown).toMatchObject({
      total: 3,
      rows: [{ row: 3, problems: [{ code: 'order-number-scientific', column: '订单编号' }] }],
    });
    expect(shown.header[0]).toBe('订单编号');
    expect(
      rowsOfCheck(book.stage, { check, batch: 0, file: 0, from: 0, count: 50 }).rows.map(({ row }) => row),
    ).toEqual([2, 3, 4]);
    book.close();
  });
});

describe('an import', () => {
  test('stays in the history, and every order leads to its cells, live or not', async () => {
    const book = newBook();
    await book.import([book.file('a.csv', list({ number: 11, nick: '豆**' }))]);
    await book.import([book.file('b.csv', list({ number: 12 }, { number: 11 }))]);
    book.undo(1);
    expect(importHistory(book.ledger)).toMatchObject([
      {
        batch: 2,
        undoneAt: null,
        files: [{ name: 'b.csv', rows: 2 }],
        report: { id: 2, orders: { new: 1, changed: 1 } },
      },
      { batch: 1, undoneAt: now, files: [{ name: 'a.csv', rows: 1 }], report: { id: 1 } },
    ]);
    const { orderNumber, rows } = sourcesOfOrder(book.ledger, 1);
    expect(orderNumber).toBe('1793153131473293511');
    expect(rows.map(({ batch, file, row, live }) => ({ batch, file, row, live }))).toEqual([
      { batch: 1, file: 'a.csv', row: 2, live: false },
      { batch: 2, file: 'b.csv', row: 3, live: true },
    ]);
    expect(rows[1]?.cells[1]).toEqual({ column: '买家会员名', letter: 'B', value: '豆豆mama', field: 'buyerId' });
    book.close();
  });

  test('taken back keeps what the owner wrote, and brings it back', async () => {
    const book = newBook();
    await book.import([book.file('a.csv', list({ number: 11 }))]);
    const id = Number(book.one('select customer_id from customer'));
    editCustomer(book.ledger, { customer: id, field: 'note', value: '爱喝龙井' }, { reason: 'customers.edit', now });
    const full = book.hash();
    expect(book.undo(1)).toEqual({
      batch: 1,
      orders: { removed: 1, restored: 0, changed: 0 },
      customers: { removed: 1, added: 0 },
      editsKept: [{ customer: 'taobao:豆豆mama', field: 'note', value: '爱喝龙井' }],
    });
    expect(() => book.undo(1)).toThrow(expect.objectContaining({ code: 'batch-already-undone' }) as Error);
    expect(() => book.undo(7)).toThrow(expect.objectContaining({ code: 'batch-unknown' }) as Error);
    expect(book.redo(1)).toMatchObject({ orders: { restored: 1 }, customers: { added: 1 }, editsKept: [] });
    expect(() => book.redo(1)).toThrow(expect.objectContaining({ code: 'batch-not-undone' }) as Error);
    expect(book.one('select note from customer')).toBe('爱喝龙井');
    expect(book.hash()).toBe(full);
    book.close();
  });

  test('that gives an order to another buyer is seen on both customers, and so is taking it back', async () => {
    const book = newBook();
    const a = { nick: 'A', phone: '13800138001' };
    await book.import([book.file('a.csv', list({ ...a, number: 11 }, { ...a, number: 12 }))]);
    const before = book.hash();
    // The same moment and a larger refund: the fresher word.
    const other = list({ nick: 'B', phone: '13800138002', number: 12 }).replace(',0.00\r\n', ',1.00\r\n');
    await book.import([book.file('b.csv', other)]);
    const totals =
      'select buyer_id, phone, orders, net_minor from customer join customer_total using (customer_id) order by 1';
    expect(book.all(totals)).toEqual([
      ['A', '13800138001', 1, 1000],
      ['B', '13800138002', 1, 900],
    ]);
    expect(verifyLedger(book.ledger).ok).toBe(true);
    book.undo(2);
    expect(book.hash()).toBe(before);
    book.close();
  });

  test('can be found by name, pinyin, initials, parts of the phone and the end of the order number', async () => {
    const book = newBook();
    await book.import([book.file('a.csv', list({ number: 11, name: '单予安' }))]);
    expect(book.all('select customer_id from search_pending')).toEqual([[1]]);
    const words = [
      '单',
      '安',
      'shan',
      'shanyuan',
      'danyu',
      'sya',
      'yuan',
      '豆',
      'mama',
      'doudoumama',
      '8005',
      '80013',
      '3511',
    ];
    const find = (word: string): number => findCustomers(book.ledger, { text: word, limit: 5 }).hits.length;
    for (const word of words) expect([word, find(word)]).toEqual([word, 1]);
    transact(book.ledger, (writing) => indexPending(writing, 10));
    expect(book.all('select customer_id from search_pending')).toEqual([]);
    for (const word of words) expect([word, find(word)]).toEqual([word, 1]);
    book.undo(1);
    for (const word of words) expect([word, find(word)]).toEqual([word, 0]);
    book.close();
  });
});

describe('a likely person', () => {
  const masked = { nick: '', name: '王**', phone: '138****8005', place: '北京市 北京市 朝阳区 ****' };

  test('can be split, and the split outlives the import', async () => {
    const book = newBook();
    await book.import([
      book.file('a.csv', list({ ...masked, number: 11 }, { ...masked, number: 12 }, { ...masked, number: 13 })),
    ]);
    expect(book.all('select certainty, count(*) from customer')).toEqual([['likely', 1]]);
    const whole = book.hash();
    const id = Number(book.one('select customer_id from customer'));
    const order = Number(book.one("select order_id from order_key where order_number like '%13'"));
    const other = transact(book.ledger, (writing) => splitCustomer(writing, id, [order], '#1'));
    expect(other).not.toBe(id);
    expect(book.all('select customer_id, orders from customer_total order by 1')).toEqual([
      [id, 2],
      [other, 1],
    ]);
    const split = book.hash();
    book.undo(1);
    book.redo(1);
    expect(book.hash()).toBe(split);
    expect(verifyLedger(book.ledger).ok).toBe(true);
    transact(book.ledger, (writing) => {
      writing.connection.exec('delete from split_mark');
      rematchOrders(writing, [order]);
    });
    expect(book.hash()).toBe(whole);
    book.close();
  });

  test('is the only kind that can be split', async () => {
    const book = newBook();
    await book.import([book.file('a.csv', list({ number: 11 }))]);
    const split = (): number => transact(book.ledger, (writing) => splitCustomer(writing, 1, [1], '#1'));
    expect(split).toThrow(expect.objectContaining({ code: 'customer-unknown' }) as Error);
    book.close();
  });
});

describe('verify', () => {
  test('finds an order, a customer and a total that are not what the rows say', async () => {
    const book = newBook();
    await book.import([
      book.file('a.csv', list({ number: 11 }, { number: 12, nick: 'Kevin', name: '吴', phone: '13800138006' })),
    ]);
    expect(verifyLedger(book.ledger)).toMatchObject({ ok: true, ordersChecked: 2, foreignKeys: 0, integrity: 'ok' });
    const { connection } = book.ledger;
    connection.exec(
      "update shop_order set net_minor = 1 where order_id = 1; update customer set name = 'x' where buyer_id = 'Kevin'",
    );
    expect(verifyLedger(book.ledger)).toMatchObject({
      ok: false,
      ordersDiffering: ['1793153131473293511'],
      customersDiffering: 2,
    });
    book.close();
  });
});
