/** Small random ledgers: two shops, few customers, every reason for an order not to count. */

import fc from 'fast-check';
import { addDays, addMonths, type Day, dayOf } from '../../../src-shared/day.ts';
import type { SmallContent } from './small-ledger.ts';

/** For tests: a day that must be one. */
export function day(text: string): Day {
  const found = dayOf(text);
  if (found === null) throw new Error(text);
  return found;
}

/** Every month from that of a day, or a month, to that of another; none without a first. */
export function monthsFrom(first: string | undefined, last: Day): string[] {
  if (first === undefined || first > last) return [];
  const months: string[] = [];
  for (let at = day(`${first.slice(0, 7)}-01`); at <= last; at = addMonths(at, 1)) months.push(at.slice(0, 7));
  return months;
}

/** Some day around the orders of the random ledgers. */
export const dayIn: fc.Arbitrary<Day> = fc.integer({ min: -5, max: 260 }).map((n) => addDays(day('2025-01-01'), n));

/** At least so many customers and orders. */
export const contentOf = (least: { customers: number; orders: number }): fc.Arbitrary<SmallContent> =>
  fc.integer({ min: least.customers, max: 14 }).chain((count) => contentFor(count, least.orders));

const contentFor = (count: number, minLength: number): fc.Arbitrary<SmallContent> =>
  fc.record({
    shops: fc.constant([{ name: '甲' }, { name: '乙' }]),
    customers: fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc.record({
          id: fc.constant(index + 1),
          likely: fc.boolean(),
          // Ties are broken by these, not by the number of the customer.
          nick: fc.constant<string>(`n${(index * 7) % 15}`),
        }),
      ),
    ),
    orders: fc.array(
      fc.record({
        customer: fc.option(fc.integer({ min: 1, max: count }), { freq: 8, nil: null }),
        day: fc.option(
          fc.integer({ min: 0, max: 250 }).map((n) => addDays(day('2025-01-01'), n)),
          { freq: 20, nil: null },
        ),
        paidMinor: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 20, nil: null }),
        refundMinor: fc.constantFrom(0, 0, 5),
        shop: fc.constantFrom(1, 2),
        status: fc.constantFrom('completed' as const, 'completed' as const, 'unpaid' as const, 'refunded' as const),
        titles: fc.constantFrom<(readonly string[])[]>(['杯'], ['杯', '盘'], ['壶', '壶'], []),
      }),
      { minLength, maxLength: 70 },
    ),
  });

export const randomContent: fc.Arbitrary<SmallContent> = contentOf({ customers: 1, orders: 0 });
