/** The conditions of a list in words, as they stand at the top of its first page. */

import { useTranslation } from 'react-i18next';
import type { CustomerFilter } from '../../src-shared/contract/customers.ts';
import type { LedgerStatus } from '../../src-shared/contract/ledger.ts';
import { formatMinor } from '../../src-shared/money.ts';
import { useSegments, useSentence } from '../link/use-segments.ts';
import { segmentOf } from '../state/customer-filter.ts';

export function useConditionWords(): (filter: CustomerFilter, shops: LedgerStatus['shops']) => readonly string[] {
  const { t } = useTranslation('print');
  const { t: common } = useTranslation('common');
  const sentence = useSentence();
  const segments = useSegments();
  const range = <Value extends number>(
    from: Value | undefined,
    to: Value | undefined,
    text: (value: Value) => string = String,
  ): string => {
    if (from !== undefined && to !== undefined) return from === to ? text(from) : `${text(from)}–${text(to)}`;
    if (from !== undefined) return t('range.atLeast', { from: text(from) });
    return to === undefined ? '' : t('range.atMost', { to: text(to) });
  };
  // The unit stands behind a whole range, but before 以上.
  const counted = (unit: 'days' | 'times', from: number | undefined, to: number | undefined): string =>
    from === undefined || to === undefined
      ? range(from, to, (one) => t(unit, { range: one }))
      : t(unit, { range: range(from, to) });
  const days = ({ lastDayFrom, lastDayTo }: CustomerFilter): string | null => {
    if (lastDayFrom !== undefined && lastDayTo !== undefined) {
      return t('when.both', { from: lastDayFrom, to: lastDayTo });
    }
    if (lastDayFrom !== undefined) return t('when.from', { from: lastDayFrom });
    return lastDayTo === undefined ? null : t('when.to', { to: lastDayTo });
  };
  return (filter, shops) => {
    const { tiers, noTier, certainty, shop, recencyFrom, recencyTo, ordersFrom, ordersTo, search } = filter;
    const { ids, exceptIds, netFrom, netTo, region, withoutCounted, where } = filter;
    const segment = segments?.find((one) => one.segment === segmentOf(filter));
    const hasRecency = recencyFrom !== undefined || recencyTo !== undefined;
    const hasOrders = ordersFrom !== undefined || ordersTo !== undefined;
    const hasNet = netFrom !== undefined || netTo !== undefined;
    const inTiers = [...(tiers ?? []).map((tier) => common(`tier.${tier}`)), ...(noTier ? [t('neverBought')] : [])];
    const words = [
      where === undefined ? null : sentence(segment?.where ?? where),
      ids === undefined ? null : t('picked'),
      exceptIds === undefined ? null : t('except', { count: exceptIds.length }),
      inTiers.length === 0 ? null : inTiers.join(' / '),
      shop === undefined ? null : (shops.find(({ id }) => id === shop)?.name ?? null),
      certainty === undefined ? null : t(`certainty.${certainty}`),
      hasRecency ? t('away', { range: counted('days', recencyFrom, recencyTo) }) : null,
      hasOrders ? t('bought', { range: counted('times', ordersFrom, ordersTo) }) : null,
      hasNet ? t('netOf', { range: range(netFrom, netTo, (amount) => formatMinor(amount)) }) : null,
      region === undefined ? null : region,
      filter.reach === undefined ? null : t(`reach.${filter.reach}`),
      days(filter),
      withoutCounted === false ? t('onlyCounted') : null,
      search === undefined || search === '' ? null : t('found', { text: search }),
    ];
    return words.filter((word) => word !== null);
  };
}
