/**
 * Takes an import back, or brings it back: its source rows are no longer live (or are again) and every order seen in them is folded
 * again. Nothing is deleted from the record, any import can be undone at any time. Beside `apply`.
 */

import type { UndoReport } from '../../src-shared/contract/imports.ts';
import { Problem } from '../../src-shared/problem.ts';
import { turnFileWords } from '../ledger/bulk/file-words.ts';
import { excludeInBatches } from '../ledger/exclusions/apply-rules.ts';
import { withProblems } from '../ledger/sqlite-problems.ts';
import { type Reading, transact, type Writing } from '../ledger/transaction.ts';
import { carryOut, dropPlanTables, makePlanTables, roomForChange } from './carry-out.ts';
import { nameShops } from './name-shops.ts';
import { type CustomerPlan, planCustomers } from './plan-customers.ts';
import { type OrderAction, planOrders } from './plan-orders.ts';
import { atOnce, type Progress } from './progress.ts';
import touchedOrders from './touched-orders.sql?raw';

export interface UndoOptions {
  /** An instant with Z. */
  readonly now: string;
}

interface Counts {
  removed: number;
  restored: number;
  changed: number;
}

/** Folds the orders named in `plan_key` again from their live rows and carries out what changes. */
export function foldAgain(writing: Writing, progress: Progress, watch: (action: OrderAction) => void): CustomerPlan {
  const { connection } = writing;
  const desk = { ledger: connection, planning: connection };
  const total = connection.prepare<[], number>('select count(*) from plan_key').pluck().get() ?? 0;
  const watcher = {
    order: (_touched: unknown, _folded: unknown, action: OrderAction): void => watch(action),
    problem: (): void => undefined,
  };
  const orders = atOnce(progress, 'folding', total, planOrders(desk, false, watcher));
  const customers = atOnce(progress, 'matching', null, planCustomers(desk, orders));
  carryOut(writing, progress);
  return customers;
}

/** Edits whose person the ledger does not know now. They stay, and come back with the person. */
function editsWithoutCustomer(writing: Writing): UndoReport['editsKept'] {
  return writing.connection
    .prepare<[], { customer: string; field: string; value: string }>(
      `select customer_edit.value as customer, customer_edit.field, customer_edit.content as value
       from customer_edit
       left join identity on identity.kind = customer_edit.kind and identity.value = customer_edit.value
       where identity.customer_id is null
       order by customer_edit.kind, customer_edit.value, customer_edit.field`,
    )
    .all();
}

interface Turn {
  readonly batch: number;
  readonly undoneAt: string | null;
  /** An instant with Z. */
  readonly now: string;
}

function turn(ledger: Reading, { batch, undoneAt, now }: Turn, progress: Progress): UndoReport {
  return transact(ledger, (writing) => {
    const { connection } = writing;
    const stored = connection
      .prepare<[number], { undoneAt: string | null }>(
        'select undone_at as undoneAt from import_batch where batch_id = ?',
      )
      .get(batch);
    if (stored === undefined) throw new Problem('batch-unknown', { batch: String(batch) });
    if (stored.undoneAt !== null && undoneAt !== null)
      throw new Problem('batch-already-undone', { batch: String(batch) });
    if (stored.undoneAt === null && undoneAt === null) throw new Problem('batch-not-undone', { batch: String(batch) });
    connection.prepare('update import_batch set undone_at = ? where batch_id = ?').run(undoneAt, batch);
    makePlanTables(connection, true);
    connection.prepare(touchedOrders).run(batch);
    const counts: Counts = { removed: 0, restored: 0, changed: 0 };
    const customers = foldAgain(writing, progress, (action) => {
      if (action === 'gone') counts.removed += 1;
      if (action === 'new') counts.restored += 1;
      if (action === 'changed') counts.changed += 1;
    });
    dropPlanTables(connection, true);
    nameShops(writing);
    excludeInBatches(writing, [batch]);
    turnFileWords(writing, batch, undoneAt, now);
    return {
      batch,
      orders: counts,
      customers: { removed: customers.goneCustomers.length, added: customers.newCustomers.size },
      editsKept: editsWithoutCustomer(writing),
    };
  });
}

function turnAndSettle(ledger: Reading, folder: string, asked: Turn, progress: Progress): UndoReport {
  roomForChange(ledger.connection);
  return withProblems(folder, () => turn(ledger, asked, progress));
}

/** Takes a batch back. */
export function undoBatch(
  ledger: Reading,
  stageFolder: string,
  batch: number,
  { now }: UndoOptions,
  progress: Progress,
): UndoReport {
  return turnAndSettle(ledger, stageFolder, { batch, undoneAt: now, now }, progress);
}

/** Brings a batch back that was taken back. */
export function redoBatch(
  ledger: Reading,
  stageFolder: string,
  batch: number,
  { now }: UndoOptions,
  progress: Progress,
): UndoReport {
  return turnAndSettle(ledger, stageFolder, { batch, undoneAt: null, now }, progress);
}
