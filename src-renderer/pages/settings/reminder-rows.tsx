/** The morning's reminder: whether, from what time on, one to look at; and whether the window stays in the tray for it. */

import { Button, Checkbox, Switch, TimePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { useKeptChoices } from '../../link/use-kept-choices.ts';
import { useNotify } from '../../link/use-notify.ts';
import { FormRow } from './form-row.tsx';

const names = ['reminder', 'keepInTray'] as const;

export function ReminderRows({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation('reminders');
  const [{ reminder, keepInTray }, change] = useKeptChoices(settings, names);
  const { data: info } = useCall('shell.info', {});
  // A day of its own: only the time counts.
  const at = dayjs(`2000-01-01T${reminder.at}`);
  return (
    <>
      <FormRow name={t('row')} remark={t('rowSay')}>
        <span className="form-acts">
          <Switch
            aria-label={t('row')}
            checked={reminder.on}
            onChange={(on) => change({ reminder: { ...reminder, on } })}
          />
          <TimePicker
            aria-label={t('at')}
            className="reminder-at"
            format="HH:mm"
            minuteStep={5}
            allowClear={false}
            needConfirm={false}
            disabled={!reminder.on}
            value={at}
            onChange={(chosen) => {
              if (chosen !== null) change({ reminder: { ...reminder, at: chosen.format('HH:mm') } });
            }}
          />
          <TryIt />
        </span>
      </FormRow>
      {info?.kind === 'electron' && (
        <FormRow name={t('tray')} remark={t(info.canTray ? 'traySay' : 'trayNot')}>
          <Checkbox
            checked={keepInTray && info.canTray}
            disabled={!info.canTray}
            onChange={(event) => change({ keepInTray: event.target.checked })}
          >
            {t('trayOn')}
          </Checkbox>
        </FormRow>
      )}
    </>
  );
}

function TryIt() {
  const { t } = useTranslation('reminders');
  const { act, busy } = useAct('reminders.now');
  const notify = useNotify();
  const [shown, setShown] = useState<boolean | null>(null);
  const show = async (): Promise<void> => {
    const reminder = await act({});
    if (reminder !== null) setShown(await notify(reminder));
  };
  return (
    <>
      <Button loading={busy} onClick={() => void show()}>
        {t('tryIt')}
      </Button>
      {shown !== null && (
        <span className="sm dim" role="status">
          {t(shown ? 'shown' : 'notShown')}
        </span>
      )}
    </>
  );
}
