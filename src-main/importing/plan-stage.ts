/**
 * Works out what a stage would do to the ledger as it is now, and the report of each batch. Made again when the ledger moved on.
 * Between `stage-file` and `apply`.
 */

import type { Database } from 'better-sqlite3';
import type { BatchReport } from '../../src-shared/contract/imports.ts';
import type { Reading } from '../ledger/transaction.ts';
import { type PeoplePlan, reportBatches } from './batch-report.ts';
import { batchTallies, type Tallies } from './batch-tally.ts';
import { changesOf, makePlanTables, roomForFew, roomForImport } from './carry-out.ts';
import { type CustomerPlan, planCustomers } from './plan-customers.ts';
import { type Desk, planOrders } from './plan-orders.ts';
import { inOneView, inSteps, type Progress } from './progress.ts';
import { repeatedRows, tallyRepeated } from './repeated-rows.ts';
import { planRepeated } from './repeats/plan-repeated.ts';
import { planSingles, tallySingles } from './singles/plan-singles.ts';
import { putBackAll, putBackKnown } from './singles/put-back.ts';
import type { Singles } from './singles/singles.ts';
import type { Stage, StageOptions } from './stage.ts';
import { stageBatches } from './stage-batches.ts';
import stagedOrders from './staged-orders.sql?raw';

const ORDERS_AT_ONCE = 2000;

/** Hardly two of them lie on one page of a large ledger. */
const FEW_ORDERS = 50_000;

/** Where all orders stay as they are. */
const nobodyPlanned: CustomerPlan = { owners: new Map(), newCustomers: new Set(), goneCustomers: [] };

interface StagedOrder {
  readonly orderNo: number;
  readonly batchNo: number;
  readonly shopId: number;
  readonly orderNumber: string;
  /** null: the order was seen in several rows of the check. */
  readonly fileNo: number | null;
  readonly rowHash: Uint8Array | null;
  /** Its number in the ledger, where that was asked already. */
  readonly knownId: number | null;
}

/** Gives every staged order its number in the ledger: the known one, or the next free. Yields how many have one. */
function* numberOrders(desk: Desk, tallies: Tallies, firstFree: number): Generator<number> {
  const { ledger, planning } = desk;
  const isRepeated = repeatedRows(desk);
  const tally = tallyRepeated(ledger, tallies);
  planning.exec(stagedOrders);
  const page = planning.prepare<[number, number], StagedOrder>(
    `select order_no as orderNo, staged_order.batch_no as batchNo, shop_id as shopId, order_number as orderNumber, file_no as fileNo, row_hash as rowHash, known_id as knownId
     from staged_order join staged_batch on staged_batch.batch_no = staged_order.batch_no
     where order_no > ? order by order_no limit ?`,
  );
  const known = ledger
    .prepare<[number, string], number>('select order_id from order_key where shop_id = ? and order_number = ?')
    .pluck();
  const add = planning.prepare('insert into plan_key values (?, ?, ?, ?, ?, ?)');
  let next = firstFree;
  for (let last = 0; ; ) {
    const orders = page.all(last, ORDERS_AT_ONCE);
    for (const { orderNo, batchNo, shopId, orderNumber, fileNo, rowHash, knownId } of orders) {
      const orderId = knownId ?? known.get(shopId, orderNumber);
      if (orderId !== undefined) {
        const repeated = fileNo !== null && rowHash !== null && isRepeated(orderId, fileNo, rowHash);
        add.run(orderId, batchNo, shopId, orderNumber, 0, repeated ? 'same' : '');
        if (repeated) tally(batchNo, orderId);
      } else add.run(next++, batchNo, shopId, orderNumber, 1, '');
      last = orderNo;
    }
    yield last;
    if (orders.length < ORDERS_AT_ONCE) break;
  }
  planning.exec('create index plan_key_by_number on plan_key (order_number)');
}

/** The first number no order has. */
function firstFreeOrder(ledger: Database): number {
  return (ledger.prepare<[], number | null>('select max(order_id) from order_key').pluck().get() ?? 0) + 1;
}

/** Of a check that is planned again nobody knows: its folds are not gone through before. */
function isOfFew(stage: Database, singles: Singles | null): boolean {
  if (singles === null || singles.end() >= FEW_ORDERS) return false;
  const rows = stage.prepare<[], number>('select count(*) from staged_row').pluck().get() ?? 0;
  return singles.end() + rows < FEW_ORDERS;
}

/** Empties what an earlier plan left, and says which batch and shop each segment belongs to. */
function beginPlan({ ledger, planning }: Desk, options: StageOptions): void {
  makePlanTables(planning, false);
  planning.exec('delete from staged_problem where planned = 1');
  planning.prepare('update staged_check set changes = ?').run(changesOf(ledger));
  stageBatches(ledger, planning, options);
  planning.exec(
    `update staged_segment set batch_no = staged_file.batch_no, shop_id = staged_batch.shop_id
     from staged_file join staged_batch on staged_batch.batch_no = staged_file.batch_no
     where staged_file.file_no = staged_segment.file_no`,
  );
}

/**
 * Plans everything and reports it. `singles` are those of the check; null when the check is planned again, with nothing left of it but its
 * files. `options` are those of the check.
 */
export async function planStage(
  ledger: Reading,
  { connection: stage, files }: Stage,
  singles: Singles | null,
  options: StageOptions,
  progress: Progress,
): Promise<readonly BatchReport[]> {
  const desk: Desk = { ledger: ledger.connection, planning: stage };
  if (isOfFew(stage, singles)) roomForFew(desk.ledger);
  else roomForImport(desk.ledger);
  roomForImport(stage);
  const oneView = inOneView(desk.ledger);
  stage.exec('begin');
  if (singles === null) putBackAll(stage);
  beginPlan(desk, options);
  const tallies = batchTallies(stage);
  const repeated = planRepeated(desk, tallies);
  if (repeated !== null) {
    const known = oneView(() => reportBatches(desk, tallies, { customers: nobodyPlanned, known: repeated }));
    stage.exec('commit');
    return known;
  }
  const base = firstFreeOrder(desk.ledger);
  if (singles !== null) await inSteps(progress, 'folding', null, putBackKnown(desk.ledger, stage, singles), oneView);
  await inSteps(progress, 'folding', null, numberOrders(desk, tallies, base + (singles?.end() ?? 0)), oneView);
  const total = stage.prepare<[], number>('select count(*) from plan_key').pluck().get() ?? 0;
  const orders = await inSteps(progress, 'folding', total, planOrders(desk, true, tallies), oneView);
  if (singles !== null) tallySingles(stage, singles, tallies);
  const people: PeoplePlan =
    singles === null
      ? { customers: await inSteps(progress, 'matching', null, planCustomers(desk, orders), oneView) }
      : await inSteps(progress, 'matching', null, planSingles(desk, orders, singles, base, files.people), oneView);
  const reports = oneView(() => reportBatches(desk, tallies, people));
  stage.exec('commit');
  return reports;
}
