/**
 * Works out what a stage would do to the ledger as it is now, and the report of each batch. Made again when the ledger moved on.
 * Between `stage-file` and `apply`.
 */

import type { Database } from 'better-sqlite3';
import type { BatchReport } from '../../src-shared/contract/imports.ts';
import type { Reading } from '../ledger/transaction.ts';
import { reportBatches } from './batch-report.ts';
import { batchTallies, type Tallies } from './batch-tally.ts';
import { changesOf, makePlanTables, roomForImport } from './carry-out.ts';
import { planCustomers, planLinks } from './plan-customers.ts';
import { type Desk, type OrderKeyBook, planOrders } from './plan-orders.ts';
import { planSingleOrders } from './plan-single-orders.ts';
import { inOneView, inSteps, type Progress } from './progress.ts';
import { repeatedRows, tallyRepeated } from './repeated-rows.ts';
import type { StageOptions } from './stage.ts';
import { stageBatches } from './stage-batches.ts';
import stagedOrders from './staged-orders.sql?raw';

const ORDERS_AT_ONCE = 2000;

interface StagedOrder {
  readonly orderNo: number;
  readonly batchNo: number;
  readonly shopId: number;
  readonly orderNumber: string;
  /** Where its fold is, when one row alone speaks of it. */
  readonly foldNo: number | null;
  readonly fileNo: number;
  readonly rowHash: Uint8Array;
}

/** Gives every staged order its number in the ledger: the known one, or the next free. Yields how many have one. */
function* numberOrders(desk: Desk, tallies: Tallies): Generator<number> {
  const { ledger, planning } = desk;
  const isRepeated = repeatedRows(desk);
  const tally = tallyRepeated(ledger, tallies);
  planning.exec(stagedOrders);
  const page = planning.prepare<[number, number], StagedOrder>(
    `select order_no as orderNo, staged_order.batch_no as batchNo, shop_id as shopId, order_number as orderNumber, fold_no as foldNo, file_no as fileNo, row_hash as rowHash
     from staged_order join staged_batch on staged_batch.batch_no = staged_order.batch_no
     where order_no > ? order by order_no limit ?`,
  );
  const known = ledger
    .prepare<[number, string], number>('select order_id from order_key where shop_id = ? and order_number = ?')
    .pluck();
  const add = planning.prepare('insert into plan_key values (?, ?, ?, ?, ?, ?, ?)');
  let next = (ledger.prepare<[], number | null>('select max(order_id) from order_key').pluck().get() ?? 0) + 1;
  for (let last = 0; ; ) {
    const orders = page.all(last, ORDERS_AT_ONCE);
    for (const { orderNo, batchNo, shopId, orderNumber, foldNo, fileNo, rowHash } of orders) {
      const orderId = known.get(shopId, orderNumber);
      if (orderId !== undefined) {
        const repeated = foldNo !== null && isRepeated(orderId, fileNo, rowHash);
        add.run(orderId, batchNo, shopId, orderNumber, 0, repeated ? 'same' : '', null);
        if (repeated) tally(batchNo, orderId);
      } else add.run(next++, batchNo, shopId, orderNumber, 1, foldNo === null ? '' : 'new', foldNo);
      last = orderNo;
    }
    yield last;
    if (orders.length < ORDERS_AT_ONCE) break;
  }
  planning.exec('create index plan_key_by_number on plan_key (order_number)');
}

/** Plans everything and reports it. `options` are those of the check. */
export async function planStage(
  ledger: Reading,
  stage: Database,
  options: StageOptions,
  progress: Progress,
): Promise<readonly BatchReport[]> {
  const desk: Desk = { ledger: ledger.connection, planning: stage };
  roomForImport(desk.ledger);
  roomForImport(stage);
  const changes = changesOf(desk.ledger);
  const oneView = inOneView(desk.ledger);
  stage.exec('begin');
  makePlanTables(stage, false);
  stage.exec('delete from staged_problem where planned = 1');
  stage.prepare('update staged_check set changes = ?').run(changes);
  stageBatches(desk.ledger, stage, options);
  const tallies = batchTallies(stage);
  await inSteps(progress, 'folding', null, numberOrders(desk, tallies), oneView);
  const total = stage.prepare<[], number>('select count(*) from plan_key').pluck().get() ?? 0;
  const keys: OrderKeyBook = new Map();
  const single = await inSteps(progress, 'folding', total, planSingleOrders(stage, tallies, keys), oneView);
  const others = await inSteps(progress, 'folding', total - single, planOrders(desk, true, tallies), oneView);
  planLinks(stage, others.keys);
  for (const [orderId, own] of others.keys) keys.set(orderId, own);
  const customers = await inSteps(progress, 'matching', null, planCustomers(desk, keys), oneView);
  const reports = oneView(() => reportBatches(desk, tallies, customers));
  stage.exec('commit');
  return reports;
}
