/** How many of a rule's people are let be, to see what it brings, and for how many days orders count. */

import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CareRuleContent } from '../../../../src-shared/contract/care-rules.ts';
import { DaysField } from './days-field.tsx';

export interface HoldoutFieldProps {
  readonly content: Pick<CareRuleContent, 'share' | 'windowDays'>;
  readonly onChange: (change: Partial<CareRuleContent>) => void;
}

const MOST = 50;

export function HoldoutField({ content: { share, windowDays }, onChange }: HoldoutFieldProps) {
  const { t } = useTranslation('care');
  return (
    <div className="rule-field">
      <span className="dim">{t('holdout.label')}</span>
      <div className="trigger-fields">
        <span className="days-field">
          <InputNumber
            aria-label={t('holdout.share')}
            value={Math.round(100 * share)}
            min={0}
            max={MOST}
            precision={0}
            onChange={(next) => {
              if (next !== null) onChange({ share: next / 100 });
            }}
          />
          <span>{t('holdout.share')}</span>
        </span>
        {share > 0 && (
          <DaysField
            label={t('holdout.window')}
            value={windowDays}
            min={7}
            max={180}
            unit={t('holdout.window')}
            onChange={(value) => onChange({ windowDays: value })}
          />
        )}
        <p className="faint sm">{t(share > 0 ? 'holdout.why' : 'holdout.none')}</p>
      </div>
    </div>
  );
}
