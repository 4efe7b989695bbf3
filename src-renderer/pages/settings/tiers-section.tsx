/** Which rule makes the tiers, in words, and the way to the page where it is tried and changed. */

import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import { useChangeSettings } from '../../link/use-change-settings.ts';
import { FormRow } from './form-row.tsx';
import { useLinesText } from './setting-words.ts';

export function TiersSection({ settings, currency }: { readonly settings: Settings; readonly currency: string }) {
  const { t } = useTranslation('settings');
  const { t: tiers } = useTranslation('tiers');
  const linesText = useLinesText(currency);
  const change = useChangeSettings();
  const { rfmDefinition, typedLines, includeLikely } = settings;
  return (
    <>
      <FormRow name={t('rule')} remark={<Link href="/tiers">{t('toTiers')}</Link>}>
        <b>{tiers(`definition.${rfmDefinition}`)}</b>
        {rfmDefinition === 'typed' && <span className="dim">{`  ${linesText(typedLines)}`}</span>}
      </FormRow>
      <FormRow name={t('likely')}>
        <Checkbox
          checked={includeLikely}
          onChange={(event) =>
            void change(
              { includeLikely: event.target.checked },
              tiers(event.target.checked ? 'likelyIncluded' : 'likelyLeftOut'),
            )
          }
        >
          {tiers('rule.likely')}
        </Checkbox>
      </FormRow>
    </>
  );
}
