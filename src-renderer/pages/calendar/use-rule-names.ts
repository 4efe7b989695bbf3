/** The rules by their names: what tells apart two things for one person on one day. */

import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { Due } from '../../../src-shared/contract/follow-ups.ts';
import { useCall } from '../../link/use-call.ts';

/** Asked for only where somebody has more than one of these. The function answers '' where there is nothing to tell apart. */
export function useRuleNames(basis: TierBasis, due: readonly Due[]): (one: Due) => string {
  const isWanted = due.some(({ also, rule }) => also > 0 && rule !== null);
  const { data } = useCall('careRules.list', { basis }, { enabled: isWanted });
  return ({ also, rule }) => {
    if (also === 0 || rule === null) return '';
    return data?.rules.find((known) => known.rule === rule)?.name ?? '';
  };
}
