/** A ledger that something outside the program keeps from being opened: what, what to do, and once more. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/icon.tsx';
import { useFoot } from '../../state/foot.ts';
import { LanguageLink } from './language-link.tsx';
import type { Retry } from './retry.ts';
import type { stuckCodes } from './trouble.ts';

export interface StuckLedgerProps {
  readonly code: (typeof stuckCodes)[number];
  readonly folder: string | null;
  readonly retry: Retry;
}

export function StuckLedger({ code, folder, retry }: StuckLedgerProps) {
  const { t } = useTranslation('recovery');
  useFoot({ left: folder === null ? null : <span>{t('folder', { folder })}</span> });
  return (
    <div className="recovery">
      <section className="lf" role="alert">
        <h1>{t(`stuck.${code}.title`)}</h1>
        <p className="lead">{t(`stuck.${code}.lead`)}</p>
        <p className="todo">{t(`stuck.${code}.todo`)}</p>
        <p className="kept">
          <Icon name="good" />
          {t(`stuck.${code}.kept`)}
        </p>
        <div className="acts">
          <Button type="primary" size="large" disabled={retry.busy} onClick={retry.run}>
            {t('retry')}
          </Button>
          <LanguageLink />
        </div>
      </section>
    </div>
  );
}
