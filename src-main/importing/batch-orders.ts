/**
 * Notes what an import did to each of its orders, and how they stood after it, so that its report opens down to them for ever. What is
 * usual in a batch, and what stands today as it did then, costs no note. Part of `apply` and `carry-out`.
 */

import type { Database } from 'better-sqlite3';
import type { BatchReport } from '../../src-shared/contract/imports.ts';
import { withParts } from '../ledger/sql-parts.ts';
import noteOrdersSql from './note-orders.sql?raw';
import notePastSql from './note-past.sql?raw';
import { plannedSingles } from './singles/carry-out-singles.ts';
import writtenOrders from './written-orders.sql?raw';

/** What most orders of a batch are, by its report; and whether all of them are. */
function usualOf({ orders, customers, ordersWithoutBuyer }: BatchReport) {
  const most = <Name extends string>(counts: Readonly<Record<Name, number>>) => {
    const names = Object.keys(counts) as Name[]; // its own keys
    const usual = names.reduce((best, name) => (counts[name] > counts[best] ? name : best));
    return { usual, alone: names.every((name) => name === usual || counts[name] === 0) };
  };
  const action = most({ new: orders.new, changed: orders.changed, same: orders.same });
  const buyer = most({
    new: customers.new - customers.likely,
    likely: customers.likely,
    known: customers.matched,
    nobody: ordersWithoutBuyer,
  });
  return { action: action.usual, buyer: buyer.usual, alone: action.alone && buyer.alone };
}

/** Names what `note-orders.sql` asks of: temporary tables that `forgetWritten` drops. */
function nameWritten(connection: Database, batchNo: number): void {
  const singles = plannedSingles(connection);
  const base = singles?.base ?? 0;
  const [orders = '', customers = ''] = withParts(writtenOrders, singles === null ? [] : ['singles']).split(';');
  connection.prepare(orders).run({ batchNo, ...(singles === null ? {} : { base }) });
  connection.prepare(customers).run();
  connection.exec('create unique index temp.new_customer_by_id on new_customer (customer_id)');
}

/** The customers of this batch are no new ones for the batches that follow in the same check. */
function forgetWritten(connection: Database): void {
  connection.exec(`
    insert or ignore into earlier_customer
    select customer_id from shop_order where order_id in (select order_id from written_order) and customer_id is not null;
    drop table temp.written_order;
    drop table temp.new_customer;`);
}

/** Before the batches of a check are noted, and after the last one. */
export function beginNotes(connection: Database): () => void {
  connection.exec('create temp table earlier_customer (customer_id integer primary key)');
  return () => connection.exec('drop table temp.earlier_customer');
}

/** For a batch that was just written: `batch` in the history, `batchNo` in the plan. `more`: batches of the check that follow. */
export function noteOrders(
  connection: Database,
  batch: number,
  batchNo: number,
  report: BatchReport,
  more: boolean,
): void {
  const { action, buyer, alone } = usualOf(report);
  connection
    .prepare('update import_batch set usual_action = ?, usual_buyer = ? where batch_id = ?')
    .run(action, buyer, batch);
  if (alone && !more) return;
  nameWritten(connection, batchNo);
  if (!alone) connection.prepare(noteOrdersSql).run({ batch, action, buyer });
  forgetWritten(connection);
}

/** Before a plan is carried out: how the orders that will change stood after their imports. */
export function notePast(connection: Database): void {
  if (connection.prepare('select 1 from shop_order limit 1').get() !== undefined) connection.prepare(notePastSql).run();
}
