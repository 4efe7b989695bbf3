/** Works out again whose some orders are: after a split of a likely person, a decision of the owner, or the undo of either. */

import type { IdentityKey } from '../../src-shared/identity.ts';
import type { Writing } from '../ledger/transaction.ts';
import { storedKeysOf } from './affected-orders.ts';
import { carryOut, dropPlanTables, makePlanTables } from './carry-out.ts';
import { planCustomers } from './plan-customers.ts';
import type { OrderPlan } from './plan-orders.ts';
import { noProgress } from './progress.ts';

interface StoredNumber {
  readonly shopId: number;
  readonly orderNumber: string;
}

const nothingChanged: OrderPlan = { keys: new Map(), settled: new Map() };

/** Matches everybody who has one of these keys, and everybody connected with them, as the owner's decisions stand now. */
export function rematchKeys(writing: Writing, keys: readonly IdentityKey[]): void {
  const { connection } = writing;
  makePlanTables(connection, true);
  const work = planCustomers({ ledger: connection, planning: connection }, nothingChanged, keys);
  while (work.next().done !== true);
  carryOut(writing, noProgress);
  dropPlanTables(connection, true);
}

/** Matches these orders with their present facts and marks; orders the ledger does not have now are passed over. */
export function rematchOrders(writing: Writing, orderIds: readonly number[]): void {
  const { connection } = writing;
  makePlanTables(connection, true);
  const keysOf = storedKeysOf(connection);
  const ask = connection.prepare<[number], StoredNumber>(
    'select shop_id as shopId, order_number as orderNumber from order_key where order_id = ?',
  );
  const name = connection.prepare("insert or ignore into plan_key values (?, null, ?, ?, 0, 'changed')");
  const keys = new Map<number, readonly IdentityKey[]>();
  for (const orderId of orderIds) {
    const [number, found] = [ask.get(orderId), keysOf(orderId)];
    if (number === undefined || found === null) continue;
    name.run(orderId, number.shopId, number.orderNumber);
    keys.set(orderId, found);
  }
  const work = planCustomers({ ledger: connection, planning: connection }, { keys, settled: new Map() });
  while (work.next().done !== true);
  carryOut(writing, noProgress);
  dropPlanTables(connection, true);
}
