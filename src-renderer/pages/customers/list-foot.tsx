/** The foot of the list: count, sums and mean of what the filter holds, or of the selection when there is one. */

import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { formatMinor, type Minor } from '../../../src-shared/money.ts';
import { averageOf, type ListSums } from './list-sums.ts';

export interface ListFootProps {
  readonly sums: ListSums;
  readonly isSelection: boolean;
}

export function ListFoot({ sums, isSelection }: ListFootProps) {
  const { t } = useTranslation('customers');
  const [currency = 'CNY'] = sums.currencies;
  const average = averageOf(sums);
  const counted = (i18nKey: 'foot.selected' | 'foot.matching' | 'foot.orders', count: number): ReactNode => (
    <span>
      <Trans t={t} i18nKey={i18nKey} values={{ count }} components={{ b: <b /> }} />
    </span>
  );
  const amount = (i18nKey: 'foot.net' | 'foot.average', minor: Minor): ReactNode => (
    <span>
      <Trans t={t} i18nKey={i18nKey} values={{ money: formatMinor(minor, currency) }} components={{ b: <b /> }} />
    </span>
  );
  return (
    <>
      {counted(isSelection ? 'foot.selected' : 'foot.matching', sums.customers)}
      {sums.netMinor === null ? (
        <span>{t('foot.mixed', { list: sums.currencies.join(', ') })}</span>
      ) : (
        amount('foot.net', sums.netMinor)
      )}
      {counted('foot.orders', sums.orders)}
      {average !== null && amount('foot.average', average)}
    </>
  );
}
