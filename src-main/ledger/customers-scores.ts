/**
 * What the customer lists need to know of every customer at once: figures and tier as of a day. The ledger defines the
 * shape, `metrics/rfm` fills it; so the ledger never imports a metric.
 */

import type { Day } from '../../src-shared/day.ts';
import type { Currency } from '../../src-shared/money.ts';
import type { RfmDefinition, TypedLines } from '../../src-shared/rfm.ts';
import type { Reading } from './transaction.ts';

export interface ScoresBasis {
  readonly on: Day;
  readonly definition: RfmDefinition;
  readonly shop?: number | undefined;
  /** Score likely customers too. Default true. */
  readonly likely?: boolean | undefined;
  /** Orders that a rule excludes count too. Default false. */
  readonly excluded?: boolean | undefined;
  /** Instead of the saved lines of definition `typed`. */
  readonly lines?: TypedLines | undefined;
}

/** One place per customer in each array; `customer` ascends. Held in typed arrays: 300,000 customers are 12 MB. */
export interface CustomerScores {
  readonly on: Day;
  /** What they were asked with. */
  readonly basis: ScoresBasis;
  readonly currency: Currency;
  /** All currencies the asked shops sell in, `currency` first. Figures are in `currency` only. */
  readonly currencies: readonly Currency[];
  readonly customer: Int32Array;
  readonly likely: Uint8Array;
  /** Counted orders on or before the day, and their net money. */
  readonly frequency: Int32Array;
  readonly netMinor: Float64Array;
  /** What was paid and refunded of them. Net is not always the difference: an order may say one and not the other. */
  readonly paidMinor: Float64Array;
  readonly refundMinor: Float64Array;
  /** Days since 1970-01-01, or `noDay`. */
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  /** 1 … 5; 0 = not scored. */
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  readonly m: Uint8Array;
  readonly tier: Uint8Array;
  /** The owner's lines as they were when it was asked. */
  readonly typedLines: TypedLines;
}

/** Gives the scores for a basis, from a cache when the ledger did not move. */
export type ScoresOf = (reading: Reading, basis: ScoresBasis) => CustomerScores;

/** The place of a customer in the arrays; -1 when they are not there. */
export function placeOf(scores: CustomerScores, customer: number): number {
  let low = 0;
  let high = scores.customer.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = scores.customer[middle] ?? 0;
    if (found === customer) return middle;
    if (found < customer) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

const tables = new WeakMap<CustomerScores, Int32Array>();

/** The places of all by the number of the customer, -1 where there is none: for those who look up many. Made once for the scores. */
export function placesById(scores: CustomerScores): Int32Array {
  const known = tables.get(scores);
  if (known !== undefined) return known;
  const { customer } = scores;
  const table = new Int32Array((customer.at(-1) ?? 0) + 1).fill(-1);
  for (let at = 0; at < customer.length; at += 1) table[customer[at] ?? 0] = at;
  tables.set(scores, table);
  return table;
}
