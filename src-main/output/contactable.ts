/** Lists that are made to contact people go through the contact guard, whatever they are put on. */

import type { CustomerFilter, TierBasis } from '../../src-shared/contract/customers.ts';
import { conditionsIn } from '../../src-shared/contract/filters.ts';
import { type Minor, minorOf } from '../../src-shared/money.ts';
import { guardOf } from '../followups/guard/held-back.ts';
import type { CustomerView } from '../ledger/customer-filter.ts';
import type { CustomerScores } from '../ledger/customers-scores.ts';
import type { Reading } from '../ledger/transaction.ts';

export interface Contactable {
  readonly places: Int32Array;
  readonly likely: number;
  readonly netMinor: Minor;
}

/** The runs of strategies whose contact lists a filter asks for. */
function runsOf({ where }: CustomerFilter): number[] {
  if (where === undefined) return [];
  return [...new Set(conditionsIn(where).flatMap((one) => (one.field === 'run' ? one.in : [])))];
}

/** Of a view those who may be contacted, where its filter asks for the contact list of a run; else the view as it is. */
export function contactable(
  reading: Reading,
  scores: CustomerScores,
  { filter, basis }: { readonly filter: CustomerFilter; readonly basis: TierBasis },
  view: CustomerView,
): Contactable {
  const runs = runsOf(filter);
  if (runs.length === 0) return { places: view.places, likely: view.likely, netMinor: view.sums.netMinor };
  const guards = runs.map((run) => guardOf(reading, { on: basis.on, run }));
  const places = view.places.filter((at) => guards.every((guard) => guard(scores.customer[at] ?? 0).length === 0));
  let [likely, netMinor] = [0, 0];
  for (const at of places) {
    likely += scores.likely[at] ?? 0;
    netMinor += scores.netMinor[at] ?? 0;
  }
  return { places, likely, netMinor: minorOf(netMinor) };
}
