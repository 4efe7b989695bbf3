/** The rows of an order of which each names one thing bought → the order: its lines, their sum, what went back. Part of `assemble-part`. */

import { addMinor, type Minor, sumKnown, zeroMinor } from '../../../src-shared/money.ts';
import type { OrderFacts, OrderLine, OrderPart, OrderStage } from '../../../src-shared/order.ts';
import type { RowStatement } from './normalised-row.ts';
import { proportion } from './order-money.ts';
import { rowsOnce } from './rows-once.ts';

/** A row that names a thing. */
type LineRow = RowStatement & { readonly line: OrderLine };

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function hasLine(statement: RowStatement): statement is LineRow {
  return statement.line !== null;
}

/** Numbered lines count once each, the freshest row of them; lines without a number once for each place they stand in. */
function lineRows(freshest: readonly RowStatement[]): readonly LineRow[] {
  const rows = freshest.filter(hasLine);
  const seen = new Set<string>();
  const numbered = rows.filter(({ line: { lineNumber } }) => {
    if (lineNumber === null || seen.has(lineNumber)) return false;
    seen.add(lineNumber);
    return true;
  });
  const others = rowsOnce(
    rows.filter(({ line }) => line.lineNumber === null),
    ({ line }) => JSON.stringify([line?.title, line?.spec, line?.sku]),
  ).filter(hasLine);
  return [...others.toSorted((a, b) => a.row - b.row), ...numbered].toSorted((a, b) =>
    compareText(a.line.lineNumber ?? '', b.line.lineNumber ?? ''),
  );
}

/** In a line file a closed line beside living ones says nothing about the whole order. */
function stageOfLines(statements: readonly RowStatement[]): Pick<OrderPart, 'stage' | 'statusWord'> {
  const dead: ReadonlySet<OrderStage | null> = new Set(['closed', 'closedOrRefunded', 'refunded', null]);
  const living = statements.filter((statement) => !dead.has(statement.stage));
  // Among living lines the furthest one speaks; the freshest-first order has put it at the front.
  const [chosen] = living.length > 0 ? living : statements.filter((statement) => statement.stage !== null);
  const fallback = statements.find((statement) => statement.statusWord !== null);
  return { stage: chosen?.stage ?? null, statusWord: (chosen ?? fallback)?.statusWord ?? null };
}

function sumOrNull(amounts: readonly (Minor | null)[]): Minor | null {
  return amounts.includes(null) ? null : sumKnown(amounts);
}

function withShipping(sum: Minor | null, rows: readonly RowStatement[]): Minor | null {
  const shipping = sumKnown(
    [...rows]
      .sort((a, b) => (b.shippingMinor ?? -1) - (a.shippingMinor ?? -1))
      .slice(0, 1)
      .map((row) => row.shippingMinor),
  );
  return sum === null || shipping === null ? sum : addMinor(sum, shipping);
}

/** The rows' shares, and the shipping once; nothing where no row was paid. */
function paidOfRows(rows: readonly LineRow[]): Minor | null {
  const shares = sumOrNull(rows.map((row) => row.shareMinor));
  return rows.some(({ paidAt }) => paidAt !== null) ? withShipping(shares, rows) : shares;
}

/** What went back where only words say that something did: whole rows, by what they cost. null: that is unknown. */
function refundOfWords(rows: readonly LineRow[], paid: Minor | null): Minor | null {
  const back = rows.filter((row) => row.back === 'all');
  if (back.length === rows.length) return paid;
  const shares = rows.map((row) => row.shareMinor);
  if (!shares.includes(null)) return sumKnown(back.map((row) => row.shareMinor));
  const [part, all] = [back, rows].map((some) => sumOrNull(some.map(({ line }) => line.amountMinor)));
  return paid === null || part == null || all == null ? null : proportion(paid, part, all);
}

function refundedLine({ line, back, shareMinor }: LineRow): OrderLine {
  return back === 'all' && line.refundMinor === null && shareMinor !== null
    ? { ...line, refundMinor: shareMinor }
    : line;
}

function refundOf(
  rows: readonly LineRow[],
  ofOrder: Minor | null,
  paid: Minor | null,
): Pick<OrderPart, 'refundMinor' | 'isRefundInferred'> {
  const printed = ofOrder ?? sumKnown(rows.map(({ line }) => line.refundMinor));
  if (ofOrder === null && rows.some(({ back }) => back === 'all')) {
    const inferred = refundOfWords(rows, paid);
    const refundMinor = inferred === null || printed === null ? inferred : addMinor(inferred, printed);
    return refundMinor === null ? { refundMinor } : { refundMinor, isRefundInferred: true };
  }
  const isNothing = printed === null && paid !== null && rows.some(({ back }) => back === 'nothing');
  return { refundMinor: isNothing ? zeroMinor : printed };
}

/** `freshest`: the order's rows, freshest first. */
export function linePart(
  freshest: readonly RowStatement[],
  facts: OrderFacts,
): Omit<OrderPart, 'orderNumber' | 'kind'> {
  const rows = lineRows(freshest);
  const paid = facts.paidMinor ?? paidOfRows(rows);
  const { refundMinor, ...inferred } = refundOf(rows, facts.refundMinor, paid);
  // Where what was paid falls to nothing when all of it goes back.
  const isNet = facts.paidAt !== null && paid === 0 && (refundMinor ?? 0) > 0;
  const quantities = rows.flatMap(({ line }) => line.quantity ?? []);
  return {
    ...facts,
    ...stageOfLines(freshest),
    totalMinor: facts.totalMinor ?? withShipping(sumOrNull(rows.map((row) => row.costMinor)), rows),
    paidMinor: isNet ? refundMinor : paid,
    refundMinor,
    quantity: quantities.length === 0 ? null : quantities.reduce((sum, quantity) => sum + quantity, 0),
    lines: rows.map(refundedLine),
    ...inferred,
  };
}
