/** Within what people are drawn: the tier they are in. */

import { noTier, tiers } from '../../src-shared/rfm.ts';
import { type CustomerScores, placeOf } from '../ledger/customers-scores.ts';

/** 'none': they are in no tier yet. */
export function stratumOf(scores: CustomerScores, customer: number): string {
  const at = placeOf(scores, customer);
  const tier = at < 0 ? noTier : (scores.tier[at] ?? noTier);
  return tiers[tier] ?? 'none';
}
