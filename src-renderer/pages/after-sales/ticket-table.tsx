/** Tickets by hand, the oldest due first; a click opens one. */

import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ServiceTicket } from '../../../src-shared/contract/after-sales.ts';
import { type Day, dayOf, daysBetween } from '../../../src-shared/day.ts';
import { MoneyText } from '../../parts/money-text.tsx';

export interface TicketTableProps {
  readonly tickets: readonly ServiceTicket[];
  readonly on: Day;
  readonly currency: string;
  readonly isClosed: boolean;
  readonly onOpen: (ticket: ServiceTicket) => void;
  readonly onClosed: (ticket: ServiceTicket) => void;
  readonly onRemove: (ticket: ServiceTicket) => void;
}

export function TicketTable({ tickets, on, currency, isClosed, onOpen, onClosed, onRemove }: TicketTableProps) {
  const { t } = useTranslation('afterSales');
  return (
    <table className="ledger ticket-table">
      <thead>
        <tr>
          <th scope="col">{t('who')}</th>
          <th scope="col">{t('about')}</th>
          <th scope="col" className="ticket-text">
            {t('text')}
          </th>
          <th scope="col" className="ticket-order">
            {t('order')}
          </th>
          <th scope="col">{t('opened')}</th>
          <th scope="col">{t(isClosed ? 'closed' : 'due')}</th>
          {isClosed && (
            <th scope="col" className="ticket-outcome">
              {t('outcome')}
            </th>
          )}
          {isClosed && (
            <th scope="col" className="n ticket-cost">
              {t('cost')}
            </th>
          )}
          <td />
        </tr>
      </thead>
      <tbody>
        {tickets.map((one) => (
          <tr key={one.ticket}>
            <td>{one.customer === null ? one.name : <Link href={`/customers/${one.customer}`}>{one.name}</Link>}</td>
            <td>{t(`kind.${one.about}`)}</td>
            <td className="ticket-text" title={one.text}>
              {one.text}
            </td>
            <td className="mono ticket-order">{one.order}</td>
            <td>{one.opened}</td>
            <td className="ticket-due">{isClosed ? one.closed : <DueDay due={one.due} on={on} />}</td>
            {isClosed && (
              <td className="ticket-outcome" title={one.outcome}>
                {one.outcome}
              </td>
            )}
            {isClosed && (
              <td className="n">
                <MoneyText amount={one.costMinor} currency={currency} reason={t('noCost')} />
              </td>
            )}
            <td className="ticket-row-acts">
              {!isClosed && (
                <button type="button" className="plain link" onClick={() => onClosed(one)}>
                  {t('close')}
                </button>
              )}
              <button type="button" className="plain link" onClick={() => onOpen(one)}>
                {t('change')}
              </button>
              <button type="button" className="plain link" onClick={() => onRemove(one)}>
                {t('remove')}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One that waits longer than it should is said to. */
function DueDay({ due, on }: { readonly due: string | null; readonly on: Day }) {
  const { t } = useTranslation('afterSales');
  const day = due === null ? null : dayOf(due);
  if (day === null) return <span className="faint">{t('noDue')}</span>;
  const late = daysBetween(day, on);
  return late > 0 ? <span className="stop">{t('late', { day, count: late })}</span> : day;
}
