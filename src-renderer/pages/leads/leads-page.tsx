/** 潜客: who asked and has not bought, by stage, with where they came from and what comes next. Whoever buys is won by itself. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearch } from 'wouter';
import { type LeadStage, leadStages } from '../../../src-shared/contract/leads.ts';
import { type Surroundings, useBasis } from '../../link/use-basis.ts';
import { useCall } from '../../link/use-call.ts';
import { CountText } from '../../parts/count-text.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { useFoot } from '../../state/foot.ts';
import { HandDialog } from '../by-hand/hand-dialog.tsx';
import { LeadFunnel } from './lead-funnel.tsx';
import { LeadTable } from './lead-table.tsx';
import './leads.css';

export function LeadsPage() {
  const surroundings = useBasis();
  return surroundings === null ? null : <Leads {...surroundings} />;
}

type Tab = 'open' | LeadStage;
const tabs: readonly Tab[] = ['open', ...leadStages];

function Leads({ basis, status }: Surroundings) {
  const { t } = useTranslation('leads');
  const { t: common } = useTranslation('common');
  const [, navigate] = useLocation();
  const asked = new URLSearchParams(useSearch()).get('stage');
  const tab = tabs.find((one) => one === asked) ?? 'open';
  const { data } = useCall('leads.list', { on: basis.on });
  const [isOpen, setOpen] = useState(false);
  const begin = (): void => setOpen(true);
  useKeys({ n: begin });
  const isIn = (one: Tab, stage: LeadStage): boolean =>
    one === 'open' ? stage !== 'won' && stage !== 'lost' : stage === one;
  const countOf = (one: Tab): number => data?.leads.filter(({ stage }) => isIn(one, stage)).length ?? 0;
  const shown = data?.leads.filter(({ stage }) => isIn(tab, stage)) ?? [];
  const waiting = data?.leads.filter(({ stage, next }) => isIn('open', stage) && next === null).length ?? 0;
  useFoot({
    left: (
      <>
        <span>
          {t('foot.open')} <b>{countOf('open')}</b>
        </span>
        {waiting > 0 && <span className="stop">{t('foot.waiting', { count: waiting })}</span>}
      </>
    ),
    right: [t('keys.new')],
  });
  return (
    <>
      <PageTitle
        title={t('title')}
        back={{ to: common('room.today'), onBack: () => navigate('/today?') }}
        say={t('say')}
        actions={
          <Button type="primary" onClick={begin}>
            {t('add')}
          </Button>
        }
      />
      {data !== undefined && data.leads.length > 0 && <LeadFunnel {...data} />}
      <nav className="tabs" aria-label={t('title')}>
        {tabs.map((one) => (
          <Link
            key={one}
            href={one === 'open' ? '/leads?' : `/leads?stage=${one}`}
            {...(one === tab ? { 'aria-current': 'page' as const } : {})}
          >
            {t(`tabs.${one}`)}{' '}
            <small>
              <CountText count={countOf(one)} />
            </small>
          </Link>
        ))}
      </nav>
      <div className="scroll leads">
        {data !== undefined && shown.length === 0 && (
          <EmptyNote>{t(`none.${tab === 'open' ? 'open' : 'stage'}`)}</EmptyNote>
        )}
        {shown.length > 0 && <LeadTable leads={shown} on={basis.on} />}
      </div>
      <HandDialog
        kind="lead"
        customer={null}
        on={basis.on}
        currency={status.shops[0]?.currency ?? 'CNY'}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onDone={({ customer }) => {
          if (customer !== null) navigate(`/customers/${customer}`);
        }}
      />
    </>
  );
}
