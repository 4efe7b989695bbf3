/** A metric: a question to the ledger as one .sql file, shown to the user as it is. Running one needs a day and perhaps a shop. */

import type { Day } from '../../src-shared/day.ts';
import type { RfmDefinition, TypedLines } from '../../src-shared/rfm.ts';
import { keptSql } from '../ledger/exclusions/kept-orders.ts';
import { ladderRules } from '../ledger/ladder/ladder-lines.ts';
import type { Reading } from '../ledger/transaction.ts';
import { scopeOf } from './scope.ts';

export type Cell = string | number | null;
export type SqlParams = Readonly<Record<string, Cell>>;

export interface Metric {
  readonly name: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** The file's text; its first comment explains the metric in Chinese, then in English. */
  readonly sql: string;
  /** Columns of the answer, in order. A name ending in `_minor` is money in minor units. */
  readonly columns: readonly string[];
  /** A last column that the program works out of the others of its row. */
  readonly worked?: Worked;
  /** The orders behind a figure of it; without: those of the customers it is about. */
  readonly behind?: Behind;
}

export interface Worked {
  readonly column: string;
  /** `cell`: a figure of the row by its column. */
  of(cell: (column: string) => number): number;
}

/** A statement that lists orders (`order_id`, `customer_id`, `net_minor`), newest first, and the parameters that say which figure is meant. */
export interface Behind {
  readonly sql: string;
  readonly keys: readonly string[];
}

export interface MetricRun {
  readonly name: string;
  readonly columns: string[];
  readonly rows: Cell[][];
  readonly params: SqlParams;
}

export interface MetricQuestion {
  readonly on: Day;
  /** Only what happened from this day on; without it everything up to `on`. */
  readonly from?: Day | undefined;
  readonly shop?: number | undefined;
  readonly definition: RfmDefinition;
  readonly lines: TypedLines;
  /** Likely customers are scored too. */
  readonly likely: boolean;
  /** Orders that a rule excludes count too. */
  readonly excluded?: boolean | undefined;
  /** Pairs of items are told from so many orders (or customers) on. Default 5. */
  readonly least?: number | undefined;
}

/** Fewer cases say nothing about a pair of items. */
export const leastCases = 5;

/** Every named parameter a metric may use. */
export function paramsOf(reading: Reading, question: MetricQuestion): SqlParams {
  const scope = scopeOf(reading, question.shop);
  const ladder = ladderRules(reading);
  return {
    on: question.on,
    from: question.from ?? null,
    shop: scope.shop,
    currency: scope.currency,
    definition: question.definition,
    likely: question.likely ? 1 : 0,
    near_days: question.lines.recencyDays,
    often_orders: question.lines.frequency,
    much_minor: question.lines.netMinor,
    ladder_orders: ladder.oftenOrders ?? question.lines.frequency,
    ladder_minor: ladder.averageMinor,
    least: question.least ?? leastCases,
  };
}

/** Only the parameters the text really names, for showing beside it. */
export function usedParams(sql: string, params: SqlParams): Record<string, Cell> {
  const text = sql.replace(/--.*$/gm, '');
  return Object.fromEntries(Object.entries(params).filter(([name]) => new RegExp(`:${name}\\b`).test(text)));
}

export function runMetric(reading: Reading, metric: Metric, question: MetricQuestion): MetricRun {
  const params = paramsOf(reading, question);
  // The statements return texts, whole numbers, ratios and nulls only.
  const sql = keptSql(reading, metric.sql, question.excluded);
  const rows = reading.connection.prepare(sql).raw().all(params) as Cell[][];
  const { name, columns, worked } = metric;
  if (worked !== undefined) {
    for (const row of rows) row.push(worked.of((column) => Number(row[columns.indexOf(column)])));
  }
  return {
    name,
    columns: worked === undefined ? [...columns] : [...columns, worked.column],
    rows,
    params: usedParams(metric.sql, params),
  };
}
