/** The customer list: filters, sorts, sums, windows, against a slow and obvious version; and how fast it is. */

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellsOfStretch, idsOfStretch } from '../../../src-main/ledger/customer-stretch.ts';
import { listCustomers } from '../../../src-main/ledger/customers.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import {
  type CustomerFilter,
  type CustomerRow,
  customerSorts,
  figureColumns,
} from '../../../src-shared/contract/customers.ts';
import { addDays, type Day, dayOf, daysBetween } from '../../../src-shared/day.ts';
import { minorOf } from '../../../src-shared/money.ts';
import { tiers } from '../../../src-shared/rfm.ts';
import { fill, type SmallContent, type SmallLedger, smallLedger } from '../metrics/small-ledger.ts';

function day(text: string): Day {
  const found = dayOf(text);
  if (found === null) throw new Error(text);
  return found;
}

const start = day('2025-01-01');
let ledger: SmallLedger;
beforeAll(() => {
  ledger = smallLedger();
});
afterAll(() => ledger.close());

const content: fc.Arbitrary<SmallContent> = fc.integer({ min: 1, max: 12 }).chain((count) =>
  fc.record({
    shops: fc.constant([{ name: '甲' }, { name: '乙' }]),
    customers: fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc.record({
          id: fc.constant(index + 1),
          likely: fc.boolean(),
          city: fc.constantFrom('杭州市', '广州市', ''),
          // In the order of their names; the reading comes before the character.
          name: fc.constantFrom('安', '安妮', '白', '百', '王'),
        }),
      ),
    ),
    orders: fc.array(
      fc.record({
        customer: fc.integer({ min: 1, max: count }),
        day: fc.integer({ min: 0, max: 400 }).map((n) => addDays(start, n)),
        paidMinor: fc.integer({ min: 0, max: 50 }),
        shop: fc.constantFrom(1, 2),
        status: fc.constantFrom('completed' as const, 'unpaid' as const, 'refunded' as const),
      }),
      { maxLength: 60 },
    ),
  }),
);

const nameOrder = ['安', '安妮', '白', '百', '王'];

const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });

const filters = fc.record({
  shop: optional(fc.constantFrom(1, 2)),
  tiers: optional(fc.subarray([...tiers])),
  certainty: optional(fc.constantFrom('certain' as const, 'likely' as const)),
  lastDayFrom: optional(fc.integer({ min: 0, max: 400 }).map((n) => addDays(start, n))),
  recencyTo: optional(fc.integer({ min: 0, max: 300 })),
  ordersFrom: optional(fc.integer({ min: 0, max: 3 })),
  netFrom: optional(fc.integer({ min: 0, max: 60 }).map(minorOf)),
  netTo: optional(fc.integer({ min: 0, max: 120 }).map(minorOf)),
  ids: optional(fc.uniqueArray(fc.integer({ min: 1, max: 14 }))),
  exceptIds: optional(fc.uniqueArray(fc.integer({ min: 1, max: 14 }))),
  noTier: optional(fc.constant(true as const)),
  region: optional(fc.constantFrom('州', '杭州', '广州 广', '%', '')),
  withoutCounted: optional(fc.boolean()),
});

/** The figures of everybody, the slow way; tiers are taken from the list itself and tested elsewhere. */
function slowFigures(
  made: SmallContent,
  on: Day,
  shop: number | undefined,
): Map<number, readonly [number, number, string | null]> {
  const figures = new Map<number, readonly [number, number, string | null]>();
  for (const order of made.orders) {
    if (order.customer === null || (shop !== undefined && order.shop !== shop)) continue;
    const [count, net, last] = figures.get(order.customer) ?? [0, 0, null];
    const counted = order.status === 'completed' && order.day !== null && order.day <= on;
    if (!counted) figures.set(order.customer, [count, net, last]);
    else
      figures.set(order.customer, [
        count + 1,
        net + (order.paidMinor ?? 0),
        last === null || order.day > last ? order.day : last,
      ]);
  }
  return figures;
}

/** The middle gap between the days on which a customer bought, the slow way. */
function slowRhythm(made: SmallContent, customer: number, on: Day, shop: number | undefined): number | null {
  const isCounted = (order: SmallContent['orders'][number]): boolean =>
    order.customer === customer && order.status === 'completed' && (shop === undefined || order.shop === shop);
  const days = made.orders
    .filter(isCounted)
    .flatMap((order) => (order.day !== null && order.day <= on ? order.day : []));
  const ascending = [...new Set(days)].sort().map(day);
  const gaps = ascending.slice(1).map((later, at) => daysBetween(ascending[at] ?? later, later));
  const sorted = gaps.toSorted((one, other) => one - other);
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  return sorted.length < 2 ? null : middle.reduce((sum, gap) => sum + gap, 0) / middle.length;
}

