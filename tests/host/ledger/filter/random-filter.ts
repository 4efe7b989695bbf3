/** Random filters, and small ledgers on which they find something. */

import fc from 'fast-check';
import { exclusionKinds } from '../../../../src-shared/contract/exclusions.ts';
import {
  calendarSpans,
  countFields,
  type Days,
  dayFields,
  type FilterCondition,
  type FilterNode,
  listReaches,
  moneyFields,
  orderKinds,
  presenceTests,
  type Range,
  textFields,
  textTests,
  tierChoices,
  type Wording,
  wishChoices,
} from '../../../../src-shared/contract/filters.ts';
import { addDays } from '../../../../src-shared/day.ts';
import { gradeChoices } from '../../../../src-shared/grades.ts';
import { ladderSteps } from '../../../../src-shared/ladder.ts';
import { lifeChoices } from '../../../../src-shared/lifecycle.ts';
import { type Minor, minorOf } from '../../../../src-shared/money.ts';
import { contentOf, day } from '../../metrics/random-ledger.ts';
import type { SmallContent } from '../../metrics/small-ledger.ts';

const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { freq: 2, nil: undefined });

function rangeOf(values: fc.Arbitrary<number>): fc.Arbitrary<Range> {
  return fc.tuple(values, values, fc.constantFrom('from', 'to', 'both')).map(([one, other, ends]) => {
    const [from, to] = [Math.min(one, other), Math.max(one, other)];
    return ends === 'both' ? { from, to } : ends === 'from' ? { from: one } : { to: one };
  });
}
const counts = (max: number): fc.Arbitrary<Range> => rangeOf(fc.integer({ min: 0, max }));
const money = rangeOf(fc.integer({ min: -5, max: 150 })).map(
  ({ from, to }): Range<Minor> => ({
    ...(from === undefined ? {} : { from: minorOf(from) }),
    ...(to === undefined ? {} : { to: minorOf(to) }),
  }),
);

const someDay = fc.integer({ min: -5, max: 260 });
const days: fc.Arbitrary<Days> = fc.oneof(
  counts(200).map((daysAgo) => ({ daysAgo })),
  fc.constantFrom(...calendarSpans).map((calendar) => ({ calendar })),
  rangeOf(someDay).map(({ from, to }) => ({
    ...(from === undefined ? {} : { from: addDays(day('2025-01-01'), from) }),
    ...(to === undefined ? {} : { to: addDays(day('2025-01-01'), to) }),
  })),
);

/** Parts of what the ledgers hold, also what would be a pattern in SQL, or end a text. */
const words = fc.constantFrom(
  '杯',
  '盘',
  '壶',
  'Hang',
  '杭州',
  '市',
  '浙江',
  '客户1',
  'n1',
  'N1',
  '138',
  '8001',
  '回头',
  "o'",
  '%',
  '_',
  '东西',
  '"',
  'a@',
  'V-',
  '-1',
);
const wording: fc.Arbitrary<Wording> = fc.record({
  test: fc.constantFrom(...textTests),
  texts: fc.array(words, { minLength: 1, maxLength: 3 }),
});
const some = <Choice>(choices: readonly Choice[]): fc.Arbitrary<Choice[]> =>
  fc.subarray([...choices], { minLength: 1 });

