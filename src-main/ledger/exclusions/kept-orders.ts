/**
 * Statements about orders, without the excluded ones. A `.sql` file asks of all orders; where a rule takes some out and they are not asked
 * for, its tables are put in place of by what is left of them. Without rules every statement stands as it is and costs what it did.
 */

import { withParts } from '../sql-parts.ts';
import type { Reading } from '../transaction.ts';
import keptTotals from './kept-totals.sql?raw';

const keptOrders = '(select * from shop_order where order_id not in (select order_id from excluded_order))';

export function hasExcluded({ connection }: Reading): boolean {
  return connection.prepare('select 1 from excluded_order limit 1').get() !== undefined;
}

/** Are there orders that are to be left out? `excluded`: those that rules exclude are asked for too. */
export function leavesOut(reading: Reading, excluded: boolean | undefined): boolean {
  return excluded !== true && hasExcluded(reading);
}

/**
 * The statement over what is left. It names its tables `from shop_order`, `join shop_order as o` and `from customer_total`.
 */
export function keptSql(reading: Reading, sql: string, excluded: boolean | undefined): string {
  if (!leavesOut(reading, excluded)) return sql;
  return sql
    .replace(
      /\b(from|join)(\s+)shop_order\b(?:\s+as\s+(\w+))?/g,
      (_all, word: string, gap: string, name = 'shop_order') => `${word}${gap}${keptOrders} as ${name}`,
    )
    .replace(
      /\b(from|join)(\s+)customer_total\b/g,
      (_all, word: string, gap: string) => `${word}${gap}${keptTotals.trim()} as customer_total`,
    );
}

/** A statement that lists all orders and says in its part `excluded` why such ones do not count: with that part only where they do not. */
export function reasonedSql(reading: Reading, sql: string, excluded: boolean | undefined): string {
  return withParts(sql, leavesOut(reading, excluded) ? ['excluded'] : []);
}
