/** Whom a refresh passes over without asking for their orders is stored as all their orders and the owner's words come to. */

import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { customerFactsOf, refreshNames } from '../../../src-main/ledger/refresh-customers.ts';
import { transact } from '../../../src-main/ledger/transaction.ts';
import { fill, plainCustomers, smallLedger } from '../metrics/small-ledger.ts';

const ledger = smallLedger();
afterAll(() => ledger.close());
const { reading } = ledger;
const { connection } = reading;

const phones = ['13800138001', '13900139002', '138****8001', '057112345678', '13800138001-1234', '', null];
const times = ['2025-01-01 10:00:00', '2025-01-01 10:00:00', '2025-01-01 11:00:00', '2025-02-02 09:00:00', null];

const order = fc.record({
  ordered_at: fc.constantFrom(...times),
  paid_at: fc.constantFrom('2025-03-01 10:00:00', null),
  buyer_id: fc.constantFrom('豆豆', '豆豆', '豆*', '', null),
  receiver_name: fc.constantFrom('王五', '王五', '王*', '李四', null),
  receiver_phone: fc.constantFrom(...phones),
  province: fc.constantFrom('浙江省', '浙江省', '', null),
  city: fc.constantFrom('杭州市', null),
  district: fc.constantFrom('西湖区', null),
});

const stored = fc.record({
  name: fc.constantFrom('王五', '王*'),
  buyer_id: fc.constantFrom('豆豆', '豆*'),
  phone: fc.constantFrom('13800138001', '138****8001', null),
  province: fc.constantFrom('浙江省', null),
  city: fc.constantFrom('杭州市', null),
  district: fc.constantFrom('西湖区', null),
  display_name: fc.constantFrom(null, null, '老王'),
  note: fc.constantFrom(null, null, '爱喝茶'),
});

const region = { province: '浙江省', city: '杭州市', district: '西湖区' };

/** Tells all by itself, and what is then stored: what a refresh passes over. */
const newest = {
  ordered_at: '2025-02-02 09:00:00',
  paid_at: null,
  buyer_id: '豆豆',
  receiver_name: '王五',
  receiver_phone: '13800138001',
  ...region,
};
const told = { name: '王五', buyer_id: '豆豆', phone: '13800138001', ...region };

function set(table: string, key: string, id: number, values: object): void {
  const names = Object.keys(values);
  connection
    .prepare(`update ${table} set ${names.map((name) => `${name} = ?`).join(', ')} where ${key} = ?`)
    .run(...Object.values(values), id);
}

function act(): number {
  const { lastInsertRowid } = connection
    .prepare(
      "insert into journal (edited_at, reason, table_name, row_key, field) values ('', '', 'customer', '{}', '')",
    )
    .run();
  return Number(lastInsertRowid);
}

function edit(field: 'displayName' | 'note', content: string): void {
  connection
    .prepare(
      "insert into customer_edit (kind, value, field, edit_id, content) values ('buyer', 'taobao:nick1', ?, ?, ?)",
    )
    .run(field, act(), content);
}

function choosePhone(content: string): void {
  const id = act();
  connection.prepare("insert into identity_decision values (?, 1, 'same', 1, 'buyer', 'taobao:nick1')").run(id);
  connection.prepare("insert into decision_choice values (?, 1, 'phone', ?)").run(id, content);
}

const rowOf = (id: number): unknown =>
  connection
    .prepare(
      'select display_name as displayName, name, buyer_id as buyerId, phone, province, city, district, note from customer where customer_id = ?',
    )
    .get(id);

/** Of the same second, the order with the larger number is the newer one: here it is the one with the smaller key. */
function refill(orders: readonly object[], person: object): void {
  connection.exec('delete from customer_edit; delete from decision_choice; delete from identity_decision');
  fill(
    reading,
    {
      customers: plainCustomers(1),
      orders: orders.map((_, index) => ({ customer: 1, day: '2025-01-01', number: String(999 - index) })),
    },
    true,
  );
  orders.forEach((values, index) => {
    set('shop_order', 'order_id', index + 1, values);
  });
  set('customer', 'customer_id', 1, person);
}

function expectRefreshed(): void {
  transact(reading, (writing) => refreshNames(writing, [1]));
  expect(rowOf(1)).toEqual(customerFactsOf(reading)(1));
}

const seldom = <Text extends string>(...texts: Text[]): fc.Arbitrary<Text | null> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...texts) });

const words = fc.record({
  name: seldom('老王', ''),
  note: seldom('爱喝茶', ''),
  phone: seldom('13800138001', '13900139002', '13800138001-1234'),
});

test('a refresh stores what all orders and the owner’s words come to, whatever was stored before', () => {
  fc.assert(
    fc.property(
      fc.array(order, { minLength: 1, maxLength: 4 }),
      stored,
      words,
      (orders, person, { name, note, phone }) => {
        refill(orders, person);
        if (name !== null) edit('displayName', name);
        if (note !== null) edit('note', note);
        if (phone !== null) choosePhone(phone);
        expectRefreshed();
      },
    ),
    { numRuns: 150 },
  );
});

/** Some of `values` in the place of those of `from`. */
const partly = <From extends object>(from: From, values: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  fc.tuple(values, fc.subarray(Object.keys(from), { maxLength: 2 })).map(([other, names]) => ({
    ...from,
    ...Object.fromEntries(Object.entries(other).filter(([name]) => names.includes(name))),
  }));

test('so it does beside one order that tells everything and is stored word for word, or nearly', () => {
  const others = fc.array(partly(newest, order), { maxLength: 2 });
  const person = partly({ ...told, display_name: null, note: null }, stored);
  fc.assert(
    fc.property(others, person, words, (older, as, { name, phone }) => {
      refill([...older, newest], as);
      if (name !== null) edit('displayName', name);
      if (phone !== null) choosePhone(phone);
      expectRefreshed();
    }),
    { numRuns: 400 },
  );
});
