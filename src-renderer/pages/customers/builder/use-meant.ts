/** How many customers the conditions mean that are being written: asked once the typing rests; the figure before stays until then. */

import { useEffect, useState } from 'react';
import type { CustomerFilter, TierBasis } from '../../../../src-shared/contract/customers.ts';
import type { FilterNode } from '../../../../src-shared/contract/filters.ts';
import type { ResultOf } from '../../../../src-shared/contract/index.ts';
import { useCall } from '../../../link/use-call.ts';

export interface Meant {
  readonly figures: ResultOf<'customers.count'> | undefined;
  /** The figures are of the conditions before the last change. */
  readonly isLate: boolean;
}

const REST_MS = 250;

export function useMeant(beside: CustomerFilter, where: FilterNode, basis: TierBasis): Meant {
  const text = JSON.stringify(where);
  const [rested, setRested] = useState({ text, where });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text says all there is in the conditions
  useEffect(() => {
    const timer = setTimeout(() => setRested({ text, where }), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const { data, isPlaceholderData } = useCall('customers.count', {
    filter: { ...beside, where: rested.where },
    basis,
  });
  return { figures: data, isLate: isPlaceholderData || rested.text !== text };
}
