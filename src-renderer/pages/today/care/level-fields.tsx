/** A change of level, within words: 升到 [V2、V3] [0] 天以后. */

import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Trigger } from '../../../../src-shared/contract/care-rules.ts';
import { useSettings } from '../../../link/use-settings.ts';
import { DaysField } from './days-field.tsx';

export interface LevelFieldsProps {
  readonly trigger: Extract<Trigger, { kind: 'level' }>;
  readonly onTrigger: (trigger: Trigger) => void;
}

export function LevelFields({ trigger, onTrigger }: LevelFieldsProps) {
  const { t } = useTranslation('care');
  const { settings } = useSettings();
  return (
    <>
      <Segmented
        aria-label={t('kind.level')}
        value={trigger.how}
        options={(['raised', 'lowered'] as const).map((value) => ({ value, label: t(`how.${value}`) }))}
        onChange={(how) => onTrigger({ ...trigger, how })}
      />
      <Select
        mode="multiple"
        aria-label={t('whichLevels')}
        placeholder={t('whichLevels')}
        value={[...trigger.levels]}
        options={(settings?.levels.levels ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(levels) => onTrigger({ ...trigger, levels })}
      />
      <DaysField
        label={t('days')}
        value={trigger.days}
        min={0}
        max={365}
        unit={t('daysOf.level')}
        onChange={(days) => onTrigger({ ...trigger, days })}
      />
      {settings?.levels.on === false && (
        <>
          <p className="few">{t('levelsOff')}</p>
          <Link className="sm" href="/tiers?view=levels">
            {t('toLevels')}
          </Link>
        </>
      )}
    </>
  );
}
