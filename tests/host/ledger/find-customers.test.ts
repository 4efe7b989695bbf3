/** The search box finds people by everything an owner remembers of them, and never trips over what is typed. */

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editCustomer } from '../../../src-main/ledger/customer-edits.ts';
import { listCustomers } from '../../../src-main/ledger/customers.ts';
import { findCustomers } from '../../../src-main/ledger/find-customers.ts';
import { findPlaces } from '../../../src-main/ledger/search/places.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import type { Day } from '../../../src-shared/day.ts';
import { type SmallCustomer, type SmallLedger, smallLedger } from '../metrics/small-ledger.ts';

function person(id: number, name: string, nick: string, more: Partial<SmallCustomer> = {}): SmallCustomer {
  return { id, name, nick, ...more };
}

let ledger: SmallLedger;
beforeAll(() => {
  ledger = smallLedger({
    customers: [
      person(1, '王予安', '豆豆mama', { phone: '13800138001', email: 'wang@example.com' }),
      person(2, '张丽丽', 'tb_00412', { phone: '13900139002', province: '重庆市', city: '重庆市', district: '渝中区' }),
      person(3, '丽张', 'li-zhang', { phone: '13700137003' }),
      person(4, 'Alice Smith', 'alice*shop', { city: 'São Paulo' }),
      person(5, '单雄信', 'o\'neil"s', { province: '浙江省', city: '杭州市', district: '西湖区' }),
      person(6, '推测的人', '', { likely: true, phone: '138****9004', province: '浙江省', city: '杭州市' }),
    ],
    orders: [
      { customer: 1, day: '2025-03-01', number: '1234567890123456789' },
      { customer: 2, day: '2025-03-02', number: '1234567999999999999' },
      { customer: 3, day: '2025-03-03', number: 'SO-77' },
    ],
  });
});
afterAll(() => ledger.close());

const found = (text: string): [number, string][] =>
  findCustomers(ledger.reading, { text, limit: 50 }).hits.map((hit) => [hit.id, hit.why]);

describe('the search box', () => {
  test.each([
    ['王', [[1, 'name']]],
    ['予安', [[1, 'name']]],
    ['丽丽', [[2, 'name']]],
    ['张丽', [[2, 'name']]],
    ['豆豆', [[1, 'buyerId']]],
    ['豆豆mama', [[1, 'buyerId']]],
    ['wangyu', [[1, 'pinyin']]],
    ['wya', [[1, 'initials']]],
    ['shan', [[5, 'pinyin']]],
    ['WYA', [[1, 'initials']]],
    ['yuan', [[1, 'pinyin']]],
    ['danxiong', [[5, 'pinyin']]],
    ['doudoumama', [[1, 'pinyin']]],
    ['豆mam', [[1, 'buyerId']]],
    ['mam', [[1, 'buyerId']]],
    ['al', [[4, 'buyerId']]],
    ['as', [[4, 'initials']]],
    ['smith alice', [[4, 'buyerId']]],
    ['王 8001', [[1, 'phone']]],
    ['王 9002', []],
    ['13900', [[2, 'phone']]],
    ['00139', [[2, 'phone']]],
    ['＋86 139-0013-9002', [[2, 'phone']]],
    ['9004', [[6, 'phone']]],
    ['6789', [[1, 'orderNumber']]],
    ['123456789', [[1, 'orderNumber']]],
    ['3456789', [[1, 'orderNumber']]],
    ['456788', []],
    ['alice', [[4, 'buyerId']]],
    ['smith', [[4, 'name']]],
    ['8001', [[1, 'phone']]],
    ['139 0013 9002', [[2, 'phone']]],
    ['wang@exa', [[1, 'email']]],
    ['tb_004', [[2, 'buyerId']]],
    ['1234567890123456789', [[1, 'orderNumber']]],
    ['SO-77', [[3, 'orderNumber']]],
    // As marketplaces mask: a star stands for anything; and a whole number finds the masked one.
    ['138****9004', [[6, 'phone']]],
    ['138 **** 9004', [[6, 'phone']]],
    ['13812349004', [[6, 'phone']]],
    ['13812349005', []],
    ['137*7003', [[3, 'phone']]],
    ['王*安', [[1, 'name']]],
    ['张*', [[2, 'name']]],
    ['TB*412', [[2, 'buyerId']]],
    ['王*安 8001', [[1, 'phone']]],
    ['王*丽', []],
    ['没有这个人', []],
    ['   ', []],
  ])('finds by %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('finds everybody whose order number begins with the digits', () => {
    expect(found('1234567')).toEqual([
      [1, 'orderNumber'],
      [2, 'orderNumber'],
    ]);
  });

  test('takes any text as words and never as a query language', () => {
    const odd = fc.array(
      fc.constantFrom('"', "'", '*', '^', ':', '(', ')', '-', 'AND', 'NEAR', ' ', '王', 'a', '%', '\\', '1'),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', minLength: 1 }),
          odd.map((parts) => parts.join('')),
        ),
        (text) => {
          expect(() => findCustomers(ledger.reading, { text, limit: 5 })).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });

  test('narrows the customer list too, and sees a name changed a moment ago', () => {
    const scoresOf = scoreSource(ledger.lines);
    const list = (search: string): number[] =>
      listCustomers(
        ledger.reading,
        {
          filter: { search },
          basis: { on: '2025-06-01' as Day, definition: 'quantile' },
          sort: { by: 'name', descending: false },
          window: { from: 0, count: 10 },
        },
        scoresOf,
      ).rows.map((row) => row.id);
    expect(list('丽')).toEqual([3, 2]);
    expect(list('小雪')).toEqual([]);
    editCustomer(ledger.reading, { customer: 3, field: 'displayName', value: '小雪' }, { reason: 'test', now: '' });
    expect(list('小雪')).toEqual([3]);
  });

  test('uses an index for every way of looking', () => {
    const plans = ledger.reading.connection
      .prepare(
        `explain query plan select customer_id from shop cross join order_key using (shop_id) join shop_order using (order_id)
         where order_number >= ? and order_number < ? and customer_id is not null`,
      )
      .all('1', '2') as { detail: string }[];
    expect(plans.map((plan) => plan.detail).filter((detail) => /^SCAN (order_key|shop_order)/.test(detail))).toEqual(
      [],
    );
  });
});

describe('places', () => {
  const placesOf = async (text: string): Promise<string[]> => {
    const ask = <Result>(work: (reading: SmallLedger['reading']) => Result): Promise<Result> =>
      Promise.resolve(work(ledger.reading));
    const { places } = await findPlaces(ask, { text, limit: 3 });
    return places.map(({ field, text: name, count }) => `${field} ${name} ${count}`);
  };

  test.each([
    // A municipality is its own city; as a word it is read chong, alone zhong.
    ['cq', ['province 重庆市 1']],
    ['chongq', ['province 重庆市 1']],
    ['重庆', ['province 重庆市 1']],
    ['hz', ['city 杭州市 2']],
    ['浙江', ['province 浙江省 2']],
    ['xihu', ['district 西湖区 1']],
    ['paulo', ['city São Paulo 1']],
    ['h', []],
    ['8001', []],
    ['北京', []],
  ])('%s', async (text, places) => {
    expect(await placesOf(text)).toEqual(places);
  });
});
