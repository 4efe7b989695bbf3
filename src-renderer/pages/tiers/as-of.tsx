/** The day tiers are as of: typed in any common way, picked in a calendar, or one of three that are asked for again and again. */

import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { type Day, dayOf } from '../../../src-shared/day.ts';
import { dayFormats } from '../../parts/day-field.tsx';

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
    <DatePicker
      aria-label={t('asOf')}
      prefix={t('asOf')}
      className="as-of"
      classNames={{ popup: { root: 'as-of-popup' } }}
      allowClear={false}
      value={dayjs(on)}
      presets={presets}
      showNow={false}
      format={[...dayFormats, t('dayWords')]}
      onChange={(day) => {
        const chosen = dayOf(day?.format('YYYY-MM-DD') ?? '');
        if (chosen !== null) onDay(chosen);
      }}
    />
  );
}
