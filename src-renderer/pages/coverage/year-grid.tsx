/** A year of a shop: months down, days across. Each cell prints its orders; what has no file is marked, not only coloured. */

import { useTranslation } from 'react-i18next';
import type { Day } from '../../../src-shared/day.ts';
import { useDayWords } from './day-words.ts';
import type { YearWalk } from './use-year-walk.ts';
import { busiest, type CalendarDay, shadeOf, shortCount, type Year } from './year-model.ts';

export interface YearGridProps {
  readonly year: Year;
  readonly shop: string;
  readonly walk: YearWalk;
  readonly onDay: (day: Day) => void;
}

const dates = Array.from({ length: 31 }, (_, index) => index + 1);

export function YearGrid({ year, shop, walk, onDay }: YearGridProps) {
  const { t } = useTranslation('coverage');
  const most = busiest(year.flat().map(({ orders }) => orders));
  return (
    <table className="year" ref={walk.grid} onKeyDown={walk.onKeyDown} aria-label={t('gridLabel', { shop })}>
      <thead>
        <tr>
          <td />
          {dates.map((date) => (
            <th key={date} scope="col" className={date % 5 === 0 ? undefined : 'minor'}>
              {date}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {year.map((days, month) => (
          <tr key={days[0]?.day}>
            <th scope="row">{t(`months.${monthKeys[month] ?? 'm1'}`)}</th>
            {days.map((day) => (
              <td key={day.day}>
                <DayCell day={day} most={most} isHere={walk.here === day.day} onDay={onDay} walk={walk} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const monthKeys = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'] as const;

interface DayCellProps {
  readonly day: CalendarDay;
  readonly most: number;
  readonly isHere: boolean;
  readonly onDay: (day: Day) => void;
  readonly walk: YearWalk;
}

function DayCell({ day, most, isHere, onDay, walk }: DayCellProps) {
  const { t } = useTranslation('coverage');
  const dayWords = useDayWords();
  const mark = {
    imported: shortCount(day.orders),
    quiet: t(day.reason === 'closed' ? 'markClosed' : 'markNoSales'),
    missing: t('markMissing'),
    outside: '',
  }[day.state];
  return (
    <button
      type="button"
      className={`plain day ${day.state}${day.state === 'imported' ? ` q${shadeOf(day.orders, most)}` : ''}`}
      data-day={day.day}
      tabIndex={isHere ? 0 : -1}
      aria-label={dayWords(day)}
      onFocus={() => {
        walk.setHere(day.day);
        onDay(day.day);
      }}
      onPointerEnter={() => onDay(day.day)}
      onClick={() => onDay(day.day)}
    >
      {mark}
    </button>
  );
}
