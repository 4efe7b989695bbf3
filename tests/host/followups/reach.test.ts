/** How somebody can be reached: by a whole phone; else in the marketplace; else by letter. And how many of a list can be reached how. */

import { afterAll, expect, test } from 'vitest';
import { countReaches, reachOfPeople } from '../../../src-main/followups/reach.ts';
import { contactsOf } from '../../../src-main/ledger/contact-points.ts';
import { markPoint, setWishes } from '../../../src-main/ledger/profile/wishes.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { heldPeople } from '../../../src-main/output/held-people.ts';
import { noWishes } from '../../../src-shared/contract/profiles.ts';
import { day } from '../metrics/random-ledger.ts';
import { smallLedger } from '../metrics/small-ledger.ts';

const whole: readonly [string, string, string] = ['王', '13800138001', '浙江省杭州市某路 1 号'];
const masked: readonly [string, string, string] = ['王*', '138****8001', '浙江省杭州市***'];
const ledger = smallLedger({
  shops: [{ name: '淘宝店' }, { name: '门店', marketplace: 'hand' }],
  customers: [
    { id: 1, phone: '13800138001' },
    // Masked in every file: found by nick or order number.
    { id: 2, phone: '138****8002' },
    // Likely one person: never called, however whole the number is.
    { id: 3, phone: '13800138003', likely: true },
    // Typed by hand, without a phone: an address, and nothing at all.
    { id: 4 },
    { id: 5 },
    // Whose number is wrong.
    { id: 6, phone: '13800138006' },
  ],
  orders: [
    { customer: 1, day: '2025-01-01', receiver: whole },
    { customer: 2, day: '2025-01-01', receiver: masked },
    { customer: 3, day: '2025-01-01', receiver: whole },
    { customer: 4, day: '2025-01-01', shop: 2, receiver: ['李', '', '浙江省宁波市某路 2 号'] },
    { customer: 5, day: '2025-01-01', shop: 2, receiver: masked },
    { customer: 6, day: '2025-01-01', receiver: ['赵', '13800138006', '某镇 3 号'] },
  ],
});
afterAll(() => ledger.close());
const { reading } = ledger;
const act = (reason: string) => ({ reason, now: '2026-01-01T08:00:00Z' });
const basis = { on: day('2025-12-31'), definition: 'quantile' } as const;

test('the best way that is left: a wrong number is none, a masked one neither, a likely person is not called', () => {
  const reach = reachOfPeople(reading);
  expect([1, 2, 3, 4, 5, 6].map(reach)).toEqual(['phone', 'marketplace', 'marketplace', 'post', 'none', 'phone']);
  const { contacts } = contactsOf(reading, 6, basis.on, () => null);
  const point = contacts.find(({ kind }) => kind === 'phone')?.point ?? expect.fail('no phone');
  markPoint(reading, { customer: 6, point, mark: 'wrong' }, act('customers.markPoint'));
  expect(reachOfPeople(reading)(6)).toBe('marketplace');
  expect(countReaches(reading, [1, 2, 3, 4, 5, 6])).toEqual({ phone: 1, marketplace: 3, post: 1, none: 1 });
});

test('a list says how many of those who are not held back can be reached how', () => {
  const asked = { filter: {}, basis, sort: { by: 'orders', descending: true } as const, limit: 100 };
  const told = () => heldPeople(reading, asked, scoreSource(ledger.lines));
  expect(told()).toMatchObject({ total: 6, held: [], reach: { phone: 1, marketplace: 3, post: 1, none: 1 } });
  setWishes(reading, 1, { ...noWishes, optOut: true }, act('customers.wish'));
  expect(told()).toMatchObject({ held: [{ customer: 1 }], reach: { phone: 0, marketplace: 3, post: 1, none: 1 } });
});