function passes(row: CustomerRow, filter: CustomerFilter): boolean {
  const wanted = [...(filter.tiers ?? []), ...(filter.noTier ? [null] : [])];
  if ((filter.tiers !== undefined || filter.noTier) && !wanted.includes(row.tier)) return false;
  if (filter.ids !== undefined && !filter.ids.includes(row.id)) return false;
  if (filter.exceptIds?.includes(row.id)) return false;
  if (filter.netFrom !== undefined && row.netMinor < filter.netFrom) return false;
  if (filter.netTo !== undefined && row.netMinor > filter.netTo) return false;
  const words = (filter.region ?? '').split(' ');
  if (!words.every((word) => `${row.province ?? ''} ${row.city ?? ''}`.includes(word))) return false;
  if (filter.certainty !== undefined && row.certainty !== filter.certainty) return false;
  if (filter.withoutCounted === false && row.orders === 0) return false;
  if (filter.lastDayFrom !== undefined && (row.lastDay === null || row.lastDay < filter.lastDayFrom)) return false;
  if (filter.recencyTo !== undefined && (row.recencyDays === null || row.recencyDays > filter.recencyTo)) return false;
  return filter.ordersFrom === undefined || row.orders >= filter.ordersFrom;
}

const isMoney = (column: string): boolean => column.endsWith('Minor');
const whole = { from: 0, count: 500 };
const byName = { by: 'name', descending: false } as const;

