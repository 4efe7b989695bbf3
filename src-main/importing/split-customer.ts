/** Takes orders out of a likely person, who was put together from weak evidence only. The mark is the owner's act and outlives imports. */

import { Problem } from '../../src-shared/problem.ts';
import type { Writing } from '../ledger/transaction.ts';
import { rematchOrders } from './rematch-orders.ts';

/**
 * Gives the orders a mark of their own and answers the likely person they now are. Throws `customer-unknown` unless the customer is
 * likely, and `order-unknown` for an order that is not that customer's.
 */
export function splitCustomer(writing: Writing, customer: number, orderIds: readonly number[], mark: string): number {
  const { connection } = writing;
  const certainty = connection
    .prepare<[number], string>('select certainty from customer where customer_id = ?')
    .pluck();
  if (certainty.get(customer) !== 'likely') throw new Problem('customer-unknown', { customer: String(customer) });
  const owner = connection
    .prepare<[number], number | null>('select customer_id from shop_order where order_id = ?')
    .pluck();
  const setMark = connection.prepare(
    'insert into split_mark (order_id, mark) values (?, ?) on conflict (order_id) do update set mark = excluded.mark',
  );
  for (const orderId of orderIds) {
    if (owner.get(orderId) !== customer) throw new Problem('order-unknown', { order: String(orderId) });
    setMark.run(orderId, mark);
  }
  rematchOrders(writing, orderIds);
  const [first] = orderIds;
  const found = first === undefined ? null : owner.get(first);
  return found ?? customer;
}
