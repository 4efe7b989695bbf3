/** The days of a year as the calendar shows them: what each is, and what covers it. Pure. */

import type { CoveringFile, QuietReason, ShopCoverage } from '../../../src-shared/contract/coverage.ts';
import { type Day, dayOf } from '../../../src-shared/day.ts';

export type DayState = 'imported' | 'quiet' | 'missing' | 'outside';

export interface CalendarDay {
  readonly day: Day;
  readonly state: DayState;
  readonly orders: number;
  readonly reason: QuietReason | null;
}

/** Twelve months; each has its days, 1 … 31. */
export type Year = readonly (readonly CalendarDay[])[];

const within = (day: string, span: { readonly from: string; readonly to: string }): boolean =>
  span.from <= day && day <= span.to;

function stateOf(coverage: ShopCoverage, day: Day, orders: number): Omit<CalendarDay, 'day' | 'orders'> {
  const quiet = coverage.quiet.find((span) => within(day, span));
  if (orders > 0 || coverage.files.some((file) => within(day, file))) return { state: 'imported', reason: null };
  if (quiet !== undefined) return { state: 'quiet', reason: quiet.reason };
  return { state: coverage.gaps.some((gap) => within(day, gap)) ? 'missing' : 'outside', reason: null };
}

export function yearOf(coverage: ShopCoverage, year: number, orders: ReadonlyMap<string, number>): Year {
  return Array.from({ length: 12 }, (_, month) =>
    Array.from({ length: 31 }, (_day, index) => {
      const text = `${year}-${String(month + 1).padStart(2, '0')}-${String(index + 1).padStart(2, '0')}`;
      const day = dayOf(text);
      if (day === null) return null;
      const count = orders.get(day) ?? 0;
      return { day, orders: count, ...stateOf(coverage, day, count) };
    }).filter((day) => day !== null),
  );
}

export function filesOn(coverage: ShopCoverage, day: string): readonly CoveringFile[] {
  return coverage.files.filter((file) => within(day, file));
}

/** What the darkest shade begins with: the busiest days but for the few that stand out, which would leave all others pale. */
export function busiest(orders: readonly number[]): number {
  const sorted = orders.filter((count) => count > 0).toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * 0.96)] ?? 1;
}

/** Six shades by equal shares of `most`; 0: a day without orders. */
export function shadeOf(orders: number, most: number): number {
  return orders === 0 ? 0 : Math.min(6, 1 + Math.floor((6 * (orders - 1)) / most));
}

/** A cell holds four letters: 999, 1.2k, 12k. */
export function shortCount(orders: number): string {
  if (orders < 1000) return String(orders);
  const thousands = orders / 1000;
  return `${thousands < 10 ? thousands.toFixed(1).replace('.0', '') : Math.round(thousands)}k`;
}

/** Years from the first covered day to the last, one at least. */
export function yearsOf({ from, to }: ShopCoverage, today: string): readonly number[] {
  const [first, last] = [Number((from ?? today).slice(0, 4)), Number((to ?? today).slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
