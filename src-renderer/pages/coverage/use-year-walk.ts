/** The keyboard in the calendar: arrows go by days and months, Home and End to the month's ends, PgUp and PgDn to another year. */

import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { addDays, type Day, dayOf, monthOf } from '../../../src-shared/day.ts';

/** The same date in another month, or that month's last day. */
function monthsLater(day: Day, months: number): Day {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const month = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  for (let date = Number(day.slice(8)); date > 27; date -= 1) {
    const found = dayOf(`${month}-${date}`);
    if (found !== null) return found;
  }
  return dayOf(`${month}-${day.slice(8)}`) ?? day;
}

function lastOfMonth(day: Day): Day {
  const first = dayOf(`${monthOf(monthsLater(day, 1))}-01`);
  return first === null ? day : addDays(first, -1);
}

const steps: Readonly<Record<string, (day: Day) => Day>> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => monthsLater(day, -1),
  ArrowDown: (day) => monthsLater(day, 1),
  Home: (day) => dayOf(`${monthOf(day)}-01`) ?? day,
  End: lastOfMonth,
  PageUp: (day) => monthsLater(day, -12),
  PageDown: (day) => monthsLater(day, 12),
};

export interface YearWalk {
  readonly here: Day;
  readonly setHere: (day: Day) => void;
  readonly grid: React.RefObject<HTMLTableElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** `years`: those that can be walked to; another year is asked for through `onYear`. */
export function useYearWalk(first: Day, years: readonly number[], onYear: (year: number) => void): YearWalk {
  const [here, setHere] = useState(first);
  const grid = useRef<HTMLTableElement>(null);
  const walks = useRef(false);
  useEffect(() => {
    if (!walks.current) return;
    walks.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${here}"]`)?.focus();
  }, [here]);
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const step = steps[event.key];
      if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const next = step(here);
      const year = Number(next.slice(0, 4));
      if (!years.includes(year)) return;
      walks.current = true;
      if (next.slice(0, 4) !== here.slice(0, 4)) onYear(year);
      setHere(next);
    },
    [here, years, onYear],
  );
  return { here, setHere, grid, onKeyDown };
}
