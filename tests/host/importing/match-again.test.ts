/** A ledger whose people were matched by an older rule is matched again when it is opened, once. */

import { afterEach, expect, test } from 'vitest';
import { matchAgainIfDue } from '../../../src-main/importing/match-again.ts';
import { verifyLedger } from '../../../src-main/importing/verify.ts';
import { type Book, newBook } from './imports-at-hand.ts';

let book: Book;
afterEach(() => book.close());

const header =
  '订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝总数量';
const row = (number: string, buyer: string): string =>
  `${number},${buyer},20.00,20.00,交易成功,王小,浙江省 杭州市 西湖区 文三路1号(310000),13800138000,2025-03-01 09:00:00,2025-03-01 09:01:00,茶,1`;

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
