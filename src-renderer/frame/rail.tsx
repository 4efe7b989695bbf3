/** The menu: words, no icons, one red mark for where one is. Beneath it how fresh the data and the backup are. */

import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { LedgerStatus } from '../../src-shared/contract/ledger.ts';
import { localMoment } from '../parts/moment-text.tsx';
import { isInRoom, type Room, rooms } from '../rooms.ts';
import { useListPlace } from '../state/list-place.ts';

export function Rail({ status }: { readonly status: LedgerStatus | undefined }) {
  const { t } = useTranslation('common');
  const [location] = useLocation();
  // Back from another room the list stands as it was left; within its own room the entry leads to the whole list.
  const left = useListPlace(({ query }) => query);
  const pathOf = (room: Room): string =>
    room.key === 'customers' && left !== '' && !isInRoom(room, location) ? `${room.path}?${left}` : room.path;
  return (
    <nav className="rail" aria-label={t('room.menu')}>
      {rooms.map((room) => (
        <Fragment key={room.key}>
          {room.startsGroup ? <hr /> : null}
          <Link href={pathOf(room)} {...(isInRoom(room, location) ? { 'aria-current': 'page' as const } : {})}>
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
  if (status.lastDay === null) return <div className="fresh">{t('noData')}</div>;
  return (
    <div className="fresh">
      {t('dataUntil', { day: railDay(status.lastDay, status.today) })}
      {/* The demo shop can be made anew at any time: it is never backed up. */}
      {status.demo ? null : <BackupAge status={status} />}
    </div>
  );
}

function BackupAge({ status: { today, lastBackupAt } }: { readonly status: LedgerStatus }) {
  const { t } = useTranslation('common');
  if (lastBackupAt === null) return <div>{t('noBackup')}</div>;
  const at = localMoment(lastBackupAt);
  const day = at.startsWith(today) ? `${t('today')} ${at.slice(11, 16)}` : railDay(at.slice(0, 10), today);
  return <div>{t('backupAt', { at: day })}</div>;
}

/** Short enough for the rail: this year's days without their year. */
function railDay(day: string, today: string): string {
  return day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day.slice(2);
}
