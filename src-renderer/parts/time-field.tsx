/** A time of the day, typed or picked: shown as 22:00 in every language and on every system. */

import { TimePicker, type TimePickerProps } from 'antd';
import dayjs from 'dayjs';

const formats = ['HH:mm', 'H:mm', 'HHmm'];

export interface TimeFieldProps extends Pick<TimePickerProps, 'aria-label' | 'allowClear' | 'className' | 'disabled'> {
  /** HH:mm; '' is none. */
  readonly value: string;
  readonly onTime: (time: string) => void;
}

export function TimeField({ value, onTime, ...field }: TimeFieldProps) {
  return (
    <TimePicker
      {...field}
      format={formats}
      minuteStep={5}
      needConfirm={false}
      value={value === '' ? null : dayjs(`2000-01-01T${value}`)}
      onChange={(picked) => onTime(picked?.format('HH:mm') ?? '')}
    />
  );
}
