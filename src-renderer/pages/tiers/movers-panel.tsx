/** Who would go from one place to another by rules that are tried, beside the figures; the list of customers shows the same people. */

import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { CustomerRow } from '../../../src-shared/contract/customers.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { useWindows, type WindowedSource } from '../../link/use-windows.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { DayText } from '../../parts/day-text.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { SidePanel } from '../../parts/side-panel.tsx';
import { useFailureText } from '../../parts/toast.tsx';
import { type Column, VirtualTable } from '../../parts/virtual-table.tsx';
import { firstView, queryOfView } from '../../state/customer-filter.ts';

type Movers = ResultOf<'levels.movers'>;

/** Who moves, as a long list is read: see `useWindows`. */
export type MoversSource = Pick<WindowedSource<Movers, CustomerRow>, 'key' | 'ask'>;

export interface MoversPanelProps {
  readonly source: MoversSource;
  readonly title: string;
  readonly shop: number | undefined;
  /** The list is as of today. */
  readonly isToday: boolean;
  readonly onClose: () => void;
}

export function MoversPanel({ source, title, shop, isToday, onClose }: MoversPanelProps) {
  const { t } = useTranslation('levels');
  const [, navigate] = useLocation();
  const failureText = useFailureText();
  const list = useWindows<Movers, CustomerRow>({
    ...source,
    total: ({ total }) => total,
    rows: ({ rows }) => rows,
  });
  const currency = list.first?.currency ?? 'CNY';
  const columns = useMemo(() => moverColumns(t, currency), [t, currency]);
  const ids = list.first?.ids ?? [];
  const open = (): void => {
    const filter = { ...(shop === undefined ? {} : { shop }), ids: [...ids] };
    navigate(`/customers?${queryOfView({ ...firstView, filter })}`);
  };
  return (
    <SidePanel title={title} onClose={onClose} holdsList takesFocus>
      <p className="sm dim between movers-say">
        {/* Until the answer is there, nobody knows how many. */}
        <span>{list.first !== undefined && t('moves.people', { count: list.total })}</span>
        {isToday && ids.length > 0 && (
          <Button size="small" onClick={open}>
            {ids.length < list.total ? t('moves.openSome', { count: ids.length }) : t('moves.open')}
          </Button>
        )}
      </p>
      {list.error !== null && <p className="stop">{failureText(list.error)}</p>}
      <VirtualTable<CustomerRow>
        name="level-people"
        label={title}
        columns={columns}
        total={list.total}
        rowAt={list.rowAt}
        loadWindow={list.loadWindow}
        busy={list.busy}
        rowHeight={28}
        onOpen={({ id }) => navigate(`/customers/${id}`)}
      />
    </SidePanel>
  );
}

function moverColumns(t: TFunction<'levels'>, currency: string): readonly Column<CustomerRow>[] {
  return [
    {
      key: 'name',
      head: t('people.name'),
      width: 96,
      kept: true,
      cell: ({ id, name }) => (
        <Link href={`/customers/${id}`} tabIndex={-1} title={name}>
          {name}
        </Link>
      ),
    },
    {
      key: 'lastDay',
      head: t('people.last'),
      width: 72,
      figures: true,
      cell: ({ lastDay }) => <DayText day={lastDay} />,
    },
    { key: 'orders', head: t('people.orders'), width: 56, figures: true, cell: ({ orders }) => formatCount(orders) },
    {
      key: 'netMinor',
      head: t('people.net'),
      width: 88,
      figures: true,
      cell: ({ netMinor }) => <MoneyText amount={netMinor} currency={currency} />,
    },
  ];
}
