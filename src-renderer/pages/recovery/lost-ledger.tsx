/** A ledger that is damaged or gone: its backups at the left, what the chosen one would bring back at the right. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../link/use-call.ts';
import { Icon } from '../../parts/icon.tsx';
import { useFoot } from '../../state/foot.ts';
import { BackupChoice } from './backup-choice.tsx';
import { BackupPreview } from './backup-preview.tsx';
import { LanguageLink } from './language-link.tsx';
import { NoBackups } from './no-backups.tsx';
import type { Retry } from './retry.ts';
import type { lostCodes } from './trouble.ts';

export interface LostLedgerProps {
  readonly code: (typeof lostCodes)[number];
  readonly folder: string | null;
  /** null: not known, as no answer could be read. */
  readonly today: string | null;
  readonly retry: Retry;
  readonly onLookAnyway: (() => void) | null;
}

export function LostLedger({ code, folder, today, retry, onLookAnyway }: LostLedgerProps) {
  const { t } = useTranslation('recovery');
  const { data } = useCall('backups.list', {});
  const [chosenName, choose] = useState<string | null>(null);
  const backups = data?.backups ?? [];
  const chosen = backups.find(({ name }) => name === chosenName) ?? backups[0];
  const words = code === 'ledger-missing' ? 'missing' : 'damaged';
  useFoot({ left: folder === null ? null : <span>{t('folder', { folder })}</span> });
  // Not known yet whether there are any: nothing is drawn that would be taken back.
  if (data === undefined) return null;
  return (
    <div className="recovery">
      <section className="lf">
        <div role="alert">
          <h1>{t(chosen === undefined ? `${words}.titleNone` : `${words}.title`)}</h1>
          <p className="lead">{t(`${words}.lead`)}</p>
          <p className="kept">
            <Icon name="good" />
            {t(`${words}.kept`)}
          </p>
        </div>
        {chosen === undefined ? null : <BackupChoice backups={backups} chosen={chosen.name} onChoose={choose} />}
        <div className="acts">
          <Button disabled={retry.busy} onClick={retry.run}>
            {t('retry')}
          </Button>
          {onLookAnyway === null ? null : <Button onClick={onLookAnyway}>{t('lookAnyway')}</Button>}
          <LanguageLink />
        </div>
      </section>
      <section className="rt">
        {chosen === undefined ? <NoBackups /> : <BackupPreview key={chosen.name} backup={chosen} today={today} />}
      </section>
    </div>
  );
}
