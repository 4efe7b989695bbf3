/** A time of the day: shown as 22:00 in every language and on every system, read in any common way; the arrow keys change it by half an hour. */

import { Input } from 'antd';
import { useState } from 'react';
import { typedTime } from '../../src-shared/typed-day.ts';

export interface TimeFieldProps {
  readonly 'aria-label': string;
  /** HH:mm; '' is none. */
  readonly value: string;
  /** null: what stands there is no time. */
  readonly onTime: (time: string | null) => void;
  /** What stands there while it is empty. */
  readonly example?: string;
}

const STEP = 30;
const DAY = 24 * 60;

/** The next half hour after it, or the one before; midnight where there is none. */
function stepped(time: string | null, by: 1 | -1): string {
  const [hour = 0, minute = 0] = (time ?? '').split(':').map(Number);
  const at = hour * 60 + minute;
  const next =
    time === null ? 0 : ((by === 1 ? Math.floor(at / STEP) + 1 : Math.ceil(at / STEP) - 1) * STEP + DAY) % DAY;
  return [Math.floor(next / 60), next % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

export function TimeField({ value, onTime, example = '22:00', ...field }: TimeFieldProps) {
  const [text, setText] = useState(value);
  const time = typedTime(text);
  const isWrong = time === null && text.trim() !== '';
  const write = (next: string): void => {
    setText(next);
    onTime(next.trim() === '' ? '' : typedTime(next));
  };
  return (
    <Input
      {...field}
      inputMode="numeric"
      placeholder={example}
      maxLength={6}
      value={text}
      aria-invalid={isWrong}
      {...(isWrong ? { status: 'error' as const } : {})}
      onChange={(event) => write(event.target.value)}
      onBlur={() => setText(time ?? text)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        write(stepped(time, event.key === 'ArrowUp' ? 1 : -1));
      }}
    />
  );
}
