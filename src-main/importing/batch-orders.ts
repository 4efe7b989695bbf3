/**
 * Notes what an import did to each of its orders, and how they stood after it, so that its report opens down to them for ever. What is
 * usual in a batch, and what stands today as it did then, costs no note. Part of `apply` and `carry-out`.
 */

import type { Database } from 'better-sqlite3';
import type { BatchReport } from '../../src-shared/contract/imports.ts';
import noteOrdersSql from './note-orders.sql?raw';
import notePastSql from './note-past.sql?raw';

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

/** For a batch that was just written: `batch` in the history, `batchNo` in the plan. */
export function noteOrders(connection: Database, batch: number, batchNo: number, report: BatchReport): void {
  const { action, buyer, alone } = usualOf(report);
  connection
    .prepare('update import_batch set usual_action = ?, usual_buyer = ? where batch_id = ?')
    .run(action, buyer, batch);
  if (!alone) connection.prepare(noteOrdersSql).run({ batch, batchNo, action, buyer });
}

/** Before a plan is carried out: how the orders that will change stood after their imports. */
export function notePast(connection: Database): void {
  if (connection.prepare('select 1 from shop_order limit 1').get() !== undefined) connection.prepare(notePastSql).run();
}
