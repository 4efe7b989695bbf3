/** What a rule of care waits for: its kind, and the days, things, tiers that belong to the kind. */

import { Checkbox, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Trigger } from '../../../../src-shared/contract/care-rules.ts';
import type { TierBasis } from '../../../../src-shared/contract/customers.ts';
import { occasionKinds } from '../../../../src-shared/contract/profiles.ts';
import { tiers } from '../../../../src-shared/rfm.ts';
import { CycleFields } from './cycle-fields.tsx';
import { DaysField } from './days-field.tsx';
import { type TriggerKind, triggerKinds } from './draft.ts';
import { LevelFields } from './level-fields.tsx';

export interface TriggerFieldsProps {
  readonly trigger: Trigger;
  readonly basis: TierBasis;
  readonly onKind: (kind: TriggerKind) => void;
  readonly onTrigger: (trigger: Trigger) => void;
}

export function TriggerFields({ trigger, basis, onKind, onTrigger }: TriggerFieldsProps) {
  const { t } = useTranslation('care');
  return (
    <div className="rule-field">
      <span className="dim">{t('when')}</span>
      <div className="trigger-fields">
        <Select
          aria-label={t('when')}
          value={trigger.kind}
          options={triggerKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={onKind}
        />
        <OfKind trigger={trigger} basis={basis} onTrigger={onTrigger} />
        <p className="faint sm">{t(`kindSay.${trigger.kind}`)}</p>
      </div>
    </div>
  );
}

function OfKind({ trigger, basis, onTrigger }: Omit<TriggerFieldsProps, 'onKind'>) {
  const { t } = useTranslation('care');
  const { t: today } = useTranslation('today');
  const { t: common } = useTranslation('common');
  const days = t('days');
  switch (trigger.kind) {
    case 'after':
      return <AfterFields trigger={trigger} onTrigger={onTrigger} />;
    case 'renew':
      return (
        <DaysField
          label={t('offset')}
          value={trigger.offset}
          min={-90}
          max={90}
          unit={t('offset')}
          onChange={(offset) => onTrigger({ ...trigger, offset })}
        />
      );
    case 'cycle':
      return <CycleFields trigger={trigger} basis={basis} onTrigger={onTrigger} />;
    case 'level':
      return <LevelFields trigger={trigger} onTrigger={onTrigger} />;
    case 'occasion':
      return (
        <>
          <Select
            mode="multiple"
            aria-label={t('occasions')}
            value={[...trigger.occasions]}
            options={occasionKinds.map((value) => ({ value, label: today(`reason.${value}`) }))}
            onChange={(occasions) => onTrigger({ ...trigger, occasions })}
          />
          <DaysField
            label={days}
            value={trigger.before}
            min={0}
            max={365}
            unit={t('daysBefore')}
            onChange={(before) => onTrigger({ ...trigger, before })}
          />
        </>
      );
    case 'tier':
      return (
        <Select
          mode="multiple"
          aria-label={t('kind.tier')}
          value={[...trigger.tiers]}
          options={tiers.map((value) => ({ value, label: common(`tier.${value}`) }))}
          onChange={(chosen) => onTrigger({ ...trigger, tiers: chosen })}
        />
      );
    case 'dormant':
    case 'refund':
    case 'unpaid':
      return (
        <DaysField
          label={days}
          value={trigger.days}
          min={trigger.kind === 'dormant' ? 7 : 0}
          max={trigger.kind === 'dormant' ? 1500 : 365}
          unit={t(`daysOf.${trigger.kind}`)}
          onChange={(value) => onTrigger({ ...trigger, days: value })}
        />
      );
  }
}

interface FieldsOf<Kind extends TriggerKind> {
  readonly trigger: Extract<Trigger, { kind: Kind }>;
  readonly onTrigger: (trigger: Trigger) => void;
}

function AfterFields({ trigger, onTrigger }: FieldsOf<'after'>) {
  const { t } = useTranslation('care');
  return (
    <>
      <Segmented
        aria-label={t('kind.after')}
        value={trigger.what}
        options={(['paid', 'shipped', 'received'] as const).map((value) => ({ value, label: t(`what.${value}`) }))}
        onChange={(what) => onTrigger({ ...trigger, what })}
      />
      <DaysField
        label={t('days')}
        value={trigger.days}
        min={0}
        max={365}
        unit={t('daysAfter')}
        onChange={(value) => onTrigger({ ...trigger, days: value })}
      />
      <Checkbox checked={trigger.first} onChange={(event) => onTrigger({ ...trigger, first: event.target.checked })}>
        {t('firstOnly')}
      </Checkbox>
    </>
  );
}
