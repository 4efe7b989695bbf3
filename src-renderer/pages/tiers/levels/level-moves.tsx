/** What rules that are tried would do: from which level to which, how many; and who, beside. */

import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { CustomerRow } from '../../../../src-shared/contract/customers.ts';
import type { ParamsOf, ResultOf } from '../../../../src-shared/contract/index.ts';
import { type LevelRules, noLevel } from '../../../../src-shared/levels.ts';
import { useWindows } from '../../../link/use-windows.ts';
import { formatCount } from '../../../parts/count-text.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { MoneyText } from '../../../parts/money-text.tsx';
import { SidePanel } from '../../../parts/side-panel.tsx';
import { useFailureText } from '../../../parts/toast.tsx';
import { type Column, VirtualTable } from '../../../parts/virtual-table.tsx';
import { firstView, queryOfView } from '../../../state/customer-filter.ts';

export type LevelPreview = ResultOf<'levels.preview'>;
export type LevelMoveOf = Pick<LevelPreview['moves'][number], 'from' | 'to'>;

/** What a level is called; by the rules that have it. */
export function useLevelNames({ levels }: LevelRules): (level: number) => string {
  const { t } = useTranslation('levels');
  return (level) => (level === noLevel ? t('none') : (levels.find(({ id }) => id === level)?.name ?? `#${level}`));
}

export interface LevelMovesProps {
  readonly preview: LevelPreview;
  readonly nameBefore: (level: number) => string;
  readonly nameAfter: (level: number) => string;
  readonly onOpen: (move: LevelMoveOf) => void;
}

/** A row for each level now, a column for each then; the sums of a row are those who have that level now. */
export function LevelMoves({ preview, nameBefore, nameAfter, onOpen }: LevelMovesProps) {
  const { t } = useTranslation('levels');
  const { before, after, moves, moved } = preview;
  const count = (from: number, to: number): number =>
    moves.find((move) => move.from === from && move.to === to)?.customers ?? 0;
  const title = moved === 0 ? t('moves.none') : t('moves.title', { count: moved });
  return (
    <section className="movers" aria-label={title}>
      <div className="cap">
        <h2>{title}</h2>
        {moved > 0 && <span className="dim sm">{t('moves.say')}</span>}
      </div>
      {moved > 0 && (
        <table className="ledger level-matrix">
          <thead>
            <tr>
              <th scope="col">{t('moves.from')}</th>
              {after.map(({ level }) => (
                <th key={level} scope="col" className="n">
                  {nameAfter(level)}
                </th>
              ))}
              <th scope="col" className="n">
                {t('total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {before.map(({ level: from, customers }) => (
              <tr key={from}>
                <th scope="row">{nameBefore(from)}</th>
                {after.map(({ level: to }) => (
                  <td key={to} className={from === to ? 'n stays' : 'n'}>
                    <MoveCount
                      count={count(from, to)}
                      label={t('moves.cell', { from: nameBefore(from), to: nameAfter(to) })}
                      onOpen={() => onOpen({ from, to })}
                    />
                  </td>
                ))}
                <td className="n">{formatCount(customers)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface MoveCountProps {
  readonly count: number;
  readonly label: string;
  readonly onOpen: () => void;
}

function MoveCount({ count, label, onOpen }: MoveCountProps) {
  if (count === 0) return <span className="faint">·</span>;
  return (
    <button type="button" className="plain link" aria-label={`${label} ${formatCount(count)}`} onClick={onOpen}>
      {formatCount(count)}
    </button>
  );
}

export interface LevelMoversProps {
  readonly asked: Omit<ParamsOf<'levels.movers'>, 'window'>;
  readonly title: string;
  /** The list is as of today. */
  readonly isToday: boolean;
  readonly onClose: () => void;
}

type Movers = ResultOf<'levels.movers'>;

export function LevelMovers({ asked, title, isToday, onClose }: LevelMoversProps) {
  const { t } = useTranslation('levels');
  const [, navigate] = useLocation();
  const failureText = useFailureText();
  const list = useWindows<Movers, CustomerRow>({
    key: ['levels.movers', asked],
    ask: (connection, window) => connection.call('levels.movers', { ...asked, window }),
    total: ({ total }) => total,
    rows: ({ rows }) => rows,
  });
  const currency = list.first?.currency ?? 'CNY';
  const columns = useMemo(() => moverColumns(t, currency), [t, currency]);
  const ids = list.first?.ids ?? [];
  const open = (): void => {
    const { shop } = asked.basis;
    const filter = { ...(shop === undefined ? {} : { shop }), ids: [...ids] };
    navigate(`/customers?${queryOfView({ ...firstView, filter })}`);
  };
  return (
    <SidePanel title={title} onClose={onClose} holdsList takesFocus>
      <p className="sm dim between movers-say">
        <span>{t('moves.people', { count: list.total })}</span>
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
      width: 104,
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
    { key: 'orders', head: t('people.orders'), width: 48, figures: true, cell: ({ orders }) => formatCount(orders) },
    {
      key: 'netMinor',
      head: t('people.net'),
      width: 88,
      figures: true,
      cell: ({ netMinor }) => <MoneyText amount={netMinor} currency={currency} />,
    },
  ];
}
