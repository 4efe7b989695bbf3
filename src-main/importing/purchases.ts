/** Buyers of a wholesale marketplace download lists with the very columns of the sellers': what was bought is no customer's order. Part of `recognise`. */

import { headerKey } from '../../src-shared/header-words.ts';
import { Problem } from '../../src-shared/problem.ts';
import { cellsOf } from './column-looks.ts';
import type { Ranked } from './profiles/rank.ts';
import type { RawRow } from './readers/reader.ts';

/** Throws `file-is-purchases` where the rows of orders name several sellers: one's own sales have one. */
export function assertSales(
  { profile, mapping }: Ranked,
  header: readonly string[],
  rows: readonly RawRow[],
  name: string,
): void {
  const keys = header.map(headerKey);
  const [number] = mapping.columns.orderNumber ?? [];
  const orders = rows.filter(({ cells }) => number === undefined || /\d/.test(cells[number] ?? ''));
  for (const word of profile.sellers ?? []) {
    const column = keys.indexOf(headerKey(word));
    const sellers = new Set(column < 0 ? [] : cellsOf(orders, column));
    if (sellers.size > 1) throw new Problem('file-is-purchases', { name, column: word });
  }
}
