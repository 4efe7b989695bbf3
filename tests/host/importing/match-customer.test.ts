/** Who a customer is: a pure function of all orders' keys. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keysOfOrder, type PersonalFacts } from '../../../src-main/importing/identity-keys.ts';
import { type Matching, matchCustomers, type OrderKeys } from '../../../src-main/importing/match-customer.ts';
import { callerKey, type IdentityKey } from '../../../src-shared/identity.ts';

const buyer = (name: string): IdentityKey => ({ kind: 'buyer', value: `taobao:${name}` });
const other = (name: string): IdentityKey => ({ kind: 'buyer', value: `other:${name}` });
const email = (value: string): IdentityKey => ({ kind: 'email', value });
const phone = (value: string): IdentityKey => ({ kind: 'phone', value });
const likely = (value: string): IdentityKey => ({ kind: 'likely', value });

const orders = (...keys: readonly (readonly IdentityKey[])[]): OrderKeys[] =>
  keys.map((own, index) => ({ orderId: index + 1, keys: own }));
const people = (matching: Matching): readonly (readonly number[])[] =>
  matching.groups.map(({ orderIds }) => orderIds).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));

describe('a customer', () => {
  test('is everybody a buyer id or an e-mail joins', () => {
    const matching = matchCustomers(
      orders([buyer('a')], [buyer('a'), email('x@y')], [buyer('b'), email('x@y')], [buyer('c')]),
    );
    expect(people(matching)).toEqual([[1, 2, 3], [4]]);
    expect(matching.groups[0]?.anchor).toEqual(buyer('a'));
  });

  test('is one by a phone among orders that have nothing else; beside ids a phone joins nobody', () => {
    const matching = matchCustomers(
      orders([buyer('a'), phone('1')], [other('z'), phone('1')], [phone('1')], [phone('1')]),
    );
    expect(people(matching)).toEqual([[1], [2], [3, 4]]);
    const alone = matchCustomers(orders([buyer('a'), phone('1')], [buyer('a'), phone('2')]));
    expect(alone.groups[0]?.keys).toEqual([buyer('a'), phone('1'), phone('2')]);
  });

  test('is never joined by a phone that two ids of one marketplace share; the phone alone is somebody of its own', () => {
    const matching = matchCustomers(orders([buyer('a'), phone('1')], [buyer('b'), phone('1')], [phone('1')]));
    expect(people(matching)).toEqual([[1], [2], [3]]);
    expect(matching.groups[2]).toMatchObject({ anchor: phone('1'), keys: [phone('1')] });
    expect(matching.sharedKeys).toEqual([]);
    expect(matchCustomers(orders([buyer('a'), phone('1')], [buyer('b'), phone('1')])).sharedKeys).toEqual([phone('1')]);
  });

  test('has a phone that two ids share when an e-mail makes the two one', () => {
    const matching = matchCustomers(
      orders([buyer('a'), email('x@y'), phone('1')], [buyer('b'), email('x@y'), phone('1')]),
    );
    expect(people(matching)).toEqual([[1, 2]]);
    expect(matching.groups[0]?.keys).toContainEqual(phone('1'));
  });

  test('is likely when only weak fields agree, and nobody without any', () => {
    const matching = matchCustomers(orders([likely('w')], [likely('w')], []));
    expect(people(matching)).toEqual([[1, 2]]);
  });
});

/** An order that has a phone and the name of who answers there. */
const called = (number: string, name: string): readonly IdentityKey[] => [callerKey(number, name), phone(number)];

describe('who answers at a phone', () => {
  test('is one person as long as the names may be one, and several where they clearly differ', () => {
    const one = matchCustomers(
      orders(called('1', '王予安'), called('1', '王*'), called('1', '安安'), called('1', ''), called('1', '小安')),
    );
    expect(people(one)).toEqual([[1, 2, 3, 4, 5]]);
    expect(one.groups[0]).toMatchObject({ isUnsure: false });
    const two = matchCustomers(
      orders(called('1', '王予安'), called('1', '李四'), called('1', '王*'), called('2', '李四')),
    );
    expect(people(two)).toEqual([[1, 3], [2], [4]]);
  });

  test('is not sure where a name fits several of them, or none is told', () => {
    const matching = matchCustomers(
      orders(called('1', '王予安'), called('1', '王建国'), called('1', '王*'), called('1', '')),
    );
    expect(people(matching)).toEqual([[1], [2], [3, 4]]);
    expect(matching.groups.filter(({ isUnsure }) => isUnsure).map(({ orderIds }) => orderIds)).toEqual([[3, 4]]);
  });

  test('has the number too; of several the one with most orders', () => {
    const matching = matchCustomers(
      orders(called('1', '王予安'), called('1', '李四'), called('1', '李四'), [buyer('a'), phone('1')]),
    );
    expect(people(matching)).toEqual([[1], [2, 3], [4]]);
    const owner = matching.groups.filter(({ keys }) => keys.some((key) => key.value === '1'));
    expect(owner.map(({ orderIds }) => orderIds)).toEqual([[2, 3]]);
  });

  test('joins nobody who has a buyer id', () => {
    expect(people(matchCustomers(orders([buyer('a'), phone('1')], called('1', '王予安'))))).toEqual([[1], [2]]);
  });
});

