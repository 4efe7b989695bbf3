/** The customer book: which customers, in which order, a window of rows, and what all of them come to. */

import type { CustomerFilter, ListedCustomer, TierBasis } from '../../src-shared/contract/customers.ts';
import type { Tier } from '../../src-shared/rfm.ts';
import { type CustomerSort, customerView, type ListSums } from './customer-filter.ts';
import { customerRows } from './customers-rows.ts';
import type { CustomerScores, ScoresOf } from './customers-scores.ts';
import { usualGaps } from './lifecycle/own-rhythm.ts';
import type { Reading } from './transaction.ts';

export interface CustomersQuestion {
  readonly filter: CustomerFilter;
  readonly basis: TierBasis;
  readonly sort: CustomerSort;
}

export interface CustomersAnswer {
  readonly total: number;
  readonly certain: number;
  readonly likely: number;
  readonly sums: ListSums;
  readonly buyers: number;
  readonly tierCounts: Partial<Record<Tier, number>>;
  readonly noTierCount: number;
  readonly currencies: string[];
  readonly rows: ListedCustomer[];
}

/** The scores a list stands on: those of its shop, or of all. */
export function scoresFor(reading: Reading, question: CustomersQuestion, scores: ScoresOf): CustomerScores {
  return scores(reading, { ...question.basis, shop: question.filter.shop });
}

/** Customer ids of a window, in the order of the list. */
export function customerIds(scores: CustomerScores, places: Int32Array): number[] {
  return Array.from(places, (at) => scores.customer[at] ?? 0);
}

/**
 * A window of the customer list. Figures are as of the basis' day, in one currency: without a shop the one with most orders;
 * `currencies` names it first, and then the others.
 */
export function listCustomers(
  reading: Reading,
  params: CustomersQuestion & { readonly window: { readonly from: number; readonly count: number } },
  scoresOf: ScoresOf,
): CustomersAnswer {
  const scores = scoresFor(reading, params, scoresOf);
  const view = customerView(reading, scores, params.filter, params.sort);
  const { from, count } = params.window;
  const rowOf = customerRows(reading, scores, params.filter.shop, params.basis.excluded);
  const rhythmOf = usualGaps(reading, scores);
  const rows = customerIds(scores, view.places.subarray(from, from + count)).flatMap((customer) => {
    const row = rowOf(customer);
    return row === null ? [] : [{ ...row, rhythmDays: rhythmOf(customer) }];
  });
  return {
    total: view.places.length,
    certain: view.certain,
    likely: view.likely,
    sums: view.sums,
    buyers: view.buyers,
    tierCounts: view.tierCounts,
    noTierCount: view.noTierCount,
    currencies: [...scores.currencies],
    rows,
  };
}
