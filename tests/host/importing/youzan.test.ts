/** Whose an order of Youzan is: its buyer's, who is known by the phone of the account, also where a present goes to somebody else. */

import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Book, newBook } from './imports-at-hand.ts';

const header =
  '订单号,订单状态,订单创建时间,买家付款时间,订单实付金额,订单已退款金额,全部商品名称,商品种类数,买家昵称,买家手机号,收货人/提货人,收货人手机号/提货人手机号,收货人省份,详细收货地址/提货地址';

interface Parcel {
  readonly buyer: string;
  readonly name: string;
  readonly phone: string;
}

const fileOf = (parcels: readonly Parcel[]): string =>
  [
    header,
    ...parcels.map(({ buyer, name, phone }, at) => {
      const day = `2025-05-${String(at + 10)}`;
      const number = `E${day.replaceAll('-', '')}0910000307${String(at).padStart(5, '0')}`;
      return `${number},已完成,${day} 09:10:00,${day} 09:12:00,50.00,0.00,茶(1件),1,-,${buyer},${name},${phone},浙江省,浙江省杭州市西湖区文三路${at}号`;
    }),
  ].join('\r\n');

let book: Book;
beforeEach(() => {
  book = newBook();
});
afterEach(() => book.close());

const people = async (parcels: readonly Parcel[]): Promise<unknown[]> => {
  await book.import([book.file('有赞.csv', fileOf(parcels))]);
  return book.all(
    `select customer.buyer_id, certainty, group_concat(receiver_name, ' ') from customer join shop_order using (customer_id)
     group by customer_id order by min(order_id)`,
  );
};

const own = { buyer: '13800138001', name: '王予安', phone: '13800138001' };

test('a present is its giver’s, and who gets it is not he, nor at his phone', async () => {
  const present = { buyer: '13800138001', name: '李青禾', phone: '13900139002' };
  const hers = { buyer: '13900139002', name: '李青禾', phone: '13900139002' };
  expect(await people([own, present, hers, own])).toEqual([
    [expect.stringMatching(/^138·[0-9a-f]{6}·8001$/), 'certain', '王予安 李青禾 王予安'],
    [expect.stringMatching(/^139·[0-9a-f]{6}·9002$/), 'certain', '李青禾'],
  ]);
  expect(book.all('select receiver_name, receiver_phone from shop_order order by order_id')).toEqual([
    ['王予安', '13800138001'],
    ['李青禾', '13900139002'],
    ['李青禾', '13900139002'],
    ['王予安', '13800138001'],
  ]);
});

test('the number is one however it is written; the id says no phone', async () => {
  const ids = await people([own, { ...own, buyer: '+86 138-0013-8001' }, { ...own, buyer: '\t13800138001' }]);
  expect(ids).toHaveLength(1);
  expect(JSON.stringify(book.all("select value from identity where kind = 'buyer'"))).not.toContain('13800138001');
});

test('masked and virtual numbers name nobody', async () => {
  const masked = { buyer: '138****8001', name: '王**', phone: '138****8001' };
  const virtual = { buyer: '15400000000-1234', name: '赵小花', phone: '' };
  expect(await people([masked, virtual])).toEqual([['138****8001', 'likely', '王**']]);
  expect(book.all("select count(*) from identity where kind = 'buyer'")).toEqual([[0]]);
});

test('who takes no parcel is reached by the phone of the account', async () => {
  await people([{ ...own, name: '', phone: '' }]);
  expect(book.all('select receiver_phone from shop_order')).toEqual([['13800138001']]);
});
