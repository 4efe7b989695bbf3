/** Conditions that have no control of their own (tiers, people picked, from–to, a place) as chips to take away. */

import { useTranslation } from 'react-i18next';
import type { CustomerFilter } from '../../../src-shared/contract/customers.ts';
import { formatMinor } from '../../../src-shared/money.ts';
import { Icon } from '../../parts/icon.tsx';
import { withCondition } from '../../state/customer-filter.ts';

export interface ConditionChipsProps {
  readonly filter: CustomerFilter;
  /** Of the amounts in it. */
  readonly currency: string;
  readonly onFilter: (filter: CustomerFilter) => void;
}

interface Chip {
  readonly key: string;
  readonly head: string;
  readonly says: string;
  readonly without: CustomerFilter;
}

export function ConditionChips({ filter, currency, onFilter }: ConditionChipsProps) {
  const { t } = useTranslation('customers');
  const chips = useChips(filter, currency);
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

/** '3–5', '3 以上', '5 以下'. */
function useRangeText(): <Value extends number>(
  from: Value | undefined,
  to: Value | undefined,
  text?: (value: Value) => string,
) => string {
  const { t } = useTranslation('customers');
  return (from, to, text = String) => {
    if (from !== undefined && to !== undefined) return from === to ? text(from) : `${text(from)}–${text(to)}`;
    if (from !== undefined) return t('range.atLeast', { from: text(from) });
    return to === undefined ? '' : t('range.atMost', { to: text(to) });
  };
}

function useChips(filter: CustomerFilter, currency: string): readonly Chip[] {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation('common');
  const rangeText = useRangeText();
  // The unit stands behind a whole range, but before 以上.
  const counted = (unit: 'days' | 'times', from: number | undefined, to: number | undefined): string =>
    from === undefined || to === undefined
      ? rangeText(from, to, (range) => t(unit, { range }))
      : t(unit, { range: rangeText(from, to) });
  const chips: Chip[] = [];
  if (filter.ids !== undefined) {
    const says = t('picked', { count: filter.ids.length });
    chips.push({ key: 'ids', head: t('conditions.picked'), says, without: withCondition(filter, 'ids', undefined) });
  }
  if (filter.exceptIds !== undefined) {
    const says = t('picked', { count: filter.exceptIds.length });
    const without = withCondition(filter, 'exceptIds', undefined);
    chips.push({ key: 'except', head: t('conditions.except'), says, without });
  }
  if (filter.tiers !== undefined) {
    const says = filter.tiers.map((tier) => common(`tier.${tier}`)).join(' / ');
    chips.push({ key: 'tiers', head: t('conditions.tiers'), says, without: withCondition(filter, 'tiers', undefined) });
  }
  if (filter.recencyFrom !== undefined || filter.recencyTo !== undefined) {
    const says = counted('days', filter.recencyFrom, filter.recencyTo);
    const { recencyFrom: _from, recencyTo: _to, ...without } = filter;
    chips.push({ key: 'recency', head: t('conditions.recency'), says, without });
  }
  if (filter.ordersFrom !== undefined || filter.ordersTo !== undefined) {
    const says = counted('times', filter.ordersFrom, filter.ordersTo);
    const { ordersFrom: _from, ordersTo: _to, ...without } = filter;
    chips.push({ key: 'orders', head: t('conditions.orders'), says, without });
  }
  if (filter.netFrom !== undefined || filter.netTo !== undefined) {
    const says = rangeText(filter.netFrom, filter.netTo, (amount) => formatMinor(amount, currency));
    const { netFrom: _from, netTo: _to, ...without } = filter;
    chips.push({ key: 'net', head: t('conditions.net'), says, without });
  }
  if (filter.region !== undefined) {
    const without = withCondition(filter, 'region', undefined);
    chips.push({ key: 'region', head: t('conditions.region'), says: filter.region, without });
  }
  if (filter.reach !== undefined) {
    const says = t(`reach.${filter.reach}`);
    chips.push({ key: 'reach', head: t('conditions.reach'), says, without: withCondition(filter, 'reach', undefined) });
  }
  return chips;
}
