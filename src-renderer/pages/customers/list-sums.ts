/** What a list comes to, as its answer says it. Pure. */

import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { type Minor, minorOf } from '../../../src-shared/money.ts';

export interface ListSums {
  readonly orders: number;
  readonly paidMinor: Minor;
  readonly refundMinor: Minor;
  readonly netMinor: Minor;
  /** Net per customer who bought, to the nearest minor unit; null when nobody did. */
  readonly average: Minor | null;
  readonly currency: string;
}

export function sumsOf({ buyers, sums, currencies }: ResultOf<'customers.list'>): ListSums {
  return {
    ...sums,
    average: buyers === 0 ? null : minorOf(Math.round(sums.netMinor / buyers)),
    // The list itself keeps to one currency; the title says which.
    currency: currencies[0] ?? 'CNY',
  };
}
