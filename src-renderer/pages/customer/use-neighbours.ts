/** Previous and next in the list a customer was opened from: K and J, without going back to it. */

import { useLocation } from 'wouter';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import { useCall } from '../../link/use-call.ts';
import { firstView, useOpenList } from '../../state/customer-filter.ts';

export interface Neighbours {
  /** 1-based place and length of the list; null when the customer was found by search. */
  readonly at: number | null;
  readonly total: number;
  readonly previous: (() => void) | null;
  readonly next: (() => void) | null;
}

export function useNeighbours(customer: number, basis: TierBasis): Neighbours {
  const [, navigate] = useLocation();
  const { view, index, openFrom } = useOpenList();
  const from = Math.max(0, (index ?? 0) - 1);
  const { data } = useCall(
    'customers.list',
    { ...(view ?? firstView), basis, window: { from, count: 3 } },
    { enabled: view !== null && index !== null },
  );
  const rows = data?.rows ?? [];
  const own = rows.findIndex((row) => row.id === customer);
  if (view === null || index === null || data === undefined || own < 0) {
    return { at: null, total: 0, previous: null, next: null };
  }
  const stepTo = (place: number): (() => void) | null => {
    const row = rows[place];
    if (row === undefined) return null;
    return () => {
      openFrom(view, from + place);
      // Stepping through a list is one step for going back.
      navigate(`/customers/${row.id}`, { replace: true });
    };
  };
  return { at: from + own + 1, total: data.total, previous: stepTo(own - 1), next: stepTo(own + 1) };
}
