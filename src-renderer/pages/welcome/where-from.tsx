/** In which menu of which marketplace the order files are downloaded. */

import { useTranslation } from 'react-i18next';

const sources = ['taobao', 'shopify', 'other'] as const;

export function WhereFrom() {
  const { t } = useTranslation('welcome');
  return (
    <>
      <h2>{t('whereTitle')}</h2>
      <div className="where">
        {sources.map((source) => (
          <div key={source}>
            <b>{t(`where.${source}.name`)}</b>
            <p className="dim">{t(`where.${source}.path`)}</p>
            <p className="faint sm">{t(`where.${source}.tip`)}</p>
          </div>
        ))}
      </div>
    </>
  );
}
