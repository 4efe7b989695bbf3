/** A day in a list: 26-08-16, the whole day on hover. Moments show their day and, when asked, the time. */

import { useTranslation } from 'react-i18next';

export interface DayTextProps {
  /** 'YYYY-MM-DD' or 'YYYY-MM-DD HH:MM:SS'; null: not known. */
  readonly day: string | null;
  readonly withTime?: boolean;
}

export function DayText({ day, withTime = false }: DayTextProps) {
  const { t } = useTranslation('common');
  if (day === null) {
    return (
      <span className="faint" title={t('unknown')}>
        —
      </span>
    );
  }
  return (
    <time className="nw" dateTime={day} title={day}>
      {shortDay(day)}
      {withTime && day.length >= 16 ? ` ${day.slice(11, 16)}` : ''}
    </time>
  );
}

/** '2026-08-16' → '26-08-16'. */
export function shortDay(day: string): string {
  return day.slice(2, 10);
}
