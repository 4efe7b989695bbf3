/** One day of the sheet: its date by both calendars, what day it is, how many are to be contacted and why, and how full it is. */

import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { type DayLoad, reasonKinds } from '../../../src-shared/contract/follow-ups.ts';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import type { Day } from '../../../src-shared/day.ts';
import { DayMark } from './day-mark.tsx';
import { useDayWords } from './day-words.ts';
import { useLoadWords } from './load-words.ts';

export interface DayCellProps {
  readonly day: Day;
  readonly load: DayLoad | undefined;
  readonly settings: Settings;
  readonly month: string;
  readonly on: Day;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  /** Somebody was dragged onto it. */
  readonly onDrop: (dropped: string) => void;
}

export function DayCell({ day, load, settings, month, on, isChosen, onChoose, onDrop }: DayCellProps) {
  const { t } = useTranslation('calendar');
  const { name, lunar: lunarText, rests, mark } = useDayWords(settings)(day);
  const marks = [
    ...(day.startsWith(month) ? [] : ['other']),
    ...(day < on ? ['past'] : []),
    ...(day === on ? ['is-today'] : []),
    ...(isChosen ? ['chosen'] : []),
    ...(rests ? ['rests'] : []),
  ];
  const loadWords = useLoadWords(on);
  const people = load?.people ?? 0;
  const full = load === undefined || load.capacity === 0 ? 0 : Math.min(1, people / load.capacity);
  return (
    <td
      className={`cal-day ${marks.join(' ')}`}
      onDragOver={(event) => {
        if (day >= on) event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        onDrop(event.dataTransfer.getData('text/plain'));
      }}
    >
      <button type="button" className="plain" aria-pressed={isChosen} onClick={onChoose} data-day={day}>
        <span className="cal-date">
          <b>{day.endsWith('-01') ? dayjs(day).format(t('dayWords')) : Number(day.slice(8))}</b>
          <DayMark mark={mark} />
          {day === on && <em>{t('today')}</em>}
          <span className={name === undefined ? 'faint' : 'cal-name'}>{name ?? lunarText}</span>
        </span>
        <span className="cal-kinds">
          {reasonKinds
            .filter((kind) => (load?.kinds[kind] ?? 0) > 0)
            .map((kind) => (
              <span key={kind} className={`kind-${kind}`}>
                {t(`short.${kind}`)} <i>{load?.kinds[kind]}</i>
              </span>
            ))}
          {rests && people === 0 && <span className="faint">{t('rests')}</span>}
        </span>
        {load !== undefined && people > 0 && (
          <span className="cal-load">
            <span className="track" aria-hidden="true">
              <i style={{ width: `${full * 100}%` }} />
            </span>
            <span className={loadWords(load).isOver ? 'stop' : 'dim'}>{loadWords(load).text}</span>
          </span>
        )}
      </button>
    </td>
  );
}
