/** Things that want a new one: which, how often by the owner's word, and beside it how often by what customers do. */

import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trigger } from '../../../../src-shared/contract/care-rules.ts';
import type { TierBasis } from '../../../../src-shared/contract/customers.ts';
import { useCall } from '../../../link/use-call.ts';
import { DaysField } from './days-field.tsx';

export interface CycleFieldsProps {
  readonly trigger: Extract<Trigger, { kind: 'cycle' }>;
  readonly basis: TierBasis;
  readonly onTrigger: (trigger: Trigger) => void;
}

/** Things are offered as they were sold; words of one's own mean everything with them in its name. */
export function CycleFields({ trigger, basis, onTrigger }: CycleFieldsProps) {
  const { t } = useTranslation('care');
  const [text, setText] = useState('');
  const { data } = useCall('customers.values', { field: 'product', text, limit: 30 });
  const typed = (days: number): void => onTrigger({ ...trigger, days });
  return (
    <>
      <Select
        mode="tags"
        aria-label={t('things')}
        placeholder={t('things')}
        value={[...trigger.words]}
        options={(data?.values ?? []).map(({ text: value }) => ({ value: value.slice(0, 60), label: value }))}
        onSearch={setText}
        onChange={(words) => onTrigger({ ...trigger, words: words.map((word) => word.trim()).filter(Boolean) })}
      />
      <DaysField label={t('days')} value={trigger.days} min={1} max={1500} unit={t('daysOf.cycle')} onChange={typed} />
      {trigger.words.length > 0 && <Measured words={trigger.words} days={trigger.days} basis={basis} onUse={typed} />}
    </>
  );
}

interface MeasuredProps {
  readonly words: readonly string[];
  /** As it is typed. */
  readonly days: number;
  readonly basis: TierBasis;
  readonly onUse: (days: number) => void;
}

function Measured({ words, days, basis, onUse }: MeasuredProps) {
  const { t } = useTranslation('care');
  const { data } = useCall('careRules.measuredCycle', { words: [...words], basis });
  if (data === undefined) return <p className="faint sm">{t('measured.working')}</p>;
  const { people, again, quarterDays, medianDays } = data;
  if (people === 0) return <p className="faint sm">{t('measured.nobody')}</p>;
  return (
    <p className="sm measured" role="status">
      {t('measured.people', { people, again })}{' '}
      {medianDays === null
        ? quarterDays === null
          ? t('measured.tooFew')
          : t('measured.quarter', { days: quarterDays })
        : t('measured.median', { days: medianDays })}{' '}
      {medianDays !== null && medianDays > 0 && medianDays !== days && (
        <button type="button" className="plain link" onClick={() => onUse(medianDays)}>
          {t('measured.use', { days: medianDays })}
        </button>
      )}
    </p>
  );
}
