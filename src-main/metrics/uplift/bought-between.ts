/** What people ordered within some days. */

import type { Day } from '../../../src-shared/day.ts';
import { keptSql } from '../../ledger/exclusions/kept-orders.ts';
import type { Reading } from '../../ledger/transaction.ts';
import boughtBetweenSql from './bought-between.sql?raw';

export interface BoughtQuestion {
  readonly customers: readonly number[];
  /** Both included. */
  readonly from: Day | string;
  readonly until: Day | string;
  readonly currency: string;
  /** Orders that a rule excludes count too. */
  readonly excluded: boolean | undefined;
}

export interface BoughtSum {
  readonly orders: number;
  /** Net of refunds. */
  readonly minor: number;
}

/** Whoever has no counted order is not there. */
export function boughtBetween(
  reading: Reading,
  { customers, excluded, ...days }: BoughtQuestion,
): Map<number, BoughtSum> {
  const rows = reading.connection
    .prepare<[object], BoughtSum & { readonly customer: number }>(keptSql(reading, boughtBetweenSql, excluded))
    .all({ ...days, customers: JSON.stringify(customers) });
  return new Map(rows.map(({ customer, orders, minor }) => [customer, { orders, minor }]));
}
