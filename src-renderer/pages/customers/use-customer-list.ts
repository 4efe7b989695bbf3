/** The rows of the list, read in windows, and what its address says about filter and sort. */

import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { ListedCustomer, TierBasis } from '../../../src-shared/contract/customers.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { useCall } from '../../link/use-call.ts';
import { useWindows, type Windowed } from '../../link/use-windows.ts';
import { type CustomerView, viewOfQuery, withoutTiers } from '../../state/customer-filter.ts';
import { queryThrough, savedOf } from '../../state/saved-view.ts';

export interface ViewState {
  readonly view: CustomerView;
  /** `replaces`: no step of its own for going back. */
  readonly setView: (view: CustomerView, replaces?: boolean) => void;
}

export function useView(): ViewState {
  const query = useSearch();
  const [, navigate] = useLocation();
  const view = useMemo(() => viewOfQuery(query), [query]);
  // It stays within the saved view it is looked at through, as a change of that one.
  const saved = savedOf(query);
  return {
    view,
    setView: (next, replaces = false) => navigate(`/customers?${queryThrough(saved, next)}`, { replace: replaces }),
  };
}

export type ListAnswer = ResultOf<'customers.list'>;

export function useCustomerList(view: CustomerView, basis: TierBasis): Windowed<ListAnswer, ListedCustomer> {
  const question = { ...view, basis };
  return useWindows<ListAnswer, ListedCustomer>({
    key: ['customers.list', question],
    ask: (connection, window) => connection.call('customers.list', { ...question, window }),
    total: (answer) => answer.total,
    rows: (answer) => answer.rows,
  });
}

/** How many the list holds before its tiers narrow it; undefined until known. */
export function useCountOfAll(view: CustomerView, basis: TierBasis, total: number | undefined): number | undefined {
  const filter = withoutTiers(view.filter);
  const narrowed = view.filter.tiers !== undefined || view.filter.noTier !== undefined;
  const { data } = useCall(
    'customers.list',
    { filter, sort: view.sort, basis, window: { from: 0, count: 0 } },
    { enabled: narrowed },
  );
  return narrowed ? data?.total : total;
}
