/** Why somebody is in a segment, or is not: the answer, then each condition with whether it holds and what they have of it. */

import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TierBasis } from '../../../../src-shared/contract/customers.ts';
import type { ResultOf } from '../../../../src-shared/contract/index.ts';
import { useCall } from '../../../link/use-call.ts';
import { SqlView } from '../../../parts/explanation/sql-view.tsx';
import { SidePanel } from '../../../parts/side-panel.tsx';
import { VerdictTree } from './verdict-tree.tsx';
import './membership.css';

export interface MembershipPanelProps {
  readonly customer: number;
  readonly segment: number;
  readonly basis: TierBasis;
  readonly onSegment: (segment: number) => void;
  readonly onOrder: (order: number, day: string | null) => void;
  readonly onClose: () => void;
}

export function MembershipPanel({ customer, segment, basis, onSegment, onOrder, onClose }: MembershipPanelProps) {
  const { t } = useTranslation('membership');
  const { data: all } = useCall('segments.ofCustomer', { customer, basis });
  const { data } = useCall('explain.membership', { customer, segment, basis }, { keep: false });
  return (
    <SidePanel title={t('panel')} onClose={onClose} takesFocus>
      <Select<number>
        className="which-segment"
        aria-label={t('which')}
        value={segment}
        options={(all?.segments ?? []).map((one) => ({
          value: one.segment,
          label: `${one.holds ? '✓' : '✗'} ${one.name}`,
        }))}
        onChange={onSegment}
      />
      {data !== undefined && <Answer membership={data} onOrder={onOrder} />}
    </SidePanel>
  );
}

interface AnswerProps {
  readonly membership: ResultOf<'explain.membership'>;
  readonly onOrder: MembershipPanelProps['onOrder'];
}

function Answer({ membership: { membership, isAsked, currency, sql, params }, onOrder }: AnswerProps) {
  const { t } = useTranslation('membership');
  const { t: segments } = useTranslation('segments');
  const [showsSql, setShowsSql] = useState(false);
  const { name, holds, fixedOn, verdict } = membership;
  return (
    <>
      <p className="verdict-answer">
        <b>{t(holds ? 'isIn' : 'isNot', { name })}</b>
      </p>
      {!isAsked && <p className="dim">{t('unasked')}</p>}
      {fixedOn !== null && <p className="dim">{t(verdict.holds ? 'fixedMeets' : 'fixedNot', { day: fixedOn })}</p>}
      <VerdictTree verdict={verdict} currency={currency} onOrder={onOrder} />
      <button type="button" className="plain link sm" aria-expanded={showsSql} onClick={() => setShowsSql(!showsSql)}>
        {segments(showsSql ? 'hideSql' : 'showSql')}
      </button>
      {showsSql && <SqlView sql={sql} params={params} />}
    </>
  );
}
