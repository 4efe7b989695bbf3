/** Backups: what there is, one more now, and bringing one back after seeing what that would mean. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup, LedgerStatus } from '../../../src-shared/contract/ledger.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { CountText } from '../../parts/count-text.tsx';
import { DayText } from '../../parts/day-text.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { MomentText } from '../../parts/moment-text.tsx';
import { useToast } from '../../parts/toast.tsx';
import { RestoreDialog } from './restore-dialog.tsx';

/** More are listed on request. */
const fewest = 8;

export function BackupsSection({ status }: { readonly status: LedgerStatus }) {
  const { t } = useTranslation('settings');
  const toast = useToast();
  const { data } = useCall('backups.list', {});
  const make = useAct('backups.make');
  const choose = useAct('shell.chooseFiles');
  const reveal = useAct('shell.reveal');
  const info = useCall('shell.info', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const backups = data?.backups ?? [];
  const makeOne = async (): Promise<void> => {
    const made = await make.act({});
    if (made !== null) toast.done(t('backupMade', { count: made.orders }));
  };
  const fromFile = async (): Promise<void> => {
    const [file] = (await choose.act({ title: t('chooseBackup') }))?.files ?? [];
    if (file !== undefined) setChosen(file.ticket);
  };
  return (
    <>
      <div className="form-acts">
        <Button loading={make.busy} disabled={status.readOnly} onClick={() => void makeOne()}>
          {t('backupNow')}
        </Button>
        <Button onClick={() => void fromFile()}>{t('fromFile')}</Button>
        {info.data?.kind === 'electron' && (
          <Button onClick={() => void reveal.act({ what: 'backup-folder' })}>{t('showBackups')}</Button>
        )}
        <span className="faint sm">{t('backupsSay')}</span>
        <span className="faint sm backup-place">
          {t('backupsIn')} <span className="mono folder">{backupFolder(status.folder)}</span>
        </span>
      </div>
      {data !== undefined && backups.length === 0 ? (
        <EmptyNote>{t('noBackups')}</EmptyNote>
      ) : (
        <BackupTable backups={showsAll ? backups : backups.slice(0, fewest)} onRestore={setChosen} />
      )}
      {backups.length > fewest && (
        <button type="button" className="plain link sm" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t('fewer') : t('allBackups', { count: backups.length })}
        </button>
      )}
      {chosen !== null && <RestoreDialog key={chosen} name={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

interface BackupTableProps {
  readonly backups: readonly Backup[];
  readonly onRestore: (name: string) => void;
}

function BackupTable({ backups, onRestore }: BackupTableProps) {
  const { t } = useTranslation('settings');
  return (
    <table className="ledger backups">
      <thead>
        <tr>
          <th>{t('when')}</th>
          <th>{t('reason')}</th>
          <th className="n fig">{t('orders')}</th>
          <th className="n aside">{t('customers')}</th>
          <th className="n">{t('lastDay')}</th>
          <th className="n aside">{t('size')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {backups.map((backup, index) => (
          <tr key={backup.name} className={index % 5 === 4 ? 'r5' : ''}>
            <td title={backup.name}>
              <MomentText instant={backup.madeAt} />
            </td>
            <td className="dim">{t(`reasons.${backup.reason}`)}</td>
            <td className="n fig">
              <CountText count={backup.orders} />
            </td>
            <td className="n aside">
              <CountText count={backup.customers} />
            </td>
            <td className="n">
              <DayText day={backup.lastDay} />
            </td>
            <td className="n dim aside">{sizeText(backup.bytes)}</td>
            <td className="n">
              <Button size="small" onClick={() => onRestore(backup.name)}>
                {t('restore')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** As the host lays it out, with the separator its path has. */
function backupFolder(folder: string): string {
  return `${folder}${folder.includes('\\') ? '\\' : '/'}backups`;
}

function sizeText(bytes: number): string {
  const megabytes = bytes / 1_048_576;
  return megabytes < 1 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${megabytes.toFixed(1)} MB`;
}
