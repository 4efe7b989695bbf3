/**
 * Carries a plan out: moves what the plan tables say into the ledger. The only place where imports, undos and redos write orders
 * and customers; always inside one transaction. After `plan-customers`.
 */

import type { Database } from 'better-sqlite3';
import { makeIndexes } from '../ledger/make-indexes.ts';
import { refreshCustomers, refreshNames } from '../ledger/refresh-customers.ts';
import type { Writing } from '../ledger/transaction.ts';
import addedTotals from './added-totals.sql?raw';
import { notePast } from './batch-orders.ts';
import insertLinks from './carry-out-links.sql?raw';
import writtenOrders from './carry-out-orders.sql?raw';
import planTables from './plan-tables.sql?raw';
import { atOnce, type Progress, stopIfCancelled } from './progress.ts';
import {
  carryOutPeople,
  carryOutReady,
  carryOutSingles,
  plannedSingles,
  type SinglesPlanned,
} from './singles/carry-out-singles.ts';
import type { ReadyCrew } from './singles/ready-crew.ts';

const tables = [
  'plan_shop',
  'plan_key',
  'plan_order',
  'plan_line',
  'plan_lines_kept',
  'plan_link',
  'plan_unlinked',
  'plan_identity',
  'plan_customer',
  'plan_owner',
] as const;

/** Empty plan tables for work that is carried out at once. `temp`: also possible inside a transaction. */
export function makePlanTables(connection: Database, temp: boolean): void {
  dropPlanTables(connection, temp);
  connection.exec(temp ? planTables.replaceAll('create table', 'create temp table') : planTables);
}

export function dropPlanTables(connection: Database, temp: boolean): void {
  for (const table of tables) connection.exec(`drop table if exists ${temp ? 'temp.' : ''}${table}`);
}

const ORDERS_AT_ONCE = 2000;

/** Steps over the planned orders in spans of their numbers, so that a long import can be watched and stopped. */
function* overSpans(connection: Database, work: (span: { from: number; to: number }) => void): Generator<number> {
  const askEnd = connection
    .prepare<[number, number], number | null>(
      'select max(order_id) from (select order_id from plan_key where order_id > ? order by order_id limit ?)',
    )
    .pluck();
  let done = 0;
  for (let last = 0; ; ) {
    const end = askEnd.get(last, ORDERS_AT_ONCE) ?? null;
    if (end === null) return;
    work({ from: last + 1, to: end });
    last = end;
    done += ORDERS_AT_ONCE;
    yield done;
  }
}

function writeShopsAndKeys(connection: Database): void {
  connection.exec(`
    insert into shop (shop_id, marketplace, name, currency)
    select shop_id, marketplace, name, currency from plan_shop where true
    on conflict (shop_id) do update set name = excluded.name;
    insert into order_key (order_id, shop_id, order_number)
    select order_id, shop_id, order_number from plan_key where is_new = 1 order by order_id;`);
}

/** Customers before identities and orders point to them. Anchors are put aside first: two customers may exchange theirs. */
function writeCustomers(connection: Database): void {
  connection.exec(`
    update customer set anchor_value = '#' || customer_id || ' ' || anchor_value
    where customer_id in (select customer_id from plan_customer where action in ('kept', 'gone'));
    insert into customer (customer_id, anchor_kind, anchor_value, certainty, name)
    select customer_id, anchor_kind, anchor_value, certainty, '' from plan_customer where action = 'new' order by customer_id;
    update customer set (anchor_kind, anchor_value, certainty) = (
      select anchor_kind, anchor_value, certainty from plan_customer where plan_customer.customer_id = customer.customer_id
    )
    where customer_id in (select customer_id from plan_customer where action = 'kept');
    insert into identity (kind, value, customer_id)
    select kind, value, customer_id from plan_identity where gone = 0
    on conflict (kind, value) do update set customer_id = excluded.customer_id;`);
}

/** Indexes that rows of a first import come to in no order: sorted at once they cost a fraction. The day's and the customer's. */
const late = [
  'shop_order_by_customer',
  'shop_order_by_day',
  'identity_by_customer',
  'source_row_by_order',
  'customer_by_likely',
  'customer_total_by_net',
  'customer_total_by_last_day',
];

/** Makes the late indexes of a table again, or all that are not there yet. */
export type MakeIndexes = (table?: string) => void;

interface LateIndex {
  readonly name: string;
  readonly table: string;
  readonly sql: string;
}

/**
 * Takes the late indexes away while an empty ledger is filled; answers how to make them again. All in the one transaction. `ready`: tables
 * that come with theirs.
 */
export function withoutLateIndexes(connection: Database, ready: readonly string[]): MakeIndexes {
  if (connection.prepare('select 1 from shop_order limit 1').get() !== undefined) return () => undefined;
  const found = connection
    .prepare<[string], LateIndex>(
      'select name, tbl_name as "table", sql from main.sqlite_schema where type = \'index\' and name in (select value from json_each(?))',
    )
    .all(JSON.stringify(late));
  const missing = new Set(found.filter(({ table }) => !ready.includes(table)));
  for (const { name } of missing) connection.exec(`drop index main.${name}`);
  return (table) => {
    const next = [...missing].filter((index) => table === undefined || index.table === table);
    makeIndexes(
      connection,
      next.map(({ sql }) => sql),
    );
    for (const index of next) missing.delete(index);
  };
}

