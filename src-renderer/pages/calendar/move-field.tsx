/** A way to another day: a field that holds none, and takes one. */

import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Day, dayOf } from '../../../src-shared/day.ts';

const none = null as dayjs.Dayjs | null;

export interface MoveFieldProps {
  readonly name: string;
  /** Where they stand: no way leads there. */
  readonly day: Day;
  readonly today: Day;
  readonly onMove: (day: Day) => void;
}

/**
 * Opens the way to another day: of whoever has the keyboard, else of the first one of the chosen day.
 * False where nobody can be moved.
 */
export function openMove(chosen: Day): boolean {
  const line = document.activeElement?.closest('[data-origin]');
  const field = (line ?? document.querySelector(`section[aria-label="${chosen}"] [data-origin]`))?.querySelector(
    '.cal-move input',
  );
  if (!(field instanceof HTMLInputElement)) return false;
  field.focus();
  field.click();
  return true;
}

export function MoveField({ name, day, today, onMove }: MoveFieldProps) {
  const { t } = useTranslation('calendar');
  // A field that was used is left for a new one: when it loses the keyboard, it would give the same day once more.
  const [round, setRound] = useState(0);
  return (
    <DatePicker
      key={round}
      className="cal-move"
      size="small"
      variant="borderless"
      suffixIcon={null}
      aria-label={t('moveOf', { name })}
      placeholder={t('move')}
      format="YYYY-MM-DD"
      value={none}
      minDate={dayjs(today)}
      onChange={(value) => {
        const to = value === null ? null : dayOf(value.format('YYYY-MM-DD'));
        if (to === null || to === day) return;
        setRound(round + 1);
        onMove(to);
      }}
    />
  );
}
