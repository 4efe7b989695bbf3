/**
 * Plans a check of which every table is imported already: all its orders stay as they are, for a fold does not change by repetition. Says
 * the same as `plan-orders`, which would fold each of them again. Part of `plan-stage`.
 */

import type { OrderStatus } from '../../../src-shared/order.ts';
import type { Tallies, TallyOfMany } from '../batch-tally.ts';
import type { Desk } from '../plan-orders.ts';
import stagedOrders from '../staged-orders.sql?raw';
import { besideLedger } from './copy-repeated.ts';
import planRepeatedSql from './plan-repeated.sql?raw';
import tallyRepeatedSql from './tally-repeated.sql?raw';

/** Whose the orders of a batch are that all stay as they are. */
export interface KnownPeople {
  readonly matched: number;
  readonly ordersWithoutBuyer: number;
}

interface RepeatedFile {
  readonly fileNo: number;
  readonly repeats: number | null;
  readonly shop: number;
}

/** Are all staged files still live imports of the shops they would go to now? */
function allRepeated({ ledger, planning }: Desk): boolean {
  const files = planning
    .prepare<[], RepeatedFile>(
      `select file_no as fileNo, repeats, shop_id as shop
       from staged_file join staged_batch on staged_batch.batch_no = staged_file.batch_no`,
    )
    .all();
  const isLive = ledger.prepare(
    `select 1 from import_file join import_batch on import_batch.batch_id = import_file.batch_id
     where file_id = ? and shop_id = ? and undone_at is null
       and not exists (select 1 from cell_fix where cell_fix.file_id = import_file.file_id)`,
  );
  return (
    files.length > 0 &&
    files.every(({ repeats, shop }) => repeats !== null && isLive.get(repeats, shop) !== undefined) &&
    planning.prepare('select 1 from folds.staged_fold limit 1').get() === undefined
  );
}

/** They are planned like any other file from now on: what is found while their orders are folded will be found again. */
function forgetRepeats({ planning }: Desk): void {
  planning.exec(
    `delete from staged_problem
     where code = 'order-rows-disagree' and file_no in (select file_no from staged_file where repeats is not null);
     update staged_file set repeats = null;`,
  );
}

function tally({ planning }: Desk, tallies: Tallies): void {
  const found = planning.prepare<[], TallyOfMany & { batch: number; status: OrderStatus }>(tallyRepeatedSql).all();
  for (const { batch, status, ...many } of found) tallies.addMany(batch, 'same', status, many);
}

/** Whose the orders of each batch are; null: the check has other files too, and is planned order by order. */
export function planRepeated(desk: Desk, tallies: Tallies): ReadonlyMap<number, KnownPeople> | null {
  const { ledger, planning } = desk;
  if (!allRepeated(desk)) {
    forgetRepeats(desk);
    return null;
  }
  return besideLedger(planning, ledger, () => {
    planning.prepare(planRepeatedSql).run();
    // Only what is left out is looked for among them.
    if (planning.prepare('select 1 from staged_problem where order_number is not null').get() !== undefined)
      planning.exec(stagedOrders);
    tally(desk, tallies);
    const people = planning
      .prepare<[], KnownPeople & { batch: number }>(
        `select plan_key.batch_no as batch, count(distinct customer_id) as matched, sum(customer_id is null) as ordersWithoutBuyer
         from plan_key cross join ledger.shop_order on shop_order.order_id = plan_key.order_id group by plan_key.batch_no`,
      )
      .all();
    return new Map(people.map(({ batch, ...of }) => [batch, of]));
  });
}
