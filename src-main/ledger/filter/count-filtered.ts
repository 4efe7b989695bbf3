/** How many customers a filter means, exactly, with the statement that says it. */

import type { CustomerFilter, TierBasis } from '../../../src-shared/contract/customers.ts';
import { customerView } from '../customer-filter.ts';
import type { ScoresOf } from '../customers-scores.ts';
import { parted } from '../sql-parts.ts';
import type { Reading } from '../transaction.ts';
import { filterStatement } from './filtered-customers.ts';
import type { SqlValue } from './named-values.ts';

export interface FilterCount {
  readonly total: number;
  readonly certain: number;
  readonly likely: number;
  /** Everybody with an order in the scope. */
  readonly of: number;
  /** Of the nested conditions alone; null without any. */
  readonly sql: string | null;
  readonly params: Readonly<Record<string, SqlValue>>;
}

/** The same list that `customers.list` pages through: asked once, both are there. Throws `segment-unknown`, `shop-unknown`. */
export function countFiltered(
  reading: Reading,
  { filter, basis }: { readonly filter: CustomerFilter; readonly basis: TierBasis },
  scoresOf: ScoresOf,
): FilterCount {
  const scores = scoresOf(reading, { ...basis, shop: filter.shop });
  const { places, certain, likely } = customerView(reading, scores, filter, { by: 'lastDay', descending: true });
  const counted = { total: places.length, certain, likely, of: scores.customer.length };
  if (filter.where === undefined) return { ...counted, sql: null, params: {} };
  const { sql, params } = filterStatement(reading, scores, filter.where, 'shown');
  const [comment, body] = parted(sql);
  return { ...counted, sql: `${comment}${body};\n`, params };
}
