/** The figures of an import's report, by name: what a page shows of each, and what can be opened down to orders, rows and cells. Pure. */

import type { BatchReport } from './contract/imports.ts';
import { orderStatuses } from './order.ts';

/** What an import does to an order; `skipped` ones it leaves out. */
export const importActions = ['new', 'changed', 'same', 'skipped'] as const;
export type ImportAction = (typeof importActions)[number];

export const importCounts = [
  /** Every order of the files: new, changed, the same, and those left out. */
  'all',
  ...importActions,
  'lines',
  'newCustomers',
  /** Of the new ones. */
  'likelyCustomers',
  'knownCustomers',
  'withoutBuyer',
  'withoutMoney',
  ...orderStatuses,
] as const;
export const importAmounts = ['paidMinor', 'refundMinor', 'netMinor'] as const;
export const importFigures = [...importCounts, ...importAmounts] as const;
export type ImportAmount = (typeof importAmounts)[number];
export type ImportFigure = (typeof importFigures)[number];

export function isAmount(figure: ImportFigure): figure is ImportAmount {
  return importAmounts.some((amount) => amount === figure);
}

/** The figure as the report has it; money in minor units, null where no file says. */
export function figureOf(report: BatchReport, figure: ImportFigure): number | null {
  const { orders, customers, status } = report;
  switch (figure) {
    case 'all':
      return orders.new + orders.changed + orders.same + orders.skipped;
    case 'new':
    case 'changed':
    case 'same':
    case 'skipped':
      return orders[figure];
    case 'lines':
      return report.lines;
    case 'newCustomers':
      return customers.new;
    case 'likelyCustomers':
      return customers.likely;
    case 'knownCustomers':
      return customers.matched;
    case 'withoutBuyer':
      return report.ordersWithoutBuyer;
    case 'withoutMoney':
      return report.ordersWithoutMoney ?? 0;
    case 'paidMinor':
    case 'refundMinor':
    case 'netMinor':
      return report[figure];
    case 'unpaid':
    case 'paid':
    case 'shipped':
    case 'completed':
    case 'closed':
    case 'partiallyRefunded':
    case 'refunded':
      return status[figure];
  }
}