const keysOf = fc
  .record({
    buyer: fc.option(fc.constantFrom(buyer('a'), buyer('b'), buyer('c'), other('a'), other('b')), { nil: null }),
    email: fc.option(fc.constantFrom(email('x@y'), email('u@v')), { nil: null, freq: 1 }),
    phone: fc.option(fc.constantFrom(phone('1'), phone('2'), phone('3')), { nil: null }),
    name: fc.option(fc.constantFrom('王予安', '王*', '王建国', '安安', '李四', ''), { nil: null, freq: 3 }),
    likely: fc.constantFrom(likely('w'), null),
  })
  .map(({ likely: weak, name, ...strong }) => {
    const isCalled = strong.buyer === null && strong.email === null && strong.phone !== null && name !== null;
    const caller = isCalled ? callerKey(strong.phone?.value ?? '', name ?? '') : null;
    const keys = [strong.buyer, strong.email, caller, strong.phone].filter((key) => key !== null);
    return keys.length > 0 || weak === null ? keys : [weak];
  });

const anyOrders = fc.array(keysOf, { maxLength: 12 }).map((keys) => orders(...keys));

const shuffled = anyOrders.chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
);

describe('matching', () => {
  test('does not depend on the order of orders', () => {
    fc.assert(
      fc.property(shuffled, ([all, turned]) => {
        expect(matchCustomers(turned)).toEqual(matchCustomers(all));
      }),
      { numRuns: 500 },
    );
  });

  test('gives every order with a key one customer, and each key at most one', () => {
    fc.assert(
      fc.property(anyOrders, (all) => {
        const { groups, sharedKeys } = matchCustomers(all);
        const named = groups.flatMap(({ orderIds }) => orderIds).sort((a, b) => a - b);
        expect(named).toEqual(all.filter(({ keys }) => keys.length > 0).map(({ orderId }) => orderId));
        const keys = [...groups.flatMap((group) => group.keys), ...sharedKeys].map((key) => JSON.stringify(key));
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 500 },
    );
  });

  test('never joins two readable ids of one marketplace but through an e-mail', () => {
    const withoutEmail = anyOrders.map((all) =>
      all.map(({ orderId, keys }) => ({ orderId, keys: keys.filter(({ kind }) => kind !== 'email') })),
    );
    fc.assert(
      fc.property(withoutEmail, (all) => {
        for (const { keys } of matchCustomers(all).groups) {
          const marketplaces = keys.filter(({ kind }) => kind === 'buyer').map(({ value }) => value.split(':')[0]);
          expect(new Set(marketplaces).size).toBe(marketplaces.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});

const nobody: PersonalFacts = {
  buyerId: null,
  buyerEmail: null,
  receiverName: null,
  receiverPhone: null,
  province: null,
  city: null,
  district: null,
  address: null,
};

describe('the keys of an order', () => {
  test('are its readable buyer id, its e-mail and its whole phone', () => {
    const facts = { ...nobody, buyerId: '豆豆mama', buyerEmail: 'A@B.cn', receiverPhone: "'13800138005" };
    expect(keysOfOrder('taobao', facts, null)).toEqual([buyer('豆豆mama'), email('a@b.cn'), phone('13800138005')]);
  });

  test('with nothing better a whole phone goes with who answers there, and with the mark of a split', () => {
    const facts = { ...nobody, receiverName: ' 王予安 ', receiverPhone: '13800138005' };
    const number = phone('13800138005');
    expect(keysOfOrder('youzan', facts, null)).toEqual([callerKey(number.value, '王予安'), number]);
    expect(keysOfOrder('youzan', { ...facts, receiverName: '王**' }, null)[0]).toEqual(callerKey(number.value, '王*'));
    expect(keysOfOrder('youzan', { ...facts, receiverName: '***' }, null)[0]).toEqual(callerKey(number.value, ''));
    expect(keysOfOrder('youzan', facts, 'm1')[0]).toEqual(callerKey(number.value, '#m1'));
  });

  test('a masked phone or a virtual number is never one', () => {
    expect(keysOfOrder('taobao', { ...nobody, receiverPhone: '138****8005' }, null)).toEqual([]);
    expect(keysOfOrder('taobao', { ...nobody, receiverPhone: '15000000000-1234' }, null)).toEqual([]);
    expect(keysOfOrder('taobao', { ...nobody, buyerId: '豆***', receiverName: '王**' }, null)).toEqual([]);
  });

  test('surname, visible digits and region that agree are a likely one, and the owner can split it', () => {
    const facts = {
      ...nobody,
      receiverName: '王**',
      receiverPhone: '86-138****8005',
      province: '北京市',
      city: '北京市',
    };
    const [key] = keysOfOrder('taobao', facts, null);
    expect(key).toEqual(likely('王 | 138****8005 | 北京市 北京市'));
    expect(keysOfOrder('taobao', { ...facts, province: null, city: null }, null)).toEqual([]);
    expect(keysOfOrder('taobao', facts, '#1')).toEqual([likely('王 | 138****8005 | 北京市 北京市 | #1')]);
  });

  test('surname, whole address and masked nick that agree are a likely one', () => {
    const facts = { ...nobody, buyerId: '豆***', receiverName: '王**', address: '北京市 北京市 朝阳区 样例胡同12号院' };
    expect(keysOfOrder('taobao', facts, null)).toEqual([
      likely('王 | 北京市 北京市 朝阳区 样例胡同12号院 | taobao:豆***'),
    ]);
    expect(keysOfOrder('taobao', { ...facts, address: '北京市 朝阳区 ****' }, null)).toEqual([]);
  });
});
