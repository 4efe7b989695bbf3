/** Who a customer is where the owner decided something: still a pure function of keys, and his word holds. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchCustomers, type OrderKeys, textOfKey } from '../../../src-main/importing/match-customer.ts';
import { callerKey, type Decision, type IdentityKey } from '../../../src-shared/identity.ts';

const key = (kind: IdentityKey['kind'], value: string): IdentityKey => ({ kind, value });
const buyers = ['taobao:a', 'taobao:b', 'jd:a', 'jd:b', 'taobao:c'].map((value) => key('buyer', value));
const mails = ['x@y', 'u@v'].map((value) => key('email', value));
const phones = ['1', '2', '3'].map((value) => key('phone', value));
const names = ['王予安', '王*', '李四', ''];
const callers = phones.flatMap(({ value }) => names.map((name) => callerKey(value, name)));
const likely = ['w', 'v'].map((value) => key('likely', value));

const orderKeys = fc
  .record({
    buyer: fc.option(fc.constantFrom(...buyers), { nil: null }),
    mail: fc.option(fc.constantFrom(...mails), { nil: null, freq: 1 }),
    phone: fc.option(fc.constantFrom(...phones), { nil: null }),
    name: fc.constantFrom(...names),
    weak: fc.constantFrom(...likely),
  })
  .map(({ buyer, mail, phone, name, weak }) => {
    const isCalled = buyer === null && mail === null && phone !== null;
    const caller = isCalled ? callerKey(phone.value, name) : null;
    const keys = [buyer, mail, caller, phone].filter((found) => found !== null);
    return keys.length > 0 ? keys : [weak];
  });
const orders = fc
  .array(orderKeys, { maxLength: 12 })
  .map((all) => all.map((keys, index): OrderKeys => ({ orderId: index + 1, keys })));

const anyKey = fc.constantFrom(...buyers, ...mails, ...callers, ...phones, ...likely);
const some = fc.uniqueArray(anyKey, { minLength: 1, maxLength: 3, selector: textOfKey });
const decision: fc.Arbitrary<Decision> = fc.oneof(
  some.map((keys): Decision => ({ verdict: 'same', sides: [keys] })),
  fc
    .tuple(some, some)
    .filter(([left, right]) => !left.some((a) => right.some((b) => textOfKey(a) === textOfKey(b))))
    .map(([left, right]): Decision => ({ verdict: 'never', sides: [left, right] })),
);
const decisions = fc.array(decision, { maxLength: 4 });

const textsOf = (keys: readonly IdentityKey[]): readonly string[] => keys.map(textOfKey);

describe('matching with decisions', () => {
  test('does not depend on the order of orders', () => {
    const turned = orders.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(
      fc.property(turned, decisions, ([all, other], decided) => {
        expect(matchCustomers(other, decided)).toEqual(matchCustomers(all, decided));
      }),
      { numRuns: 1000 },
    );
  });

  test('gives every order one customer and each key at most one', () => {
    fc.assert(
      fc.property(orders, decisions, (all, decided) => {
        const { groups, sharedKeys } = matchCustomers(all, decided);
        expect(groups.flatMap(({ orderIds }) => orderIds).sort((a, b) => a - b)).toEqual(
          all.map(({ orderId }) => orderId),
        );
        const keys = textsOf([...groups.flatMap((group) => group.keys), ...sharedKeys]);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('never puts two together that the newest decision keeps apart; a phone stands for the orders that have nothing else', () => {
    fc.assert(
      fc.property(orders, decisions, some, some, (all, decided, left, right) => {
        const rights = new Set(textsOf(right));
        fc.pre(!textsOf(left).some((text) => rights.has(text)));
        const newest: Decision = { verdict: 'never', sides: [left, right] };
        for (const { keys, orderIds } of matchCustomers(all, [...decided, newest]).groups) {
          const leading = new Set(textsOf(orderIds.flatMap((order) => all[order - 1]?.keys[0] ?? [])));
          const own = new Set(textsOf(keys.filter((found) => found.kind !== 'phone' || leading.has(textOfKey(found)))));
          const hasLeft = textsOf(left).some((text) => own.has(text));
          expect(hasLeft && textsOf(right).some((text) => own.has(text))).toBe(false);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('puts all buyer ids and e-mails together that the newest decision calls the same', () => {
    const strong = fc.uniqueArray(fc.constantFrom(...buyers, ...mails), {
      minLength: 2,
      maxLength: 4,
      selector: textOfKey,
    });
    fc.assert(
      fc.property(orders, decisions, strong, (all, decided, keys) => {
        const { groups } = matchCustomers(all, [...decided, { verdict: 'same', sides: [keys] }]);
        const named = new Set(textsOf(keys));
        const having = groups.filter((group) => textsOf(group.keys).some((text) => named.has(text)));
        expect(having.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 3000 },
    );
  });
});

const ordersOf = (...keys: readonly (readonly IdentityKey[])[]): OrderKeys[] =>
  keys.map((own, index) => ({ orderId: index + 1, keys: own }));
const called = (number: string, name: string): readonly IdentityKey[] => [
  callerKey(number, name),
  key('phone', number),
];
const people = (all: readonly OrderKeys[], ...decisions: readonly Decision[]): readonly (readonly number[])[] =>
  matchCustomers(all, decisions)
    .groups.map(({ orderIds }) => orderIds)
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
const same = (...keys: readonly IdentityKey[]): Decision => ({ verdict: 'same', sides: [keys] });
const a = key('buyer', 'taobao:a');

describe('a decision about a phone', () => {
  test('made when it was known by its number alone holds for all who answer there', () => {
    const all = ordersOf([a], called('1', '王予安'), called('1', '李四'), called('2', '李四'));
    expect(people(all, same(a, key('phone', '1')))).toEqual([[1, 2, 3], [4]]);
    const never: Decision = { verdict: 'never', sides: [[key('phone', '1')], [callerKey('2', '李四')]] };
    expect(people(all, same(callerKey('1', '李四'), callerKey('2', '李四')), never)).toEqual([[1], [2], [3], [4]]);
  });

  test('that names who answers holds for that person, however the name is written by now', () => {
    const decided = same(a, callerKey('1', '王予安'), key('phone', '1'));
    expect(people(ordersOf([a], called('1', '王予安'), called('1', '李四')), decided)).toEqual([[1, 2], [3]]);
    expect(people(ordersOf([a], called('1', '王*'), called('1', '李四')), decided)).toEqual([[1, 2], [3]]);
    expect(people(ordersOf([a], called('1', '')), decided)).toEqual([[1, 2]]);
    expect(people(ordersOf([a], called('1', '李四')), decided)).toEqual([[1], [2]]);
  });

  test('that names somebody whose name two fit by now goes to the same of them whatever the order of orders', () => {
    const decided = same(key('phone', '2'), callerKey('1', '王予安'));
    const never: Decision = { verdict: 'never', sides: [[callerKey('1', '王*')], [callerKey('1', '')]] };
    const all = ordersOf(called('1', ''), called('2', '王予安'), called('1', '王*'));
    const turned = [...all].reverse();
    expect(matchCustomers(turned, [decided, never])).toEqual(matchCustomers(all, [decided, never]));
  });
});
