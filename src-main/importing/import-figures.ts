/**
 * How each figure of an import's report comes out of its orders, in SQL: what is added up, and which orders are listed for it. The
 * same over a check and over a past import.
 */

import { type ImportFigure, importAmounts } from '../../src-shared/import-figure.ts';
import type { OrderStatus } from '../../src-shared/order.ts';
import { parted } from '../ledger/sql-parts.ts';

/** Over `import_order`, the orders that are imported. */
export interface FigureSql {
  readonly value: string;
  /** Which orders are listed. */
  readonly where: string;
}

const among = (where: string): FigureSql => ({ value: `count(*) filter (where ${where})`, where });

const people = (where: string): FigureSql => ({
  value: `count(distinct person) filter (where ${where})`,
  where,
});

/** That unpaid orders paid nothing is no knowledge of money when nothing is known of the others. */
const nothingKnown = 'sum(paid_minor) = 0 and count(*) > count(paid_minor)';

const figures: Readonly<Record<Exclude<ImportFigure, OrderStatus>, FigureSql>> = {
  all: among('true'),
  new: among("action = 'new'"),
  changed: among("action = 'changed'"),
  same: among("action = 'same'"),
  // What is left out is no order of the import.
  skipped: among('false'),
  lines: { value: 'coalesce(sum(lines), 0)', where: 'lines > 0' },
  newCustomers: people("buyer_is in ('new', 'likely')"),
  likelyCustomers: people("buyer_is = 'likely'"),
  knownCustomers: people("buyer_is = 'known'"),
  withoutBuyer: among("buyer_is = 'nobody'"),
  withoutMoney: among('paid_minor is null'),
  paidMinor: { value: `iif(${nothingKnown}, null, sum(paid_minor))`, where: 'paid_minor <> 0' },
  refundMinor: { value: 'sum(refund_minor)', where: 'refund_minor <> 0' },
  netMinor: { value: `iif(${nothingKnown}, null, sum(net_minor))`, where: 'net_minor <> 0' },
};

export function figureSql(figure: ImportFigure): FigureSql {
  return figure in figures
    ? figures[figure as keyof typeof figures] // just looked up
    : among(`status = '${figure}'`);
}

/** What of each listed order makes up the figure. */
export function amountOf(figure: ImportFigure): (typeof importAmounts)[number] {
  return importAmounts.find((amount) => amount === figure) ?? 'netMinor';
}

/** Does the figure also count what is left out? */
export function countsLeftOut(figure: ImportFigure): boolean {
  return figure === 'all' || figure === 'skipped';
}

/** A statement over the orders of an import, with the comment that says what they are. */
export function overOrders(orders: string, select: string): string {
  const [comment, body] = parted(orders);
  return `${comment}with import_order as (\n${body.replaceAll(/^(?=.)/gm, '  ')}\n)\n${select}`;
}

export const orderColumns =
  'order_id, order_number, ordered_on, currency, action, buyer, lines, paid_minor, refund_minor, net_minor, items, status, counts';
