/** A ledger whose people were matched by an older rule is matched again when it is opened, once. */

import { afterEach, expect, test } from 'vitest';
import { matchAgainIfDue } from '../../../src-main/importing/match-again.ts';
import { verifyLedger } from '../../../src-main/importing/verify.ts';
import { write } from '../../../src-main/ledger/journal.ts';
import { refreshCustomers } from '../../../src-main/ledger/refresh-customers.ts';
import { customerEdit, tablesOf } from '../../../src-main/ledger/schema/tables.ts';
import { transact } from '../../../src-main/ledger/transaction.ts';
import { type Book, newBook, now } from './imports-at-hand.ts';

let book: Book;
afterEach(() => book.close());

const header =
  '订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝总数量';
const row = (number: string, buyer: string, name = '王小'): string =>
  `${number},${buyer},20.00,20.00,交易成功,${name},浙江省 杭州市 西湖区 文三路1号(310000),13800138000,2025-03-01 09:00:00,2025-03-01 09:01:00,茶,1`;

test('people that a phone once joined are told apart, and the ledger is sound', async () => {
  book = newBook();
  await book.import([
    book.file('a.csv', `${header}\n${row('1793153131473293579', '甲')}\n${row('1793153131473293580', '乙')}\n`),
  ]);
  const { connection } = book.ledger;
  const right = book.hash();
  const [kept, lost] = book.all('select customer_id from customer order by 1').flat();
  // As the older rule would have had it: one person.
  connection.pragma('foreign_keys = off');
  for (const table of ['shop_order', 'identity'])
    connection.prepare(`update ${table} set customer_id = ? where customer_id = ?`).run(kept, lost);
  for (const table of ['customer_total', 'customer'])
    connection.prepare(`delete from ${table} where customer_id = ?`).run(lost);
  connection.exec("insert into ledger_state (name, value) values ('match_again', 1)");
  expect(verifyLedger(book.ledger).ok).toBe(false);
  matchAgainIfDue(book.folder);
  expect(verifyLedger(book.ledger).ok).toBe(true);
  expect(book.hash()).toBe(right);
  expect(book.one("select count(*) from ledger_state where name = 'match_again'")).toBe(0);
});

test('people whom a phone alone once made one are told apart by their names; what the owner wrote stays with the one who buys most', async () => {
  book = newBook();
  const rows = [
    row('1793153131473293579', '', '王小'),
    row('1793153131473293580', '', '李四光'),
    row('1793153131473293581', '', '李四光'),
  ];
  await book.import([book.file('a.csv', `${header}\n${rows.join('\n')}\n`)]);
  const { connection } = book.ledger;
  const phone = '13800138000';
  const rowKey = { kind: 'phone', value: phone } as const;
  write(book.ledger, { reason: 'test', now }, (writing, record) => {
    const editId = record({ table: 'customer_edit', rowKey, field: 'note', before: null, after: '周末在家' });
    tablesOf(writing)
      .insert(customerEdit)
      .values({ ...rowKey, field: 'note', content: '周末在家', editId })
      .run();
  });
  const buyer = Number(book.one('select customer_id from shop_order group by 1 order by count(*) desc limit 1'));
  transact(book.ledger, (writing) => refreshCustomers(writing, [buyer]));
  const right = book.hash();
  const [lost] = book.all('select customer_id from customer where customer_id <> ?', buyer).flat();
  // As the older rule had it: one person, known by the number.
  connection.pragma('foreign_keys = off');
  connection.prepare('update shop_order set customer_id = ?').run(buyer);
  connection.exec('delete from order_identity');
  connection.prepare('delete from identity where value <> ?').run(phone);
  connection
    .prepare("update customer set anchor_kind = 'phone', anchor_value = ? where customer_id = ?")
    .run(phone, buyer);
  for (const table of ['customer_total', 'customer'])
    connection.prepare(`delete from ${table} where customer_id = ?`).run(lost);
  connection.exec("insert or replace into ledger_state (name, value) values ('matched_by', 1)");
  expect(verifyLedger(book.ledger).ok).toBe(false);
  matchAgainIfDue(book.folder);
  expect(verifyLedger(book.ledger).ok).toBe(true);
  expect(book.hash()).toBe(right);
  expect(book.all('select name, note from customer order by name')).toEqual([
    ['李四光', '周末在家'],
    ['王小', null],
  ]);
  matchAgainIfDue(book.folder);
  expect(book.hash()).toBe(right);
});
