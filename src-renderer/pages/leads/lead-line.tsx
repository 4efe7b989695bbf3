/** On a customer's page: where somebody stands who asked, where they came from, what comes next; or the way to note that they asked. */

import { useTranslation } from 'react-i18next';
import type { Day } from '../../../src-shared/day.ts';
import { useCall } from '../../link/use-call.ts';
import { SourceField, StageField, useSetLead } from './lead-fields.tsx';
import { NextStep } from './lead-table.tsx';
import './leads.css';

export interface LeadLineProps {
  readonly customer: { readonly id: number; readonly name: string };
  readonly on: Day;
  /** Who has bought asks for nothing to be noted: only what is noted shows. */
  readonly hasBought: boolean;
}

export function LeadLine({ customer: { id, name }, on, hasBought }: LeadLineProps) {
  const { t } = useTranslation('leads');
  const { data } = useCall('leads.list', { on, customer: id }, { keep: false });
  const set = useSetLead();
  if (data === undefined) return null;
  const [lead] = data.leads;
  if (lead === undefined && hasBought) return null;
  return (
    <dl className="facts life">
      <div className="habit">
        <dt>{t('one')}</dt>
        <dd className="breaks">
          {lead === undefined ? (
            <button
              type="button"
              className="plain link sm"
              onClick={() => void set({ customer: id, stage: 'new' }, t('begun', { name }))}
            >
              {t('begin')}
            </button>
          ) : (
            <span className="lead-fields">
              <StageField lead={lead} />
              <SourceField lead={lead} />
              <NextStep lead={lead} on={on} />
            </span>
          )}
        </dd>
      </div>
    </dl>
  );
}
