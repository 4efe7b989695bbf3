/** Beside each month, tier, grade or item, what it was in the period that is compared: a year before, or just before. Pure. */

import { comparedSpan, monthsApart } from '../../../src-shared/compared-span.ts';
import type { Report } from '../../../src-shared/contract/reports.ts';
import { dayOf } from '../../../src-shared/day.ts';
import { monthsBefore } from './period.ts';
import { rowsOf, type Told, textOf } from './told.ts';

/** How what is compared is called, by its days: the twelve months before twelve months are those of a year before. */
export type BesideKind = 'year' | 'before';

function spanIn({ from, on }: Report) {
  const [first, last] = [dayOf(from ?? ''), dayOf(on)];
  return first === null || last === null ? null : { from: first, on: last };
}

export function kindOf(report: Report, before: Report | undefined): BesideKind {
  const now = spanIn(report);
  const year = now === null ? null : comparedSpan(now, 'year');
  return before === undefined || before.from === year?.from ? 'year' : 'before';
}

interface Beside {
  /** What tells rows apart; a month is looked for so many months earlier. */
  readonly key: 'month' | 'tier' | 'grade' | 'title';
  readonly column: string;
  readonly as: string;
}

const besides: Readonly<Record<string, Beside>> = {
  'sales-by-month': { key: 'month', column: 'net_minor', as: 'minor' },
  'new-and-returning': { key: 'month', column: 'returning_orders', as: 'returning' },
  'repurchase-rate': { key: 'month', column: 'rate', as: 'rate' },
  // Of the last day of each period.
  'tier-summary': { key: 'tier', column: 'customers', as: 'customers' },
  'contribution-grades': { key: 'grade', column: 'customers', as: 'customers' },
  'best-items': { key: 'title', column: 'orders', as: 'orders' },
};

const prefixes = { year: 'year_before', before: 'period_before' } as const;

/** The column of a total's net beside the total of the other period. */
export function besideColumn(kind: BesideKind, as: string): string {
  return `${prefixes[kind]}_${as}`;
}

export interface WithBefore {
  readonly rows: readonly Told[];
  /** The column that was added; null where nothing is known of the other period. */
  readonly added: string | null;
}

export function withPeriodBeside(
  name: string,
  rows: readonly Told[],
  report: Report,
  before: Report | undefined,
): WithBefore {
  const beside = besides[name];
  const past = rowsOf(before, name);
  const span = spanIn(report);
  if (beside === undefined || past.length === 0 || span === null) return { rows, added: null };
  const kind = kindOf(report, before);
  const apart = monthsApart(span, kind);
  const { key, column } = beside;
  if (key === 'month' && apart === null) return { rows, added: null };
  const as = besideColumn(kind, beside.as);
  const known = new Map(past.map((row) => [textOf(row, key), row[column] ?? null]));
  const keyOf = (row: Told): string =>
    key === 'month' ? monthsBefore(textOf(row, key), apart ?? 0) : textOf(row, key);
  return { rows: rows.map((row) => ({ ...row, [as]: known.get(keyOf(row)) ?? null })), added: as };
}