/** All fields are equally likely: what is asked less often goes wrong unseen. */
export const condition: fc.Arbitrary<FilterCondition> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...countFields), fc.oneof(counts(6), counts(200)))
    .map(([field, ends]) => ({ field, ...ends })),
  fc.tuple(fc.constantFrom(...moneyFields), money).map(([field, ends]) => ({ field, ...ends })),
  fc.record({ field: fc.constantFrom(...dayFields), days }),
  fc.tuple(fc.constantFrom(...textFields), wording).map(([field, said]) => ({ field, ...said })),
  fc.record({ field: fc.constantFrom(...textFields), test: fc.constantFrom(...presenceTests) }),
  fc.record({ field: fc.constant('tier' as const), in: some(tierChoices) }),
  fc.record({ field: fc.constant('lifecycle' as const), in: some(lifeChoices) }),
  fc.record({ field: fc.constant('ladder' as const), in: some(ladderSteps) }),
  fc.record({ field: fc.constant('level' as const), in: some([0, 2, 5, 3, 9]) }),
  fc.record({ field: fc.constant('grade' as const), in: some(gradeChoices) }),
  fc.record({ field: fc.constant('certainty' as const), in: some(['certain', 'likely'] as const) }),
  fc.record({ field: fc.constant('reach' as const), in: some(listReaches) }),
  fc.record({ field: fc.constant('wish' as const), in: some(wishChoices) }),
  fc.record({ field: fc.constant('shop' as const), in: some([1, 2, 9]) }),
  fc.record({ field: fc.constant('marketplace' as const), in: some(['taobao', 'jd', 'etsy'] as const) }),
  fc.record({ field: fc.constant('excluded' as const), in: some(exclusionKinds) }),
  fc.record({ field: fc.constant('segment' as const), in: some([1, 2]) }),
  fc.record({ field: fc.constant('run' as const), in: some([1, 2, 3, 9]) }),
  fc.record({ field: fc.constant('tag' as const), in: some([1, 2, 3, 9]) }),
  fc
    .tuple(fc.constantFrom(1, 9), rangeOf(fc.integer({ min: -4, max: 12 }).map((n) => n / 4)))
    .map(([custom, ends]) => ({ field: 'custom' as const, custom, ...ends })),
  fc.record({ field: fc.constant('custom' as const), custom: fc.constant(2), in: some([1, 2, 3]) }),
  fc.record({ field: fc.constant('custom' as const), custom: fc.constant(3), days }),
  fc.record({ field: fc.constant('custom' as const), custom: fc.constant(4), is: fc.boolean() }),
  wording.map((said) => ({ field: 'custom' as const, custom: 5, ...said })),
  fc.record({
    field: fc.constant('custom' as const),
    custom: fc.constantFrom(1, 2, 3, 4, 5, 9),
    test: fc.constantFrom(...presenceTests),
  }),
  ...Array.from({ length: 3 }, () =>
    fc.record({
      field: fc.constant('bought' as const),
      orders: maybe(fc.constantFrom(...orderKinds)),
      product: maybe(wording),
      days: maybe(days),
      shops: maybe(some([1, 2])),
      times: maybe(counts(4)),
      spent: maybe(money),
    }),
  ),
);

export const filter: fc.Arbitrary<FilterNode> = fc.letrec<{ node: FilterNode; group: FilterNode }>((tie) => ({
  node: fc.oneof({ maxDepth: 3, withCrossShrink: true }, condition, tie('group')),
  group: fc.oneof(
    fc.array(tie('node'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((any) => ({ any })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((none) => ({ none })),
  ),
})).node;

/** Some of the people live somewhere, write something, can be reached; some orders bear notes; the second shop may sell in another currency. */
export const ledgerContent: fc.Arbitrary<SmallContent> = fc
  .tuple(
    contentOf({ customers: 8, orders: 25 }),
    fc.constantFrom('CNY', 'CNY', 'USD'),
    fc.array(fc.nat(6), { minLength: 90, maxLength: 90 }),
  )
  .map(([made, currency, chance]) => {
    let at = 0;
    const pick = (): number => chance[at++ % chance.length] ?? 0;
    const customers = made.customers.map((customer) => {
      const n = pick();
      return {
        ...customer,
        ...(n % 3 === 0 ? { city: '杭州市', province: '浙江省', phone: `138 0013-${8000 + customer.id}` } : {}),
        ...(n % 3 === 1 ? { city: 'Hangzhou', phone: '138****8001', district: '西湖区' } : {}),
        ...(n % 4 === 1 ? { email: `a@${customer.id}.cn`, note: "  回头 O'Neil 100% " } : {}),
        ...(n === 5 ? { note: '\u3000 \t' } : {}),
      };
    });
    const orders = made.orders.map(({ titles, ...order }) => {
      const n = pick();
      return {
        ...order,
        ...(n === 6 || titles === undefined ? {} : { titles }),
        ...(n === 0 ? { sellerNote: 'V-1' } : {}),
        ...(n === 1 ? { buyerNote: '杯 _ %' } : {}),
        ...(n === 2 ? { buyerNote: ' ' } : {}),
        ...(n % 3 === 0 ? { receiver: ['王*', '138****8001', '浙江省 杭州市 文三路 1 号'] as const } : {}),
      };
    });
    return { shops: [{ name: '甲' }, { name: '乙', currency, marketplace: 'jd' }], customers, orders };
  });
