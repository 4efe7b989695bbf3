/** The day tiers are as of: typed in any common way, picked in a calendar, or one of three that are asked for again and again. */

import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../../src-shared/day.ts';
import { DayField } from '../../parts/day-field.tsx';

export interface AsOfProps {
  readonly on: Day;
  readonly today: Day;
  readonly onDay: (day: Day) => void;
}

export function AsOf({ on, today, onDay }: AsOfProps) {
  const { t } = useTranslation('tiers');
  const now = dayjs(today);
  const presets = [
    { label: t('todayPreset'), value: now },
    { label: t('lastMonthEnd'), value: now.startOf('month').subtract(1, 'day') },
    { label: t('lastYearEnd'), value: now.startOf('year').subtract(1, 'day') },
  ];
  return (
    <DayField
      aria-label={t('asOf')}
      prefix={t('asOf')}
      className="as-of"
      classNames={{ popup: { root: 'as-of-popup' } }}
      allowClear={false}
      value={on}
      presets={presets}
      showNow={false}
      alsoRead={t('dayWords')}
      onDay={(day) => {
        if (day !== null) onDay(day);
      }}
    />
  );
}