/** Spans over every touched order: a rematch changes links without changing orders. */
function writeOrders(connection: Database, progress: Progress, total: number): void {
  const orders = writtenOrders.split(/;\n/).map((sql) => connection.prepare(sql));
  const oldLines = connection.prepare(
    `delete from order_line where order_id in (
       select order_id from plan_order
       where order_id between @from and @to and order_id not in (select order_id from plan_lines_kept)
     )`,
  );
  const lines = connection.prepare(
    `insert into order_line
     select order_id, line_no, line_number, title, spec, sku, quantity, unit_price_minor, amount_minor, refund_minor, status_word
     from plan_line
     where order_id between @from and @to and order_id not in (select order_id from plan_lines_kept)
     order by order_id, line_no`,
  );
  const spans = overSpans(connection, (span) => {
    for (const statement of orders) statement.run(span);
    oldLines.run(span);
    lines.run(span);
  });
  atOnce(progress, 'writing', total, spans);
}

function removeWhatIsGone(connection: Database): void {
  connection.exec(`
    update shop_order set customer_id = plan_owner.customer_id
    from plan_owner
    where shop_order.order_id = +plan_owner.order_id and plan_owner.customer_id is not shop_order.customer_id;
    delete from order_identity
    where order_id in (select order_id from plan_unlinked union all select order_id from plan_key where action = 'gone');
    delete from order_line where order_id in (select order_id from plan_key where action = 'gone');
    delete from shop_order where order_id in (select order_id from plan_key where action = 'gone');
    delete from identity where (kind, value) in (select kind, value from plan_identity where gone = 1);
    delete from customer_total where customer_id in (select customer_id from plan_customer where action = 'gone');
    delete from customer_search where rowid in (select customer_id from plan_customer where action = 'gone');
    delete from customer where customer_id in (select customer_id from plan_customer where action = 'gone');`);
}

const CUSTOMERS_AT_ONCE = 1000;

function* refreshed(
  writing: Writing,
  customers: readonly number[],
  refresh: (writing: Writing, customers: readonly number[]) => void,
): Generator<number> {
  for (let from = 0; from < customers.length; from += CUSTOMERS_AT_ONCE) {
    refresh(writing, customers.slice(from, from + CUSTOMERS_AT_ONCE));
    yield Math.min(from + CUSTOMERS_AT_ONCE, customers.length);
  }
}

/** The plan of a check, whose single orders lie beside it. */
export interface Staged {
  readonly makeIndexes: MakeIndexes;
  readonly ready: ReadyCrew | null;
}

/** Single orders and those they make customers of. What comes ready goes into tables that are still empty. */
function writeSingles(
  writing: Writing,
  singles: SinglesPlanned,
  { ready, makeIndexes: makeLate }: Staged,
  progress: Progress,
): void {
  if (ready === null) {
    carryOutPeople(writing);
    stopIfCancelled(progress);
    carryOutSingles(writing, singles);
    return;
  }
  carryOutSingles(writing, singles, 'orders');
  // While the thread is at work.
  makeLate('shop_order');
  if (carryOutReady(writing, singles, ready)) return;
  carryOutPeople(writing);
  carryOutSingles(writing, singles, 'lines');
}

/** Writes all of the plan and counts the change. `staged`: null for an undo or a redo. */
export function carryOut(writing: Writing, progress: Progress, staged: Staged | null = null): void {
  const { connection } = writing;
  // Orders, identities and customers point to one another: checked when the transaction ends.
  connection.pragma('defer_foreign_keys = on');
  const customersOf = (actions: readonly string[]): readonly number[] =>
    connection
      .prepare<[string], number>(
        'select customer_id from plan_customer where action in (select value from json_each(?)) order by customer_id',
      )
      .pluck()
      .all(JSON.stringify(actions));
  const customers = customersOf(['new', 'kept', 'summed']);
  const orders = connection.prepare<[], number>('select count(*) from plan_key').pluck().get() ?? 0;
  notePast(connection);
  writeShopsAndKeys(connection);
  const singles = staged === null ? null : plannedSingles(connection);
  const comesReady = staged !== null && staged.ready !== null;
  if (!comesReady) writeCustomers(connection);
  if (staged !== null && singles !== null) {
    progress.report('writing', 0, orders + singles.orders);
    writeSingles(writing, singles, staged, progress);
    stopIfCancelled(progress);
  }
  if (comesReady) writeCustomers(connection);
  writeOrders(connection, progress, orders);
  removeWhatIsGone(connection);
  connection.exec(insertLinks);
  // Each customer's orders are asked for: without their index all orders would be gone through for each.
  staged?.makeIndexes('shop_order');
  atOnce(progress, 'matching', customers.length, refreshed(writing, customers, refreshCustomers));
  if (singles !== null) {
    const added = customersOf(['added']);
    atOnce(progress, 'matching', added.length, refreshed(writing, added, refreshNames));
    connection.prepare(addedTotals).run({ base: singles.base });
  }
  connection.prepare("update ledger_state set value = value + 1 where name = 'changes'").run();
}

/** How many changes of imports and identities the ledger has seen: a plan made at another count is stale. */
export function changesOf(connection: Database): number {
  return connection.prepare<[], number>("select value from ledger_state where name = 'changes'").pluck().get() ?? 0;
}

/** An import touches the whole ledger: with a small cache every page would be read again and again. */
export function roomForImport(connection: Database): void {
  connection.pragma('cache_size = -65536');
}

/** Where hardly a page is asked for twice, memory that is used again and again costs less than new memory for each page. */
export function roomForFew(connection: Database): void {
  connection.pragma('cache_size = -8192');
}

/** What is written waits in the cache until the end: what has no room goes into the log, and comes back for the next order on its page. */
export function roomForChange(connection: Database): void {
  connection.pragma('cache_size = -131072');
}