describe('the customer list', () => {
  test('shows the figures, filters and sums that a slow count finds, for any ledger, shop and day', () => {
    fc.assert(
      fc.property(content, filters, fc.integer({ min: 0, max: 420 }), (made, filter, shift) => {
        fill(ledger.reading, made);
        const basis = { on: addDays(start, shift), definition: 'quantile' } as const;
        const scoresOf = scoreSource(ledger.lines);
        const ask = (asked: CustomerFilter) =>
          listCustomers(ledger.reading, { filter: asked, basis, sort: byName, window: whole }, scoresOf);
        const all = ask({ shop: filter.shop }).rows;
        const figures = slowFigures(made, basis.on, filter.shop);
        expect(new Map(all.map((row) => [row.id, [row.orders, row.netMinor, row.lastDay]]))).toEqual(figures);
        for (const row of all) {
          expect(row.recencyDays).toBe(row.lastDay === null ? null : daysBetween(day(row.lastDay), basis.on));
          expect(row.tier === null).toBe(row.orders === 0);
          expect(row.rhythmDays).toBe(slowRhythm(made, row.id, basis.on, filter.shop));
        }
        const found = ask(filter);
        const expected = all.filter((row) => passes(row, filter));
        expect(found.rows).toEqual(expected);
        expect(found.total).toBe(expected.length);
        expect(found.likely).toBe(expected.filter((row) => row.certainty === 'likely').length);
        expect(found.sums.netMinor).toBe(expected.reduce((sum, row) => sum + row.netMinor, 0));
        expect(found.sums.orders).toBe(expected.reduce((sum, row) => sum + row.orders, 0));
        expect(found.sums.paidMinor).toBe(expected.reduce((sum, row) => sum + row.paidMinor, 0));
        expect(found.sums.refundMinor).toBe(expected.reduce((sum, row) => sum + row.refundMinor, 0));
        expect(found.buyers).toBe(expected.filter((row) => row.orders > 0).length);
        const untiered = all.filter((row) => passes(row, { ...filter, tiers: undefined, noTier: undefined }));
        expect(found.noTierCount).toBe(untiered.filter((row) => row.tier === null).length);
        for (const tier of tiers) {
          expect(found.tierCounts[tier]).toBe(untiered.filter((row) => row.tier === tier).length);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a stretch of it names its people, and its cells come to what their rows say', () => {
    const places = fc.integer({ min: 0, max: 13 });
    fc.assert(
      fc.property(content, fc.constantFrom(...customerSorts), places, places, (made, by, from, count) => {
        fill(ledger.reading, made);
        const question = {
          filter: {},
          basis: { on: day('2025-12-31'), definition: 'quantile' },
          sort: { by, descending: true },
        } as const;
        const scoresOf = scoreSource(ledger.lines);
        const stretch = { ...question, from, count };
        const rows = listCustomers(ledger.reading, { ...question, window: { from, count } }, scoresOf).rows;
        expect(idsOfStretch(ledger.reading, stretch, scoresOf)).toEqual(rows.map(({ id }) => id));
        const found = cellsOfStretch(ledger.reading, { ...stretch, columns: figureColumns }, scoresOf);
        expect(found.rows).toBe(rows.length);
        for (const cells of found.columns) {
          const known = rows.map((row) => row[cells.column]).filter((value) => value !== null);
          expect(cells.count).toBe(known.length);
          const numbers = known.filter((value) => typeof value === 'number');
          const isDays = cells.column === 'firstDay' || cells.column === 'lastDay';
          expect(cells.sum).toBe(isDays ? null : numbers.reduce((sum, value) => sum + value, 0));
          const sorted = isDays
            ? known.toSorted((a, b) => (String(a) < String(b) ? -1 : 1))
            : numbers.toSorted((a, b) => a - b);
          expect([cells.least, cells.most]).toEqual([sorted[0] ?? null, sorted.at(-1) ?? null]);
          if (numbers.length > 0)
            expect(cells.mean).toBeCloseTo((cells.sum ?? 0) / numbers.length, isMoney(cells.column) ? -0.5 : 6);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('runs in the order of every column, both ways, empty values last', () => {
    fc.assert(
      fc.property(content, fc.constantFrom(...customerSorts), fc.boolean(), (made, by, descending) => {
        fill(ledger.reading, made);
        const basis = { on: day('2027-01-01'), definition: 'quantile' } as const;
        const { rows } = listCustomers(
          ledger.reading,
          { filter: {}, basis, sort: { by, descending }, window: whole },
          scoreSource(ledger.lines),
        );
        const keys = rows.map((row) => (by === 'name' ? nameOrder.indexOf(row.name) : row[by]) ?? null);
        const known = keys.filter((key) => key !== null);
        expect(keys.slice(known.length).every((key) => key === null)).toBe(true);
        const sorted = [...known].sort((a, b) => (a < b ? -1 : Number(a > b)));
        expect(known).toEqual(descending ? sorted.reverse() : sorted);
      }),
      { numRuns: 80 },
    );
  });

  test('leaves likely persons without a tier when they are not to be scored, but lists them', () => {
    fill(ledger.reading, {
      customers: [{ id: 1 }, { id: 2, likely: true }],
      orders: [
        { customer: 1, day: '2025-01-01' },
        { customer: 2, day: '2025-01-01' },
      ],
    });
    const question = { filter: {}, sort: byName, window: whole };
    const basis = { on: day('2025-02-01'), definition: 'quantile', likely: false } as const;
    const { rows } = listCustomers(ledger.reading, { ...question, basis }, scoreSource(ledger.lines));
    expect(rows.map((row) => [row.id, row.tier === null, row.orders])).toEqual([
      [1, false, 1],
      [2, true, 1],
    ]);
  });

  test('many people stand in the same order whether all were looked through before or not', () => {
    fill(ledger.reading, {
      customers: Array.from({ length: 6000 }, (_, at) => ({ id: at + 1, name: `客${at % 97}` })),
      // Few days and amounts, so that many are alike; the last ones never bought.
      orders: Array.from({ length: 6000 }, (_, at) => ({
        customer: at + 1,
        day: addDays(start, (at * 7) % 31),
        paidMinor: 100 * ((at * 13) % 41),
        ...(at > 5900 ? { status: 'closed' as const } : {}),
      })),
    });
    const scoresOf = scoreSource(() => ({ recencyDays: 30, frequency: 2, netMinor: 100 }));
    const basis = { on: day('2025-03-01'), definition: 'quantile' as const };
    for (const by of customerSorts)
      for (const descending of [true, false]) {
        const ids = (filter: CustomerFilter): readonly number[] =>
          idsOfStretch(ledger.reading, { filter, basis, sort: { by, descending }, from: 0, count: 6000 }, scoresOf);
        const alone = ids({ netFrom: minorOf(700) });
        expect(alone.length).toBeGreaterThan(4000);
        expect(ids({})).toHaveLength(6000);
        // The same people, asked for in other words: nothing of the first answer is kept for them.
        expect(ids({ netFrom: minorOf(700), ordersFrom: 0 })).toEqual(alone);
      }
  });

  test('gives any window of the same list, and no row twice', () => {
    const customers = Array.from({ length: 97 }, (_, index) => ({ id: index + 1, name: nameOrder[index % 5] ?? '' }));
    fill(ledger.reading, { customers, orders: customers.map(({ id }) => ({ customer: id, day: '2025-01-01' })) });
    const scoresOf = scoreSource(ledger.lines);
    const basis = { on: day('2025-02-01'), definition: 'ntile' } as const;
    const page = (from: number, count: number): number[] =>
      listCustomers(
        ledger.reading,
        { filter: {}, basis, sort: { by: 'name', descending: true }, window: { from, count } },
        scoresOf,
      ).rows.map((row) => row.id);
    const pieces = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90].flatMap((from) => page(from, 10));
    expect(pieces).toEqual(page(0, 500));
    expect(new Set(pieces).size).toBe(97);
    expect(page(97, 10)).toEqual([]);
  });
});
