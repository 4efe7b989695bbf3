/** In which menu of which marketplace the order files are downloaded, and step by step when asked. */

import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const sources = ['taobao', 'pinduoduo', 'jd', 'douyin', 'other'] as const;
type Source = (typeof sources)[number];

export function WhereFrom() {
  const { t } = useTranslation('welcome');
  const [asked, setAsked] = useState<Source | null>(null);
  return (
    <>
      <h2>{t('whereTitle')}</h2>
      <div className="where">
        {sources.map((source) => (
          <div key={source}>
            <button
              type="button"
              className="plain link"
              aria-label={`${t('steps')} ${t(`where.${source}.name`)}`}
              onClick={() => setAsked(source)}
            >
              {t('steps')}
            </button>
            <b>{t(`where.${source}.name`)}</b>
            <p className="dim">{t(`where.${source}.path`)}</p>
            <p className="faint sm">{t(`where.${source}.tip`)}</p>
          </div>
        ))}
      </div>
      <Modal
        open={asked !== null}
        title={asked === null ? '' : t('stepsTitle', { name: t(`where.${asked}.name`) })}
        footer={null}
        onCancel={() => setAsked(null)}
      >
        {asked !== null && <Steps source={asked} />}
      </Modal>
    </>
  );
}

function Steps({ source }: { readonly source: Source }) {
  const { t } = useTranslation('welcome');
  const steps = [...t(`where.${source}.steps`, { returnObjects: true }), t('stepsLast')];
  return (
    <ol className="download-steps">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
