/**
 * Months of which no order file speaks. A table of months has noughts there, and a nought would say that nothing was sold: what nobody told is left
 * empty, and months after the last file are left out.
 */

import type { ReportTable } from '../../src-shared/contract/reports.ts';
import { addDays, type Day, dayOf } from '../../src-shared/day.ts';
import { listCoverage } from '../ledger/coverage.ts';
import type { Reading } from '../ledger/transaction.ts';

/** What the files of the shops speak of. */
export interface Covered {
  /** The last day; null: no file names any day. */
  readonly to: string | null;
  /** Is any day of the month, 'YYYY-MM', in some file, or quiet by the owner's word? */
  has(month: string): boolean;
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** The days between the gaps, for both are in order. */
function coveredSpans(from: string, to: string, gaps: readonly Span[]): Span[] {
  const starts = [from, ...gaps.map((gap) => after(gap.to))];
  const ends = [...gaps.map((gap) => before(gap.from)), to];
  return starts.map((start, at) => ({ from: start, to: ends[at] ?? to }));
}

function moved(day: string, by: number): string {
  const known: Day | null = dayOf(day);
  return known === null ? day : addDays(known, by);
}
const before = (day: string): string => moved(day, -1);
const after = (day: string): string => moved(day, 1);

/** Of one shop, or of all that sell in the currency. */
export function coveredMonths(
  reading: Reading,
  of: { readonly shop?: number | undefined; readonly currency: string },
): Covered {
  const here = new Set(
    reading.connection
      .prepare<[string], number>('select shop_id from shop where currency = ?')
      .pluck()
      .all(of.currency),
  );
  const shops = listCoverage(reading, { shop: of.shop }).shops.filter(({ shop }) => here.has(shop));
  const spans = shops.flatMap(({ from, to, gaps }) =>
    from === null || to === null ? [] : coveredSpans(from, to, gaps),
  );
  const last = spans
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
  return {
    to: last ?? null,
    has: (month) => spans.some(({ from, to }) => from.slice(0, 7) <= month && to.slice(0, 7) >= month),
  };
}

function saysNothing(cells: readonly (string | number | null)[]): boolean {
  return cells.every((cell) => cell === null || cell === 0);
}

/** The table as far as files tell of its months; a table without months as it is. What was noted by hand is told, file or not. */
export function withoutFileless(table: ReportTable, covered: Covered): ReportTable {
  const { to } = covered;
  if (table.columns[0] !== 'month' || to === null) return table;
  const rows = table.rows.flatMap((row) => {
    const [month, ...cells] = row;
    if (typeof month !== 'string' || !saysNothing(cells) || covered.has(month)) return [row];
    return month > to.slice(0, 7) ? [] : [[month, ...cells.map(() => null)]];
  });
  return { ...table, rows };
}
