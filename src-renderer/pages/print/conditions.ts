/** The conditions of a list in words, as they stand at the top of its first page. */

import { useTranslation } from 'react-i18next';
import type { CustomerFilter } from '../../../src-shared/contract/customers.ts';
import type { LedgerStatus } from '../../../src-shared/contract/ledger.ts';

export function useConditionWords(): (filter: CustomerFilter, shops: LedgerStatus['shops']) => readonly string[] {
  const { t } = useTranslation('print');
  const { t: common } = useTranslation('common');
  const range = (from: number | undefined, to: number | undefined): string => {
    if (to === undefined) return t('range.atLeast', { from: from ?? 0 });
    return from === to ? String(to) : `${from ?? 0}–${to}`;
  };
  const days = ({ lastDayFrom, lastDayTo }: CustomerFilter): string | null => {
    if (lastDayFrom !== undefined && lastDayTo !== undefined) {
      return t('when.both', { from: lastDayFrom, to: lastDayTo });
    }
    if (lastDayFrom !== undefined) return t('when.from', { from: lastDayFrom });
    return lastDayTo === undefined ? null : t('when.to', { to: lastDayTo });
  };
  return (filter, shops) => {
    const { tiers, certainty, shop, recencyFrom, recencyTo, ordersFrom, ordersTo, search, withoutCounted } = filter;
    const hasRecency = recencyFrom !== undefined || recencyTo !== undefined;
    const hasOrders = ordersFrom !== undefined || ordersTo !== undefined;
    const words = [
      tiers === undefined ? null : tiers.map((tier) => common(`tier.${tier}`)).join(' / '),
      shop === undefined ? null : (shops.find(({ id }) => id === shop)?.name ?? null),
      certainty === undefined ? null : t(`certainty.${certainty}`),
      hasRecency ? t('away', { range: range(recencyFrom, recencyTo) }) : null,
      hasOrders ? t('times', { range: range(ordersFrom, ordersTo) }) : null,
      days(filter),
      withoutCounted === false ? t('onlyCounted') : null,
      search === undefined || search === '' ? null : t('found', { text: search }),
    ];
    return words.filter((word) => word !== null);
  };
}
