/** Who would go from one place to another by rules that are tried: out of the score arrays, a window at a time, those who spent most first. */

import { type CustomerRow, mostPicked } from '../../src-shared/contract/customers.ts';
import { customerRows } from '../ledger/customers-rows.ts';
import type { CustomerScores } from '../ledger/customers-scores.ts';
import type { Reading } from '../ledger/transaction.ts';

export interface Movers {
  readonly total: number;
  readonly currency: string;
  /** With the first window. */
  readonly ids?: number[];
  readonly rows: CustomerRow[];
}

/** `isMeant`: of a place of the scores. Equal money by customer: a list never jumps. */
export function moversIn(
  reading: Reading,
  scores: CustomerScores,
  isMeant: (at: number) => boolean,
  window: { readonly from: number; readonly count: number },
): Movers {
  const places = Array.from(scores.customer.keys())
    .filter(isMeant)
    .sort((a, b) => (scores.netMinor[b] ?? 0) - (scores.netMinor[a] ?? 0) || a - b);
  const rowOf = customerRows(reading, scores, scores.basis.shop, scores.basis.excluded);
  const rows = places
    .slice(window.from, window.from + window.count)
    .map((at) => rowOf(scores.customer[at] ?? 0))
    .filter((row) => row !== null);
  const ids = places.slice(0, mostPicked).map((at) => scores.customer[at] ?? 0);
  return { total: places.length, currency: scores.currency, ...(window.from === 0 ? { ids } : {}), rows };
}
