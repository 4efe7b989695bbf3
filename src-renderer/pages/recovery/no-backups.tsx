/** What is left to do when there is no backup: in three steps, without losing anything more. */

import { useTranslation } from 'react-i18next';

const steps = ['one', 'two', 'three'] as const;

export function NoBackups() {
  const { t } = useTranslation('recovery');
  return (
    <>
      <h2>{t('none.title')}</h2>
      <p className="dim">{t('none.lead')}</p>
      <ol className="ways">
        {steps.map((step, index) => (
          <li key={step} data-n={index + 1}>
            {t(`none.step.${step}`)}
          </li>
        ))}
      </ol>
    </>
  );
}
