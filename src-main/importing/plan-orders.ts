/**
 * Folds every touched order and writes down what is to become of it. The same for a check (staged rows and live ones), an undo and
 * a redo (live rows alone). Between source rows and `plan-customers`.
 */

import type { Database } from 'better-sqlite3';
import type { IdentityKey } from '../../src-shared/identity.ts';
import type { FoldedOrder, OrderPart } from '../../src-shared/order.ts';
import type { RowProblem } from '../../src-shared/row-problem.ts';
import { foldOrder } from '../ledger/fold-order.ts';
import { keysOfOrder } from './identity-keys.ts';
import { liveFiles } from './live-files.ts';
import liveRows from './live-rows.sql?raw';
import { lineValues, orderValues, sameGoods, samePerson, sameSums, type Value } from './order-values.ts';
import { sourceStatements } from './source-statements.ts';
import stagedRows from './staged-rows.sql?raw';
import storedLines from './stored-lines.sql?raw';
import storedOrder from './stored-order.sql?raw';
import { wholeRows } from './whole-rows.ts';

/** An order the ledger has seen. */
export type LiveOrder = Pick<TouchedOrder, 'orderId' | 'orderNumber'>;

export interface TouchedOrder {
  readonly orderId: number;
  /** null when no import is being made. */
  readonly batchNo: number | null;
  readonly shopId: number;
  readonly orderNumber: string;
  /** The ledger has never seen its number. */
  readonly isNew: 0 | 1;
}

export type OrderAction = 'new' | 'changed' | 'same' | 'gone';

/** The two connections of a planner; the same one for an undo. */
export interface Desk {
  readonly ledger: Database;
  readonly planning: Database;
}

export interface OrderPlan {
  /** The keys each touched order has from now on; null when the order goes. Orders that stay the same are not in it, nor settled ones. */
  readonly keys: ReadonlyMap<number, readonly IdentityKey[] | null>;
  /**
   * Orders that change, but say the same as before of who bought: their keys move nobody. true: what their customer's orders come to
   * changes with them.
   */
  readonly settled: ReadonlyMap<number, boolean>;
}

export interface OrderWatcher {
  order(touched: TouchedOrder, folded: FoldedOrder | null, action: OrderAction): void;
  problem(file: number, problem: RowProblem, orderNumber: string): void;
}

interface PlacedRow {
  readonly file: number;
  readonly row: number;
}

interface LiveRow extends PlacedRow {
  readonly hash: Uint8Array;
}

function rowsByFile<Row extends PlacedRow>(rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
  const files = new Map<number, Row[]>();
  for (const row of rows) {
    const known = files.get(row.file);
    if (known === undefined) files.set(row.file, [row]);
    else known.push(row);
  }
  return files;
}

const rowNumbers = (rows: readonly PlacedRow[]): readonly number[] => rows.map(({ row }) => row);

/** What the live imports say of an order, one part for each file. Which imports are live is asked once, now. */
export function livePartsOf(ledger: Database): (order: LiveOrder) => readonly OrderPart[] {
  const askRows = ledger.prepare<[number], LiveRow>(liveRows);
  const statements = sourceStatements(ledger, 'ledger');
  const live = liveFiles(ledger);
  return ({ orderId, orderNumber }) => {
    const parts: OrderPart[] = [];
    for (const [file, rows] of rowsByFile(askRows.all(orderId))) {
      if (!live.has(file)) continue;
      const hints = rows.map(({ hash }) => ({ word: orderNumber, hash }));
      const found = statements.part(file, rowNumbers(rows), hints);
      if (found !== null) parts.push(found.part);
    }
    return parts;
  };
}

function stagedPartsOf(planning: Database, watcher: OrderWatcher): (touched: TouchedOrder) => readonly OrderPart[] {
  const askRows = planning.prepare<[string, number | null], PlacedRow>(stagedRows);
  const statements = sourceStatements(planning, 'stage');
  return ({ orderNumber, batchNo }) => {
    const parts: OrderPart[] = [];
    for (const [file, rows] of rowsByFile(askRows.all(orderNumber, batchNo))) {
      const found = statements.part(file, rowNumbers(rows));
      if (found === null) continue;
      parts.push(found.part);
      for (const problem of found.problems)
        watcher.problem(file, { ...problem, row: problem.row || (rows[0]?.row ?? 1) }, orderNumber);
    }
    return parts;
  };
}

export interface StoredOrders {
  /** The stored values of an order and its lines as one text; null when the ledger does not have the order. */
  textOf(orderId: number): string | null;
  /** In the column order of order-values.ts; null when the ledger does not have the order. */
  valuesOf(orderId: number): readonly Value[] | null;
  /** Does the ledger have just these lines of the order? */
  hasLines(orderId: number, lines: FoldedOrder['lines']): boolean;
}

export function textOfFold(folded: FoldedOrder): string {
  return JSON.stringify([orderValues(folded), folded.lines.map(lineValues)]);
}

function areEqual(stored: readonly Value[], values: readonly Value[]): boolean {
  return stored.length === values.length && stored.every((value, at) => value === values[at]);
}

export function storedOrders(ledger: Database): StoredOrders {
  const askOrder = ledger.prepare<[number], readonly Value[]>(storedOrder).raw();
  const askLines = ledger.prepare<[number], readonly Value[]>(storedLines).raw();
  return {
    textOf(orderId) {
      const order = askOrder.get(orderId);
      return order === undefined ? null : JSON.stringify([order, askLines.all(orderId)]);
    },
    valuesOf: (orderId) => askOrder.get(orderId) ?? null,
    hasLines(orderId, folded) {
      const lines = askLines.all(orderId);
      return lines.length === folded.length && folded.every((line, at) => areEqual(lines[at] ?? [], lineValues(line)));
    },
  };
}

