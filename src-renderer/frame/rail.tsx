/** The menu: words, no icons, one red mark for where one is. Beneath it how fresh the data and the backup are. */

import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { LedgerStatus } from '../../src-shared/contract/ledger.ts';
import { localMoment } from '../parts/moment-text.tsx';
import { isInRoom, rooms } from '../rooms.ts';

export function Rail({ status }: { readonly status: LedgerStatus | undefined }) {
  const { t } = useTranslation('common');
  const [location] = useLocation();
  return (
    <nav className="rail" aria-label={t('room.menu')}>
      {rooms.map((room) => (
        <Fragment key={room.key}>
          {room.startsGroup ? <hr /> : null}
          <Link href={room.path} {...(isInRoom(room, location) ? { 'aria-current': 'page' as const } : {})}>
            {t(`room.${room.key}`)}
          </Link>
        </Fragment>
      ))}
      <RailFoot status={status} />
    </nav>
  );
}

function RailFoot({ status }: { readonly status: LedgerStatus | undefined }) {
  const { t } = useTranslation('common');
  if (status === undefined) return null;
  if (status.lastDay === null) return <footer>{t('noData')}</footer>;
  const { today } = status;
  const at = status.lastBackupAt === null ? null : localMoment(status.lastBackupAt);
  return (
    <footer>
      {t('dataUntil', {
        day: status.lastDay.slice(0, 4) === today.slice(0, 4) ? status.lastDay.slice(5) : status.lastDay.slice(2),
      })}
      <br />
      {at === null
        ? t('noBackup')
        : t('backupAt', { at: at.startsWith(today) ? `${t('today')} ${at.slice(11, 16)}` : at.slice(5, 10) })}
    </footer>
  );
}
