/** A day that comes every year in words: 农历 腊月十八, 闰四月初八, 5 月 3 日. */

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OccasionDate } from '../../src-shared/contract/occasions.ts';

const months = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'] as const;
const tens = ['初', '十', '廿', '三'] as const;
const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** '腊月', '闰四月'. */
export function lunarMonthName(month: number, isLeap = false): string {
  return `${isLeap ? '闰' : ''}${months[month - 1] ?? month}月`;
}

/** '初八', '二十', '廿三', '三十'. */
export function lunarDayName(day: number): string {
  if (day === 20) return '二十';
  if (day === 30) return '三十';
  return `${tens[Math.floor((day - 1) / 10)] ?? ''}${digits[(day - 1) % 10] ?? day}`;
}

export function useOccasionText(): (date: OccasionDate) => string {
  const { t } = useTranslation('profile');
  return useCallback(
    (date) => {
      const { month, day } = date;
      if (date.calendar === 'solar') return t('occasion.solar', { month, day });
      return t('occasion.lunar', { day: `${lunarMonthName(month, date.isLeap)}${lunarDayName(day)}` });
    },
    [t],
  );
}
