/** Says something by the system's notifications, whose click opens Today; where there are none, in the window. */

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Reminder } from '../../src-shared/contract/reminders.ts';
import { useReminderWords } from '../parts/reminder-words.ts';
import { useToast } from '../parts/toast.tsx';
import { useConnection } from './connection-context.tsx';

/** True when the system shows it. */
export function useNotify(): (reminder: Reminder) => Promise<boolean> {
  const { t } = useTranslation('reminders');
  const connection = useConnection();
  const toast = useToast();
  const words = useReminderWords();
  const [, navigate] = useLocation();
  return useCallback(
    async (reminder) => {
      const { title, body } = reminder.people > 0 ? words(reminder) : { title: t('trial'), body: t('trialNobody') };
      const { shown } = await connection.call('shell.notify', { title, body, opens: 'today' });
      if (!shown) toast.done([title, body].join(t('colon')), { label: t('open'), run: () => navigate('/today') });
      return shown;
    },
    [connection, toast, words, navigate, t],
  );
}
