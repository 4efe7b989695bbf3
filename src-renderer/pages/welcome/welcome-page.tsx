/** The first screen: drop a file, or look at the demo shop. Beside it where files come from and what is promised. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useCall } from '../../link/use-call.ts';
import { useChooseFiles } from '../../link/use-files.ts';
import { DropZone } from '../../parts/drop-zone.tsx';
import { useFoot } from '../../state/foot.ts';
import { Promises } from './promises.tsx';
import { TryDemo } from './try-demo.tsx';
import { WhereFrom } from './where-from.tsx';

/** Where a backup is restored, one of this computer or a file from another. */
const backups = '/settings?part=backups';

export function WelcomePage() {
  const { t } = useTranslation('welcome');
  const { data: status } = useCall('ledger.status', {});
  const { data: kept } = useCall('backups.list', {});
  const [, navigate] = useLocation();
  const chooseFiles = useChooseFiles();
  useFoot({
    left: status === undefined ? null : <span>{t('folder', { folder: status.folder })}</span>,
    right: [t('keyChoose'), t('keyHelp')],
  });
  const { data: history } = useCall('imports.history', {});
  const hasHistory = (history?.entries.length ?? 0) > 0;
  const hasBackups = (kept?.backups.length ?? 0) > 0;
  return (
    <div className="welcome">
      <section className="lf">
        <h1>{t('title')}</h1>
        <p className="lead">{t('lead')}</p>
        <DropZone
          title={t('dropTitle')}
          say={t('dropSay')}
          choose={t('choose')}
          onChoose={chooseFiles}
          more={
            hasBackups ? (
              <Button size="large" onClick={() => navigate(backups)}>
                {t('restore')}
              </Button>
            ) : null
          }
        />
        {hasHistory ? (
          <p className="dim past">
            <Link href="/history">{t('history')}</Link>
          </p>
        ) : null}
        <p className="dim past">
          <Link href={backups}>{t('move')}</Link>
        </p>
        <TryDemo />
      </section>
      <section className="rt">
        <WhereFrom />
        <Promises />
      </section>
    </div>
  );
}
