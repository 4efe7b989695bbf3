/** A reminder in words: how many, and of which kinds. Counts alone. */

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reminder } from '../../src-shared/contract/reminders.ts';

export interface ReminderWords {
  readonly title: string;
  readonly body: string;
}

const parts = ['due', 'overdue', 'suggested'] as const;

export function useReminderWords(): (reminder: Reminder) => ReminderWords {
  const { t } = useTranslation('reminders');
  return useCallback(
    (reminder) => {
      const said = parts
        .filter((part) => reminder[part] > 0)
        .map((part) => t(`parts.${part}`, { count: reminder[part] }))
        .join(t('between'));
      return {
        title: t(reminder.demo ? 'titleDemo' : 'title', { count: reminder.people }),
        body: reminder.calls > 0 ? t('calls', { parts: said, count: reminder.calls }) : said,
      };
    },
    [t],
  );
}
