/** What the tickets of a span come to: how many of what, how long they took, what they cost. */

import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type Day } from '../../../src-shared/day.ts';
import { useCall } from '../../link/use-call.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { MoneyText } from '../../parts/money-text.tsx';

const spans = [30, 90, 365] as const;

export function TicketReport({ on, currency }: { readonly on: Day; readonly currency: string }) {
  const { t } = useTranslation('afterSales');
  const [days, setDays] = useState<(typeof spans)[number]>(365);
  const { data } = useCall('service.report', { on, from: addDays(on, 1 - days), to: on });
  const counts = data?.counts ?? [];
  const all = counts.at(-1);
  return (
    <section className="ticket-report" aria-label={t('tabs.report')}>
      <Segmented
        aria-label={t('report.span')}
        value={days}
        options={spans.map((value) => ({ value, label: t('report.days', { count: value }) }))}
        onChange={setDays}
      />
      {all !== undefined && all.opened + all.closed + all.open === 0 && <EmptyNote>{t('report.none')}</EmptyNote>}
      {all !== undefined && all.opened + all.closed + all.open > 0 && (
        <>
          <table className="ledger ticket-counts">
            <thead>
              <tr>
                <th scope="col">{t('about')}</th>
                {(['opened', 'closed', 'open', 'late', 'inTime', 'medianDays', 'cost'] as const).map((column) => (
                  <th key={column} scope="col" className="n">
                    {t(`report.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {counts.map((one) => (
                <tr key={one.about} className={one.about === 'all' ? 'sum' : undefined}>
                  <td>{one.about === 'all' ? t('report.all') : t(`kind.${one.about}`)}</td>
                  <td className="n">{formatCount(one.opened)}</td>
                  <td className="n">{formatCount(one.closed)}</td>
                  <td className="n">{formatCount(one.open)}</td>
                  <td className={one.late > 0 ? 'n stop' : 'n'}>{formatCount(one.late)}</td>
                  <td className="n">
                    {one.withDue === 0 ? '—' : t('report.of', { count: one.inTime, of: one.withDue })}
                  </td>
                  <td className="n">{one.medianDays === null ? '—' : formatCount(one.medianDays)}</td>
                  <td className="n">
                    <MoneyText amount={one.costMinor} currency={currency} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="dim sm">
            {t('report.say')}
            {all.costUnknown > 0 && ` ${t('report.costUnknown', { count: all.costUnknown })}`}
          </p>
        </>
      )}
    </section>
  );
}
