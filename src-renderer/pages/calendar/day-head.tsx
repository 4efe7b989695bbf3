/** Which day it is: its date, the day of the week, its lunar day, its festival or holiday. */

import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import type { Day } from '../../../src-shared/day.ts';
import { DayMark } from './day-mark.tsx';
import { useDayWords } from './day-words.ts';
import { weekOf } from './span-days.ts';

export function DayHead({ day, settings }: { readonly day: Day; readonly settings: Settings }) {
  const { t } = useTranslation('calendar');
  const { name, lunar, mark } = useDayWords(settings)(day);
  const weekday = t('weekdays').split(',')[weekOf(day).indexOf(day)] ?? '';
  return (
    <h2 className="cal-head">
      {day} {weekday} <DayMark mark={mark} />
      <span className="dim">{[lunar, name].filter((part) => part !== undefined && part !== '').join(' · ')}</span>
    </h2>
  );
}
