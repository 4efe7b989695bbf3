/** A day that comes every year in words, in the names of its calendar. */

import dayjs from 'dayjs';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OccasionDate } from '../../src-shared/contract/occasions.ts';

export interface OccasionWords {
  readonly month: (month: number, isLeap?: boolean) => string;
  readonly day: (day: number) => string;
  readonly text: (date: OccasionDate) => string;
}

// Any that has 29 February.
const leapYear = 2000;

/** `month` and `day`: names of the lunar calendar. */
export function useOccasionWords(): OccasionWords {
  const { t } = useTranslation('profile');
  return useMemo(() => {
    const months = t('occasion.lunarMonths').split(',');
    const days = t('occasion.lunarDays').split(',');
    const month = (of: number, isLeap = false): string => {
      const name = months[of - 1] ?? String(of);
      return isLeap ? t('occasion.leap', { month: name }) : name;
    };
    const day = (of: number): string => days[of - 1] ?? String(of);
    return {
      month,
      day,
      text: (date) =>
        date.calendar === 'solar'
          ? dayjs(new Date(leapYear, date.month - 1, date.day)).format(t('occasion.solar'))
          : t('occasion.lunar', { month: month(date.month, date.isLeap), day: day(date.day) }),
    };
  }, [t]);
}
