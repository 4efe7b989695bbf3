/** The backups as a ledger table, newest first; one is chosen. */

import { useTranslation } from 'react-i18next';
import type { Backup } from '../../../src-shared/contract/ledger.ts';
import { CountText } from '../../parts/count-text.tsx';
import { DayText } from '../../parts/day-text.tsx';
import { localMoment, MomentText } from '../../parts/moment-text.tsx';

export interface BackupChoiceProps {
  readonly backups: readonly Backup[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
}

export function BackupChoice({ backups, chosen, onChoose }: BackupChoiceProps) {
  const { t } = useTranslation('recovery');
  return (
    <div className="choice">
      <table className="ledger" aria-label={t('backups')}>
        <colgroup>
          <col style={{ width: '3.6rem' }} />
          <col style={{ width: '14rem' }} />
          <col />
          <col style={{ width: '9rem' }} />
          <col style={{ width: '9rem' }} />
          <col style={{ width: '11rem' }} />
        </colgroup>
        <thead>
          <tr>
            <th>
              <span className="unseen">{t('column.choose')}</span>
            </th>
            <th>{t('column.madeAt')}</th>
            <th>{t('column.reason')}</th>
            <th className="n fig">{t('column.customers')}</th>
            <th className="n">{t('column.orders')}</th>
            <th className="fig">{t('column.lastDay')}</th>
          </tr>
        </thead>
        <tbody>
          {backups.map((backup, index) => (
            <tr
              key={backup.name}
              className={index % 5 === 4 ? 'r5' : ''}
              aria-selected={backup.name === chosen}
              onClick={() => onChoose(backup.name)}
            >
              <td>
                <input
                  type="radio"
                  name="backup"
                  aria-label={t('choose', { at: localMoment(backup.madeAt) })}
                  checked={backup.name === chosen}
                  onChange={() => onChoose(backup.name)}
                />
              </td>
              <td>
                <MomentText instant={backup.madeAt} />
              </td>
              <td className="dim">{t(`reason.${backup.reason}`)}</td>
              <td className="n fig">
                <CountText count={backup.customers} />
              </td>
              <td className="n">
                <CountText count={backup.orders} />
              </td>
              <td className="fig">
                <DayText day={backup.lastDay} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