/** What becomes of an order beside what is stored of it. */
interface Outcome {
  readonly action: OrderAction;
  /** Its lines stand in the ledger as they are to be. */
  readonly sameLines: boolean;
  readonly samePerson: boolean;
  readonly sameSums: boolean;
}

/** `isWhole`: its rows tell of the whole order alone, so that its one line follows from it. */
function outcomeOf(
  orders: StoredOrders,
  orderId: number,
  stored: readonly Value[] | null,
  folded: FoldedOrder | null,
  isWhole: boolean,
): Outcome {
  const none = { sameLines: false, samePerson: false, sameSums: false };
  if (folded === null) return { action: stored === null ? 'same' : 'gone', ...none };
  if (stored === null) return { action: 'new', ...none };
  const values = orderValues(folded);
  const sameLines = isWhole ? sameGoods(stored, values) : orders.hasLines(orderId, folded.lines);
  if (sameLines && areEqual(stored, values)) return { action: 'same', ...none };
  return {
    action: 'changed',
    sameLines,
    samePerson: samePerson(stored, values),
    sameSums: sameSums(stored, values),
  };
}

/** Remembers a plan in the plan tables. */
function planWriter(planning: Database): {
  order(touched: TouchedOrder, folded: FoldedOrder | null, outcome: Outcome): void;
} {
  const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ');
  const setAction = planning.prepare('update plan_key set action = ? where order_id = ?');
  const addOrder = planning.prepare(`insert into plan_order values (${marks(28)})`);
  const addLine = planning.prepare(`insert into plan_line values (${marks(11)})`);
  const keepLines = planning.prepare('insert into plan_lines_kept (order_id) values (?)');
  return {
    order({ orderId, shopId }, folded, { action, sameLines }) {
      setAction.run(action, orderId);
      if (folded === null || action === 'same') return;
      addOrder.run(orderId, shopId, ...orderValues(folded));
      if (sameLines) keepLines.run(orderId);
      folded.lines.forEach((line, index) => {
        addLine.run(orderId, index + 1, ...lineValues(line));
      });
    },
  };
}

/** Marketplaces of the shops the ledger has and of those that come with this plan. */
function marketplacesOf({ ledger, planning }: Desk): ReadonlyMap<number, string> {
  const shops = [
    ...ledger.prepare<[], { shop: number; marketplace: string }>('select shop_id as shop, marketplace from shop').all(),
    ...planning
      .prepare<[], { shop: number; marketplace: string }>('select shop_id as shop, marketplace from plan_shop')
      .all(),
  ];
  return new Map(shops.map(({ shop, marketplace }) => [shop, marketplace]));
}

/** The owner's mark on an order he took out of a likely person. */
export function splitMarks(ledger: Database): (orderId: number) => string | null {
  const ask = ledger.prepare<[number], string>('select mark from split_mark where order_id = ?').pluck();
  const any = ledger.prepare('select 1 from split_mark limit 1').get() !== undefined;
  return (orderId) => (any ? (ask.get(orderId) ?? null) : null);
}

const TOUCHED_AT_ONCE = 250;

/** Folds the orders of `plan_key`, a few hundred between two yields of how many are done. Returns the keys of those that change. */
export function* planOrders(desk: Desk, staged: boolean, watcher: OrderWatcher): Generator<number, OrderPlan> {
  const { ledger, planning } = desk;
  const page = planning.prepare<[number, number], TouchedOrder>(
    "select order_id as orderId, batch_no as batchNo, shop_id as shopId, order_number as orderNumber, is_new as isNew from plan_key where order_id > ? and action = '' order by order_id limit ?",
  );
  const liveParts = livePartsOf(ledger);
  const stagedParts = staged ? stagedPartsOf(planning, watcher) : null;
  const whole = staged ? wholeRows(desk) : null;
  const stored = storedOrders(ledger);
  const writer = planWriter(planning);
  const marketplaces = marketplacesOf(desk);
  const splitMark = splitMarks(ledger);
  const keys = new Map<number, readonly IdentityKey[] | null>();
  const settled = new Map<number, boolean>();
  const readParts = (touched: TouchedOrder): readonly OrderPart[] => [
    ...(stagedParts?.(touched) ?? []),
    ...(touched.isNew === 1 ? [] : liveParts(touched)),
  ];
  let done = 0;
  for (let last = 0; ; ) {
    const touchedOrders = page.all(last, TOUCHED_AT_ONCE);
    for (const touched of touchedOrders) {
      const { orderId, isNew, shopId } = touched;
      const values = isNew === 1 ? null : stored.valuesOf(orderId);
      const wholeParts = values === null ? null : (whole?.partsOf(touched, values) ?? null);
      const folded = foldOrder(wholeParts ?? readParts(touched));
      const outcome = outcomeOf(stored, orderId, values, folded, wholeParts !== null);
      writer.order(touched, folded, outcome);
      watcher.order(touched, folded, outcome.action);
      if (outcome.samePerson) settled.set(orderId, !outcome.sameSums);
      else if (outcome.action !== 'same') {
        keys.set(orderId, folded && keysOfOrder(marketplaces.get(shopId) ?? 'other', folded, splitMark(orderId)));
      }
      last = orderId;
    }
    done += touchedOrders.length;
    yield done;
    if (touchedOrders.length < TOUCHED_AT_ONCE) return { keys, settled };
  }
}
