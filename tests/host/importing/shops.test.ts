/** Which shop a file belongs to: by its name, by its orders, or as the only one; and a shop's name goes with the import that gave it. */

import { describe, expect, test } from 'vitest';
import { verifyLedger } from '../../../src-main/importing/verify.ts';
import { type Book, newBook } from './imports-at-hand.ts';

const listHeader =
  '订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货人姓名,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝总数量,店铺名称';
const detailHeader =
  '子订单编号,主订单编号,标题,价格,购买数量,商品属性,订单状态,买家应付货款,退款状态,退款金额,订单创建时间,订单付款时间';

const number = (order: number): string => `="17931531314732935${10 + order}"`;
const at = (order: number): string => `2024-05-${10 + order} 10:00:00,2024-05-${10 + order} 10:01:00`;

function list(shop: string, ...orders: readonly number[]): string {
  const rows = orders.map(
    (order) =>
      `${number(order)},茶客${order},30.00,30.00,交易成功,王予安,1380013800${order},${at(order)},茶叶,1,${shop}`,
  );
  return [listHeader, ...rows].join('\r\n');
}

function detail(...orders: readonly number[]): string {
  const rows = orders.flatMap((order) =>
    [1, 2].map(
      (line) =>
        `="27931531314732935${order}${line}",${number(order)},龙井,15.00,1,颜色：青,交易成功,15.00,没有申请退款,无退款申请,${at(order)}`,
    ),
  );
  return [detailHeader, ...rows].join('\r\n');
}

const files = (book: Book): Readonly<Record<'listA' | 'listB' | 'detailA' | 'detailB', string>> => ({
  listA: book.file('listA.csv', list('一店', 1, 2)),
  listB: book.file('listB.csv', list('二店', 3, 4)),
  detailA: book.file('detailA.csv', detail(1, 2)),
  detailB: book.file('detailB.csv', detail(3, 4)),
});

async function hashAfter(...names: readonly (keyof ReturnType<typeof files>)[]): Promise<string> {
  const book = newBook();
  const paths = files(book);
  for (const name of names) await book.import([paths[name]]);
  const hash = book.hash();
  book.close();
  return hash;
}

describe('a file that names no shop', () => {
  test('goes to the shop that has its orders when there are several', async () => {
    const book = newBook();
    const { listA, listB, detailA, detailB } = files(book);
    await book.import([listA]);
    await book.import([listB]);
    expect(await book.import([detailB])).toMatchObject([{ shop: '二店', orders: { new: 0, changed: 2 } }]);
    expect(await book.import([detailA])).toMatchObject([{ shop: '一店', orders: { new: 0, changed: 2 } }]);
    expect(book.all('select name from shop order by name')).toEqual([['一店'], ['二店']]);
    expect(book.one('select count(*) from shop_order')).toBe(4);
    book.close();
  });

  test('goes there too when all are dropped together, or one of the shops is known already', async () => {
    const together = newBook();
    const all = files(together);
    const batches = await together.import([all.detailB, all.listA, all.detailA, all.listB]);
    expect(batches.map(({ shop, orders, lines }) => `${shop} ${orders.new} ${lines}`).sort()).toEqual([
      '一店 2 4',
      '二店 2 4',
    ]);
    const later = newBook();
    const some = files(later);
    await later.import([some.listA]);
    await later.import([some.detailA, some.listB]);
    await later.import([some.detailB]);
    expect(later.hash()).toBe(together.hash());
    together.close();
    later.close();
  });

  test('is a shop of its own when several are known and none has its orders', async () => {
    const book = newBook();
    const { listA, listB } = files(book);
    await book.import([listA, listB]);
    const other = book.file('other.csv', detail(5));
    expect(await book.import([other])).toMatchObject([{ shop: '淘宝店铺', orders: { new: 1 } }]);
    book.close();
  });
});

describe('the name of a shop', () => {
  test('that the owner chooses is a shop of its own, unless the nameless one has the same orders', async () => {
    const nameless = list('', 1, 2);
    const book = newBook();
    await book.import([book.file('first.csv', nameless)]);
    expect(await book.import([book.file('b.csv', list('', 3, 4))], { shop: '二店' })).toMatchObject([{ shop: '二店' }]);
    expect(book.all('select name from shop order by name')).toEqual([['二店'], ['淘宝店铺']]);
    const same = newBook();
    await same.import([same.file('first.csv', nameless)]);
    expect(await same.import([same.file('again.csv', list('', 2, 3))], { shop: '一店' })).toMatchObject([
      { shop: '一店', orders: { new: 1, same: 1 } },
    ]);
    expect(same.all('select name from shop')).toEqual([['一店']]);
    book.close();
    same.close();
  });

  test('goes with the import that gave it, and comes back with it', async () => {
    const book = newBook();
    const { listA, detailA } = files(book);
    await book.import([detailA]);
    const before = book.hash();
    await book.import([listA]);
    const both = book.hash();
    book.undo(2);
    expect(book.hash()).toBe(before);
    book.redo(2);
    expect(book.hash()).toBe(both);
    expect(verifyLedger(book.ledger).ok).toBe(true);
    book.close();
  });

  test('of an import taken back is nobody’s: the ledger is the one that never heard it', async () => {
    const book = newBook();
    const { listA, detailA } = files(book);
    await book.import([listA]);
    book.undo(1);
    await book.import([detailA]);
    expect(book.hash()).toBe(await hashAfter('detailA'));
    book.redo(1);
    expect(book.hash()).toBe(await hashAfter('listA', 'detailA'));
    expect(book.hash()).toBe(await hashAfter('detailA', 'listA'));
    book.undo(1);
    expect(book.hash()).toBe(await hashAfter('detailA'));
    book.close();
  });

  test('never puts two shops together: a shop whose name was taken back does not take another', async () => {
    const book = newBook();
    const { listA, listB, detailA } = files(book);
    await book.import([listA, detailA]);
    await book.import([listB]);
    book.undo(1);
    expect(book.hash()).toBe(await hashAfter('listB'));
    book.redo(1);
    expect(book.hash()).toBe(await hashAfter('listA', 'detailA', 'listB'));
    book.undo(2);
    expect(book.hash()).toBe(await hashAfter('listA', 'detailA'));
    expect(verifyLedger(book.ledger).ok).toBe(true);
    book.close();
  });
});
