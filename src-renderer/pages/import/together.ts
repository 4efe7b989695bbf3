/** The reports of several batches as one: every count added up, money only where all are in one currency. Pure. */

import type { BatchReport } from '../../../src-shared/contract/imports.ts';
import { type Minor, sumKnown } from '../../../src-shared/money.ts';

function added<Counts extends Readonly<Record<string, number>>>(of: readonly Counts[]): Counts {
  const [first, ...others] = of;
  const sums = Object.entries(first ?? {}).map(([name, count]) => [
    name,
    others.reduce((sum, counts) => sum + (counts[name] ?? 0), count),
  ]);
  return Object.fromEntries(sums);
}

/** null: there is none. */
export function together(batches: readonly BatchReport[]): BatchReport | null {
  const [first] = batches;
  if (first === undefined || batches.length === 1) return first ?? null;
  const isOneCurrency = batches.every(({ currency }) => currency === first.currency);
  const money = (of: (batch: BatchReport) => Minor | null): Minor | null =>
    isOneCurrency ? sumKnown(batches.map(of)) : null;
  const sum = (of: (batch: BatchReport) => number): number => batches.reduce((total, batch) => total + of(batch), 0);
  return {
    ...first,
    orders: added(batches.map(({ orders }) => orders)),
    customers: added(batches.map(({ customers }) => customers)),
    status: added(batches.map(({ status }) => status)),
    lines: sum(({ lines }) => lines),
    ordersWithoutBuyer: sum(({ ordersWithoutBuyer }) => ordersWithoutBuyer),
    ordersWithoutMoney: sum(({ ordersWithoutMoney = 0 }) => ordersWithoutMoney),
    paidMinor: money(({ paidMinor }) => paidMinor),
    refundMinor: money(({ refundMinor }) => refundMinor),
    netMinor: money(({ netMinor }) => netMinor),
  };
}
