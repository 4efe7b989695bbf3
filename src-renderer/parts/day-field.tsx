/** A day, typed or picked in a calendar: shown as 2026-08-16 in every language and on every system, read in any common way. */

import { DatePicker, type DatePickerProps } from 'antd';
import dayjs from 'dayjs';
import { type Day, dayOf } from '../../src-shared/day.ts';

/** The first is how a day is shown; the others are understood when typed. */
export const dayFormats = ['YYYY-MM-DD', 'YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD', 'M-D', 'M/D'];

export interface DayFieldProps
  extends Pick<
    DatePickerProps,
    'id' | 'aria-label' | 'placeholder' | 'allowClear' | 'autoFocus' | 'className' | 'size' | 'variant'
  > {
  readonly value: Day | null;
  /** The first and the last day that can be chosen. */
  readonly from?: Day;
  readonly to?: Day;
  readonly onDay: (day: Day | null) => void;
}

export function DayField({ value, from, to, onDay, ...field }: DayFieldProps) {
  return (
    <DatePicker
      {...field}
      value={value === null ? null : dayjs(value)}
      {...(from === undefined ? {} : { minDate: dayjs(from) })}
      {...(to === undefined ? {} : { maxDate: dayjs(to) })}
      format={dayFormats}
      onChange={(picked) => onDay(picked === null ? null : dayOf(picked.format('YYYY-MM-DD')))}
    />
  );
}
