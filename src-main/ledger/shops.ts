/** The shops of the ledger, and how much each holds: what the frame of the pages shows. */

import type { LedgerStatus } from '../../src-shared/contract/ledger.ts';
import type { Reading } from './transaction.ts';

export type ShopEntry = LedgerStatus['shops'][number];

export function listShops(reading: Reading): ShopEntry[] {
  return (
    reading.connection
      .prepare(
        `select s.shop_id as id, s.name, s.marketplace, s.currency,
         (select count(*) from shop_order o where o.shop_id = s.shop_id) as orders
       from shop s
       order by s.shop_id`,
      )
      // The table's own checks keep these shapes.
      .all() as ShopEntry[]
  );
}

export interface LedgerCounts {
  readonly customers: number;
  readonly likely: number;
  readonly orders: number;
  readonly lastDay: string | null;
}

/** Asked in an instant, however many there are. */
export function holdsOrders({ connection }: Reading): boolean {
  return connection.prepare('select 1 from shop_order limit 1').get() !== undefined;
}

export function countLedger(reading: Reading): LedgerCounts {
  return reading.connection
    .prepare(
      `select
         (select count(*) from customer) as customers,
         (select count(*) from customer where certainty = 'likely') as likely,
         (select count(*) from shop_order) as orders,
         (select max(ordered_on) from shop_order) as lastDay`,
    )
    .get() as LedgerCounts;
}
