/** Ticks everybody the filter holds, as long as that is a list and not the whole book. */

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type CustomerRow, mostPicked, type TierBasis } from '../../../src-shared/contract/customers.ts';
import { useAct } from '../../link/use-call.ts';
import { useToast } from '../../parts/toast.tsx';
import type { CustomerView } from '../../state/customer-filter.ts';
import type { Picked } from './use-picked.ts';

const windowRows = 500;

export interface TickAll {
  readonly state: 'none' | 'some' | 'all';
  readonly toggle: () => void;
}

export function useSelectAll(picked: Picked, view: CustomerView, basis: TierBasis, total: number): TickAll {
  const { t } = useTranslation('customers');
  const { act } = useAct('customers.list');
  const toast = useToast();
  const count = picked.rows.length;
  const toggle = useCallback(async () => {
    if (count > 0) return picked.clear();
    if (total > mostPicked) return toast.done(t('pick.tooMany', { limit: mostPicked }));
    const rows: CustomerRow[] = [];
    while (rows.length < total) {
      const answer = await act({ ...view, basis, window: { from: rows.length, count: windowRows } });
      if (answer === null || answer.rows.length === 0) break;
      rows.push(...answer.rows);
    }
    picked.pick(rows);
  }, [count, total, picked, act, view, basis, toast, t]);
  return {
    state: count === 0 ? 'none' : count >= total ? 'all' : 'some',
    toggle: () => void toggle(),
  };
}
