/** Four things said beforehand. */

import { useTranslation } from 'react-i18next';

const promises = ['local', 'check', 'undo', 'source'] as const;

export function Promises() {
  const { t } = useTranslation('welcome');
  return (
    <>
      <h2>{t('promisesTitle')}</h2>
      <ol className="promises">
        {promises.map((promise, index) => (
          <li key={promise} data-n={index + 1}>
            <b>{t(`promises.${promise}.what`)}</b>
            {t(`promises.${promise}.how`)}
          </li>
        ))}
      </ol>
    </>
  );
}
