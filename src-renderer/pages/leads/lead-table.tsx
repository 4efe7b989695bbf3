/** Leads in a table: stage and source can be changed on the spot, the next step planned. */

import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Lead } from '../../../src-shared/contract/leads.ts';
import type { Day } from '../../../src-shared/day.ts';
import { DayText } from '../../parts/day-text.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { PlanFollowUp } from '../today/plan-follow-up.tsx';
import { SourceField, StageField } from './lead-fields.tsx';

export interface LeadTableProps {
  readonly leads: readonly Lead[];
  readonly on: Day;
}

export function LeadTable({ leads, on }: LeadTableProps) {
  const { t } = useTranslation('leads');
  return (
    <table className="ledger lead-table">
      <thead>
        <tr>
          <th scope="col">{t('who')}</th>
          <th scope="col">{t('stage')}</th>
          <th scope="col">{t('source')}</th>
          <th scope="col">{t('wish')}</th>
          <th scope="col">{t('since')}</th>
          <th scope="col" className="n">
            {t('stays')}
          </th>
          <th scope="col">{t('next')}</th>
        </tr>
      </thead>
      <tbody>
        {leads.map((lead) => (
          <tr key={lead.customer}>
            <td>
              <Link href={`/customers/${lead.customer}`}>{lead.name}</Link>
            </td>
            <td>
              <StageField lead={lead} />
            </td>
            <td>
              <SourceField lead={lead} />
            </td>
            <td title={lead.wish ?? ''}>{lead.wish}</td>
            <td>
              <DayText day={lead.since} />
            </td>
            <td className="n">{t('days', { count: lead.days })}</td>
            <td>
              <NextStep lead={lead} on={on} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The planned follow-up, or the way to plan one; of who was won the order that did it; of who is lost why. */
export function NextStep({ lead, on }: { readonly lead: Lead; readonly on: Day }) {
  const { t } = useTranslation('leads');
  const { won, stage, reason, next, customer: id, name } = lead;
  if (won !== null) {
    return (
      <span>
        {t('wonOn', { day: won.day })}{' '}
        {won.netMinor !== null && <MoneyText amount={won.netMinor} currency={won.currency} />}
      </span>
    );
  }
  if (stage === 'lost') return <span className="dim">{reason === '' ? t('noReason') : reason}</span>;
  if (next !== null) {
    return (
      <Link href="/calendar" className={next < on ? 'stop' : ''}>
        {t(next < on ? 'nextLate' : 'nextOn', { day: next })}
      </Link>
    );
  }
  return <PlanFollowUp customer={{ id, name }} on={on} />;
}
