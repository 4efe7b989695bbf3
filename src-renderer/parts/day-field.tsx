/** A day, typed or picked in a calendar: shown as 2026-08-16 in every language and on every system, read in any common way. */

import { DatePicker, type DatePickerProps } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { type Day, dayOf } from '../../src-shared/day.ts';
import { typedDay } from '../../src-shared/typed-day.ts';

type Look = 'className' | 'classNames' | 'size' | 'variant' | 'prefix' | 'presets' | 'showNow';
type PickerProps = Pick<
  DatePickerProps<Dayjs, false>,
  'id' | 'aria-label' | 'placeholder' | 'allowClear' | 'autoFocus' | Look
>;

export interface DayFieldProps extends PickerProps {
  readonly value: Day | null;
  /** The first and the last day that can be chosen. */
  readonly from?: Day;
  readonly to?: Day;
  /** One more way to write a day, which no beginning of another can be taken for. */
  readonly alsoRead?: string;
  readonly onDay: (day: Day | null) => void;
}

export function DayField({ value, from, to, alsoRead, onDay, ...field }: DayFieldProps) {
  // While it is typed, 2026-8-2 may become 2026-8-20: such a day is read when it is done with.
  const read = (target: EventTarget): void => {
    const year = Number((value ?? from ?? to ?? dayjs().format('YYYY')).slice(0, 4));
    const day = target instanceof HTMLInputElement ? typedDay(target.value, year) : null;
    if (day === null || day === value) return;
    if ((from === undefined || day >= from) && (to === undefined || day <= to)) onDay(day);
  };
  return (
    <DatePicker
      {...field}
      value={value === null ? null : dayjs(value)}
      {...(from === undefined ? {} : { minDate: dayjs(from) })}
      {...(to === undefined ? {} : { maxDate: dayjs(to) })}
      format={['YYYY-MM-DD', ...(alsoRead === undefined ? [] : [alsoRead])]}
      onChange={(picked) => onDay(picked === null ? null : dayOf(picked.format('YYYY-MM-DD')))}
      onBlur={({ target }) => read(target)}
      onKeyDown={({ key, target }) => {
        if (key === 'Enter') read(target);
      }}
    />
  );
}
