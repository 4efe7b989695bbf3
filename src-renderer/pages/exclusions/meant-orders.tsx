/** The orders a rule means, newest first: who, which notes, how much; each leads to its customer. */

import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MeantOrder } from '../../../src-shared/contract/exclusions.ts';
import { DayText } from '../../parts/day-text.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { type Meant, shownOrders } from './use-meant.ts';

export function MeantOrders({ meant: { content, figures } }: { readonly meant: Meant }) {
  const { t } = useTranslation('exclusions');
  if (content === null || figures === undefined) return null;
  if (figures.orders === 0) return <EmptyNote>{t('noOrders')}</EmptyNote>;
  return (
    <section className="meant">
      <h2>{t('theOrders')}</h2>
      <table className="ledger">
        <thead>
          <tr>
            <th className="m-day">{t('column.day')}</th>
            <th>{t('column.customer')}</th>
            <th>{t('column.sellerNote')}</th>
            <th className="aside">{t('column.buyerNote')}</th>
            <th className="n fig m-money">{t('column.paid')}</th>
            <th className="fig m-number aside">{t('column.number')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.rows.map((row, index) => (
            <MeantRow key={row.order} row={row} isFifth={index % 5 === 4} />
          ))}
        </tbody>
      </table>
      {figures.orders > shownOrders && (
        <p className="faint sm">{t('moreOrders', { count: figures.orders, shown: shownOrders })}</p>
      )}
    </section>
  );
}

function MeantRow({ row, isFifth }: { readonly row: MeantOrder; readonly isFifth: boolean }) {
  const { t } = useTranslation('exclusions');
  const name = row.name ?? row.nick ?? t('nobody');
  return (
    <tr className={isFifth ? 'r5' : undefined}>
      <td className="dim">
        <DayText day={row.day} />
      </td>
      <td title={row.nick ?? undefined}>
        {row.customer === null ? (
          <span className="dim">{name}</span>
        ) : (
          <Link href={`/customers/${row.customer}`}>{name}</Link>
        )}
      </td>
      <td title={row.sellerNote ?? undefined}>{row.sellerNote}</td>
      <td className="dim aside" title={row.buyerNote ?? undefined}>
        {row.buyerNote}
      </td>
      <td className={row.counts ? 'n fig' : 'n fig faint'} title={row.counts ? undefined : t('countsNot')}>
        <MoneyText amount={row.paidMinor} currency={row.currency} />
      </td>
      <td className="fig mono pickable aside">{row.orderNumber}</td>
    </tr>
  );
}
