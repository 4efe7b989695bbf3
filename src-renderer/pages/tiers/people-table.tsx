/** People with what places them in a tier: days away, orders, money. However many: only those in view are read. */

import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import type { RfmPeopleQuestion, Score } from '../../../src-shared/contract/metrics.ts';
import { useWindows } from '../../link/use-windows.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { TierBars } from '../../parts/tier-badge.tsx';
import { useFailureText } from '../../parts/toast.tsx';
import { type Column, VirtualTable } from '../../parts/virtual-table.tsx';

type Answer = ResultOf<'rfm.people'>;

export interface PeopleTableProps {
  readonly who: Omit<RfmPeopleQuestion, 'window'>;
  readonly label: string;
}

export function PeopleTable({ who, label }: PeopleTableProps) {
  const { t } = useTranslation('tiers');
  const [, navigate] = useLocation();
  const failureText = useFailureText();
  const list = useWindows<Answer, Score>({
    key: ['rfm.people', who],
    ask: (connection, window) => connection.call('rfm.people', { ...who, window }),
    total: ({ total }) => total,
    rows: ({ scores }) => scores,
  });
  const currency = list.first?.currency ?? 'CNY';
  const columns = useMemo(() => peopleColumns(t, currency), [t, currency]);
  if (list.error !== null) return <p className="stop">{failureText(list.error)}</p>;
  return (
    <VirtualTable<Score>
      name="tier-people"
      label={label}
      columns={columns}
      total={list.total}
      rowAt={list.rowAt}
      loadWindow={list.loadWindow}
      busy={list.busy}
      rowHeight={28}
      onOpen={({ customer }) => navigate(`/customers/${customer}`)}
    />
  );
}

function peopleColumns(t: TFunction<'tiers'>, currency: string): readonly Column<Score>[] {
  return [
    {
      key: 'name',
      head: t('people.name'),
      width: 112,
      kept: true,
      cell: ({ tier, customer, name }) => (
        <span title={name}>
          <TierBars tier={tier} />{' '}
          <Link href={`/customers/${customer}`} tabIndex={-1}>
            {name}
          </Link>
        </span>
      ),
    },
    {
      key: 'recencyDays',
      head: t('people.away'),
      width: 60,
      figures: true,
      rule: true,
      cell: ({ recencyDays }) => formatCount(recencyDays),
    },
    {
      key: 'frequency',
      head: t('people.times'),
      width: 52,
      figures: true,
      cell: ({ frequency }) => formatCount(frequency),
    },
    {
      key: 'netMinor',
      head: t('people.net'),
      width: 84,
      figures: true,
      cell: ({ netMinor }) => <MoneyText amount={netMinor} currency={currency} />,
    },
  ];
}
