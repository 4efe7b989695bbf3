/** How many people a day, on which weekdays nobody, and how long the contact guard lets somebody be. */

import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import { useChangeSettings } from '../../link/use-change-settings.ts';
import { FormRow } from './form-row.tsx';
import { KeptNumber } from './kept-number.tsx';
import { OwnDays } from './own-days.tsx';
import { ReminderRows } from './reminder-rows.tsx';

const weekdays = [1, 2, 3, 4, 5, 6, 7];

export function FollowUpsSection({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation('settings');
  const { t: today } = useTranslation('today');
  const change = useChangeSettings();
  const { dailyCapacity, restWeekdays, guard } = settings;
  const names = today('weekdays').split(',');
  const guarded = (part: Partial<Settings['guard']>): void =>
    void change({ guard: { ...guard, ...part } }, t('followUps.guardKept'));
  return (
    <>
      <FormRow name={t('followUps.capacity')} remark={<Link href="/today?">{t('followUps.toToday')}</Link>}>
        <KeptNumber
          label={t('followUps.capacity')}
          value={dailyCapacity}
          min={1}
          max={500}
          onKeep={(value) => void change({ dailyCapacity: value }, t('followUps.capacityKept', { count: value }))}
        />{' '}
        {t('followUps.people')}
      </FormRow>
      <ReminderRows settings={settings} />
      <FormRow name={t('followUps.rest')}>
        <Checkbox.Group
          value={restWeekdays}
          options={weekdays.map((value) => ({ value, label: names[value - 1] ?? '' }))}
          onChange={(chosen) =>
            void change(
              { restWeekdays: chosen.map(Number).sort((a, b) => a - b) },
              chosen.length === 0
                ? t('followUps.restNone')
                : t('followUps.restKept', {
                    days: chosen.map((one) => names[Number(one) - 1]).join(t('followUps.and')),
                  }),
            )
          }
        />
      </FormRow>
      <FormRow name={t('followUps.coolDown')} remark={t('followUps.coolDownSay')}>
        <KeptNumber
          label={t('followUps.coolDown')}
          value={guard.coolDownHours}
          min={0}
          max={720}
          onKeep={(coolDownHours) => guarded({ coolDownHours })}
        />{' '}
        {t('followUps.hours')}
      </FormRow>
      <FormRow name={t('followUps.often')}>
        <KeptNumber
          label={t('followUps.within')}
          value={guard.mostContactsDays}
          min={1}
          max={365}
          onKeep={(mostContactsDays) => guarded({ mostContactsDays })}
        />{' '}
        {t('followUps.within')}{' '}
        <KeptNumber
          label={t('followUps.times')}
          value={guard.mostContacts}
          min={1}
          max={30}
          onKeep={(mostContacts) => guarded({ mostContacts })}
        />{' '}
        {t('followUps.times')}
      </FormRow>
      <OwnDays settings={settings} />
    </>
  );
}
