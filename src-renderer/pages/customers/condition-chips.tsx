/** Conditions that have no control of their own (a cell of the grid, tiers) as chips to take away. */

import { useTranslation } from 'react-i18next';
import type { CustomerFilter } from '../../../src-shared/contract/customers.ts';
import { Icon } from '../../parts/icon.tsx';
import { withCondition } from '../../state/customer-filter.ts';

export interface ConditionChipsProps {
  readonly filter: CustomerFilter;
  readonly onFilter: (filter: CustomerFilter) => void;
}

interface Chip {
  readonly key: string;
  readonly head: string;
  readonly says: string;
  readonly without: CustomerFilter;
}

export function ConditionChips({ filter, onFilter }: ConditionChipsProps) {
  const { t } = useTranslation('customers');
  const chips = useChips(filter);
  return chips.map((chip) => (
    <span key={chip.key} className="chip">
      <em>{chip.head}</em> {chip.says}
      <button
        type="button"
        className="plain"
        aria-label={t('remove', { what: `${chip.head} ${chip.says}` })}
        onClick={() => onFilter(chip.without)}
      >
        <Icon name="close" />
      </button>
    </span>
  ));
}

function useChips(filter: CustomerFilter): readonly Chip[] {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation('common');
  const rangeText = (from: number | undefined, to: number | undefined): string => {
    if (to === undefined) return t('range.atLeast', { from: from ?? 0 });
    return from === to ? String(to) : `${from ?? 0}–${to}`;
  };
  const chips: Chip[] = [];
  if (filter.tiers !== undefined) {
    const says = filter.tiers.map((tier) => common(`tier.${tier}`)).join(' / ');
    chips.push({ key: 'tiers', head: t('conditions.tiers'), says, without: withCondition(filter, 'tiers', undefined) });
  }
  if (filter.recencyFrom !== undefined || filter.recencyTo !== undefined) {
    const says = t('days', { range: rangeText(filter.recencyFrom, filter.recencyTo) });
    const { recencyFrom: _from, recencyTo: _to, ...without } = filter;
    chips.push({ key: 'recency', head: t('conditions.recency'), says, without });
  }
  if (filter.ordersFrom !== undefined || filter.ordersTo !== undefined) {
    const says = t('times', { range: rangeText(filter.ordersFrom, filter.ordersTo) });
    const { ordersFrom: _from, ordersTo: _to, ...without } = filter;
    chips.push({ key: 'orders', head: t('conditions.orders'), says, without });
  }
  return chips;
}
