/** Language, light or dark, size of letters, height of rows: all take effect at once. */

import { Segmented, Slider } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingChanges, Settings } from '../../../src-shared/contract/settings.ts';
import { useAct } from '../../link/use-call.ts';
import { FormRow } from './form-row.tsx';

export function LookSection({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation('settings');
  const { act } = useAct('settings.change');
  const change = (changes: SettingChanges): void => void act(changes);
  return (
    <>
      <FormRow name={t('language')} remark={t('languageSay')}>
        <Segmented
          aria-label={t('language')}
          value={settings.language}
          options={(['zh-CN', 'en'] as const).map((value) => ({
            value,
            label: <span lang={value}>{t(`languages.${value}`)}</span>,
          }))}
          onChange={(language) => change({ language })}
        />
      </FormRow>
      <FormRow name={t('theme')}>
        <Segmented
          aria-label={t('theme')}
          value={settings.theme}
          options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`themes.${value}`) }))}
          onChange={(theme) => change({ theme })}
        />
      </FormRow>
      <FormRow name={t('fontSize')} remark={t('fontSizeSay')}>
        <FontSize size={settings.fontSize} onSize={(fontSize) => change({ fontSize })} />
      </FormRow>
      <FormRow name={t('density')} remark={t('densitySay')}>
        <Segmented
          aria-label={t('density')}
          value={settings.density}
          options={(['compact', 'normal', 'loose'] as const).map((value) => ({
            value,
            label: t(`densities.${value}`),
          }))}
          onChange={(density) => change({ density })}
        />
      </FormRow>
    </>
  );
}

/** Takes effect when let go: letters that grow under the hand would move the slider away. */
function FontSize({ size, onSize }: { readonly size: number; readonly onSize: (size: number) => void }) {
  const { t } = useTranslation('settings');
  const [shown, setShown] = useState(size);
  useEffect(() => setShown(size), [size]);
  return (
    <div className="font-size">
      <span style={{ fontSize: '12px' }} aria-hidden="true">
        {t('letter')}
      </span>
      <Slider
        min={12}
        max={20}
        step={1}
        value={shown}
        included={false}
        ariaLabelForHandle={t('fontSize')}
        onChange={setShown}
        onChangeComplete={onSize}
      />
      <span style={{ fontSize: '20px' }} aria-hidden="true">
        {t('letter')}
      </span>
      <b>{shown}</b>
    </div>
  );
}
