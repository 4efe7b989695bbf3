/** A figure of an import's report, down to its orders: of a check that is still to be applied, and of an import in the history. */

import type { Database } from 'better-sqlite3';
import type { ExplainedOrder, Explanation } from '../../src-shared/contract/explanations.ts';
import { type ImportAction, type ImportFigure, importActions, isAmount } from '../../src-shared/import-figure.ts';
import { minorOf } from '../../src-shared/money.ts';
import { rowProblemLevels } from '../../src-shared/row-problem.ts';
import {
  explainedOrder,
  firstOrders,
  knownMinor,
  type OrderRow,
  type OrderWindow,
} from '../ledger/explained-orders.ts';
import { amountOf, countsLeftOut, figureSql, orderColumns, overOrders } from './import-figures.ts';

/** Where the orders of an import are asked for, and what it leaves out. */
export interface ImportPlace {
  readonly connection: Database;
  /** Statements that give `import_order` and what was left out. */
  readonly orders: string;
  readonly leftOut: string;
  /** Their :batch. */
  readonly batch: number | null;
}

interface ImportRow extends Omit<OrderRow, 'why'> {
  readonly action: string | null;
  readonly buyer: string | null;
  readonly lines: number | null;
  readonly paid_minor: number | null;
  readonly refund_minor: number | null;
  readonly status: string | null;
  readonly counts: number | null;
}

interface LeftOutRow {
  readonly place: number;
  readonly order_number: string;
  readonly file: number;
  readonly row: number;
  readonly why: string;
  readonly items: string;
}

const stopping = JSON.stringify(
  Object.entries(rowProblemLevels)
    .filter(([, level]) => level === 'stopped')
    .map(([code]) => code),
);

/** Why an order is in no customer's figures; it is in the import's all the same. */
function whyNotCounted({ counts, status }: ImportRow): string | null {
  if (counts !== 0) return null;
  return ['unpaid', 'closed', 'refunded'].find((known) => known === status) ?? 'no-payment-time';
}

function orderOf(row: ImportRow): ExplainedOrder {
  const action = importActions.find((known) => known === row.action);
  return {
    ...explainedOrder({ ...row, items: row.items ?? '', why: whyNotCounted(row) }, true),
    paidMinor: knownMinor(row.paid_minor),
    refundMinor: knownMinor(row.refund_minor),
    lines: row.lines ?? 0,
    buyer: row.buyer,
    ...(action === undefined ? {} : { action }),
  };
}

function leftOutOf(row: LeftOutRow, at: number): ExplainedOrder {
  return {
    order: at + 1,
    orderNumber: row.order_number,
    day: null,
    items: row.items,
    currency: '',
    netMinor: null,
    counts: true,
    why: row.why,
    action: 'skipped' satisfies ImportAction,
    stopped: { file: row.file, row: row.row },
  };
}

const figureText = ({ orders }: ImportPlace, figure: ImportFigure): string =>
  overOrders(orders, `select\n  ${figureSql(figure).value} as figure\nfrom import_order`);

const countText = ({ orders }: ImportPlace, figure: ImportFigure): string =>
  overOrders(orders, `select count(*) as orders\nfrom import_order\nwhere ${figureSql(figure).where}`);

const ordersText = ({ orders }: ImportPlace, figure: ImportFigure): string =>
  overOrders(
    orders,
    `select ${orderColumns}\nfrom import_order\nwhere ${figureSql(figure).where}\norder by order_id\nlimit :count offset :from`,
  );

function single(place: ImportPlace, sql: string, values: Record<string, unknown>): number | null {
  // One row: it counts or adds.
  return place.connection.prepare(sql).pluck().get(values) as number | null;
}

interface Counted {
  readonly orders: number;
  readonly leftOut: number;
}

function countOf(place: ImportPlace, figure: ImportFigure): Counted {
  const { batch } = place;
  const leftOut = countsLeftOut(figure)
    ? single(place, `select count(*) from (\n${place.leftOut}\n)`, { batch, stopping })
    : 0;
  const orders = figure === 'skipped' ? 0 : single(place, countText(place, figure), { batch });
  return { orders: orders ?? 0, leftOut: leftOut ?? 0 };
}

/** A window of the orders behind a figure, as they come in the files; at the end what was left out. */
export function importOrdersIn(place: ImportPlace, figure: ImportFigure, window: OrderWindow): ExplainedOrder[] {
  const { connection, batch } = place;
  const found =
    figure === 'skipped'
      ? []
      : connection
          .prepare<[object], ImportRow>(ordersText(place, figure))
          .all({ batch, ...window })
          .map(orderOf);
  if (!countsLeftOut(figure) || found.length >= window.count) return found;
  const before = figure === 'skipped' ? 0 : (single(place, countText(place, figure), { batch }) ?? 0);
  const from = Math.max(0, window.from - before);
  const rest = connection
    .prepare<[object], LeftOutRow>(`${place.leftOut}\nlimit :count offset :from`)
    .all({ batch, stopping, from, count: window.count - found.length });
  return [...found, ...rest.map((row, at) => leftOutOf(row, from + at))];
}

/** The very statements: the figure first, then what is listed for it. */
function sqlOf(place: ImportPlace, figure: ImportFigure): string {
  const leftOut = `${place.leftOut.trim()}\nlimit :count offset :from`;
  const texts = [
    ...(figure === 'skipped' ? [] : [figureText(place, figure), ordersText(place, figure)]),
    ...(countsLeftOut(figure) ? [leftOut] : []),
  ];
  return `${texts.map((text) => text.trim()).join(';\n\n')};\n`;
}

/** Subject: 'import'. `rules`: more than the figure's own. */
export function explainImport(place: ImportPlace, figure: ImportFigure, rules: readonly string[]): Explanation {
  const { batch } = place;
  const { orders, leftOut } = countOf(place, figure);
  const worked = figure === 'skipped' ? 0 : single(place, figureText(place, figure), { batch });
  const value = worked === null ? null : worked + leftOut;
  return {
    subject: 'import',
    facts: value === null ? [] : [{ name: `import.${figure}`, value: String(value), line: null, verdict: null }],
    rules: [`import.${figure}`, ...rules],
    sql: sqlOf(place, figure),
    params: { batch, ...(countsLeftOut(figure) ? { stopping } : {}), ...firstOrders },
    orders: importOrdersIn(place, figure, firstOrders),
    orderCount: orders + leftOut,
    amount: amountOf(figure),
    sumMinor: isAmount(figure) && value !== null ? minorOf(value) : null,
  };
}
