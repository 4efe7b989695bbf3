/** What a day of the calendar is, in words. */

import { useTranslation } from 'react-i18next';
import { weekdayOf } from '../../../src-shared/day.ts';
import type { CalendarDay } from './year-model.ts';

const weekdays = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7'] as const;

export function useDayWords(): (day: CalendarDay) => string {
  const { t } = useTranslation('coverage');
  return ({ day, state, orders, reason }) => {
    const weekday = t(`weekdays.${weekdays[weekdayOf(day) - 1] ?? 'd1'}`);
    const says = {
      imported: t('dayOrders', { count: orders }),
      quiet: t(reason === 'closed' ? 'dayClosed' : 'dayNoSales'),
      missing: t('dayMissing'),
      outside: t('dayOutside'),
    }[state];
    return t('daySays', { day, weekday, says });
  };
}
