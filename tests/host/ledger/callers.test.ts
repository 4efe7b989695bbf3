/** Who it may be that calls: by the end of a number, whole or masked, and by nothing that only looks like it. */

import fc from 'fast-check';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { callersBy } from '../../../src-main/ledger/callers.ts';
import { fill, smallLedger } from '../metrics/small-ledger.ts';

const ledger = smallLedger();
afterAll(() => ledger.close());
const { reading } = ledger;
const asked = (digits: string, limit = 8) => callersBy(reading, { digits, limit, excluded: false });
const who = (digits: string) => asked(digits).callers.map(({ customer }) => customer);

beforeEach(() => {
  fill(reading, {
    shops: [{ name: '山月茶铺' }],
    customers: [
      { id: 1, name: '王予安', phone: '13800138001', city: '杭州' },
      { id: 2, name: '李敏', phone: '138****8001' },
      { id: 3, name: '赵六', likely: true, phone: '13680016003' },
      { id: 4, name: '钱8001', nick: 'tb8001', phone: '057188889999' },
    ],
    orders: [
      { customer: 1, day: '2025-08-03', number: '2611204842500275001' },
      { customer: 2, day: '2025-09-03', number: '2611204842500275002' },
      // Its number ends like the phone of others.
      { customer: 4, day: '2025-10-03', number: '2611204842500278001' },
    ],
  });
});

test('who bought last comes first; a number in the middle, a nick and an order’s number are not theirs', () => {
  expect(asked('8001').callers).toEqual([
    {
      customer: 2,
      name: '李敏',
      certainty: 'certain',
      place: null,
      phone: '138****8001',
      orders: 1,
      lastDay: '2025-09-03',
    },
    {
      customer: 1,
      name: '王予安',
      certainty: 'certain',
      place: '杭州',
      phone: '138****8001',
      orders: 1,
      lastDay: '2025-08-03',
    },
  ]);
  expect(asked('8001', 1)).toMatchObject({ callers: [{ customer: 2 }], more: 1 });
  expect(who('6003')).toEqual([3]);
  // More digits leave out those of whom only the end is known.
  expect(who('13800138001')).toEqual([1]);
  expect(who('9999')).toEqual([4]);
  expect(who('1234')).toEqual([]);
});

test('law: whoever has a number that ends with the digits is found, and nobody else', () => {
  const phone = fc.stringMatching(/^1[3-9]\d{9}$/);
  fc.assert(
    fc.property(
      fc.uniqueArray(phone, { minLength: 2, maxLength: 12 }),
      fc.integer({ min: 4, max: 11 }),
      (phones, length) => {
        fill(reading, {
          customers: phones.map((one, at) => ({ id: at + 1, name: `客${at}`, phone: one })),
          orders: [],
        });
        const digits = (phones[0] ?? '').slice(-length);
        const expected = phones.flatMap((one, at) => (one.endsWith(digits) ? [at + 1] : []));
        expect(new Set(who(digits).slice(0, 8))).toEqual(new Set(expected.slice(0, 8)));
      },
    ),
    { numRuns: 60 },
  );
});
