/** Which shops a question is about. Sums never cross currencies: without a shop the currency with most orders is taken, and named. */

import { Problem } from '../../src-shared/problem.ts';
import type { Reading } from '../ledger/transaction.ts';

export interface Scope {
  /** null = all shops that sell in `currency`. */
  readonly shop: number | null;
  readonly currency: string;
  /** All currencies that could be asked for, `currency` first. */
  readonly currencies: readonly string[];
}

/** Throws `shop-unknown` for a shop that is not there. An empty ledger counts in CNY. */
export function scopeOf(reading: Reading, shop?: number): Scope {
  const { connection } = reading;
  if (shop !== undefined) {
    const currency = connection.prepare('select currency from shop where shop_id = ?').pluck().get(shop);
    if (typeof currency !== 'string') throw new Problem('shop-unknown', { name: String(shop) });
    return { shop, currency, currencies: [currency] };
  }
  const found = connection.prepare('select distinct currency from shop').pluck().all() as string[];
  const [only] = found;
  if (only === undefined) return { shop: null, currency: 'CNY', currencies: [] };
  if (found.length === 1) return { shop: null, currency: only, currencies: [only] };
  const ranked = connection
    .prepare(
      `select currency
       from shop left join (select shop_id, sum(orders) as orders from customer_total group by shop_id) using (shop_id)
       group by currency order by total(orders) desc, min(shop_id)`,
    )
    .pluck()
    .all() as string[];
  return { shop: null, currency: ranked[0] ?? only, currencies: ranked };
}
