/** The reports of several batches as one: every count added up, money only where all are in one currency. Pure. */

import type { BatchReport } from '../../../src-shared/contract/imports.ts';
import { type Minor, sumKnown } from '../../../src-shared/money.ts';

function added<Counts extends Readonly<Record<string, number>>>(first: Counts, others: readonly Counts[]): Counts {
  const sums: Record<string, number> = { ...first };
  for (const counts of others)
    for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
  return { ...first, ...sums };
}

/** null: there is none. */
export function together(batches: readonly BatchReport[]): BatchReport | null {
  const [first, ...others] = batches;
  if (first === undefined || batches.length === 1) return first ?? null;
  const isOneCurrency = batches.every(({ currency }) => currency === first.currency);
  const money = (of: (batch: BatchReport) => Minor | null): Minor | null =>
    isOneCurrency ? sumKnown(batches.map(of)) : null;
  const sum = (of: (batch: BatchReport) => number): number => batches.reduce((total, batch) => total + of(batch), 0);
  return {
    ...first,
    orders: added(
      first.orders,
      others.map(({ orders }) => orders),
    ),
    customers: added(
      first.customers,
      others.map(({ customers }) => customers),
    ),
    status: added(
      first.status,
      others.map(({ status }) => status),
    ),
    lines: sum(({ lines }) => lines),
    ordersWithoutBuyer: sum(({ ordersWithoutBuyer }) => ordersWithoutBuyer),
    ordersWithoutMoney: sum(({ ordersWithoutMoney = 0 }) => ordersWithoutMoney),
    paidMinor: money(({ paidMinor }) => paidMinor),
    refundMinor: money(({ refundMinor }) => refundMinor),
    netMinor: money(({ netMinor }) => netMinor),
  };
}
