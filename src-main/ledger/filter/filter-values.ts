/** Values that a condition can be made of, as the ledger has them: so that nobody has to know how a place or a product is written. */

import type { valueFields } from '../../../src-shared/contract/segments.ts';
import type { Reading } from '../transaction.ts';
import places from './values-of-places.sql?raw';
import products from './values-of-products.sql?raw';

export interface FilterValue {
  readonly text: string;
  /** Of a product: counted orders with it. Of a place: customers there. */
  readonly count: number;
}

/** The most frequent first; with `text`, those that have it in them. */
export function filterValues(
  { connection }: Reading,
  {
    field,
    text,
    limit,
  }: { readonly field: (typeof valueFields)[number]; readonly text: string; readonly limit: number },
): { values: FilterValue[] } {
  const sql = field === 'product' ? products : places.replaceAll('/* place */ province', () => field);
  return { values: connection.prepare<[object], FilterValue>(sql).all({ text, limit }) };
}
