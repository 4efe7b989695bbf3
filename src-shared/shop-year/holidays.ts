/** Public holidays and the working days that make up for them, as announced for each year. The only door to chinese-days. Pure. */

import { getDayDetail } from 'chinese-days';
import type { Day } from '../day.ts';

export interface Holiday {
  /** 'holiday': nobody works. 'work': a weekend day that is worked instead. */
  readonly kind: 'holiday' | 'work';
  readonly zh: string;
  readonly en: string;
}

/** The library names an announced day 'National Day,国庆节,3', and any other by its weekday. */
function announced(day: string): { readonly work: boolean; readonly en: string; readonly zh: string } | null {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  // It takes a text for midnight at Greenwich and answers by the clock of the machine: west of there, of the day before. Noon is the same day everywhere.
  const { date: told, work, name } = getDayDetail(new Date(year, month - 1, date, 12));
  const [en = '', zh] = name.split(',');
  return zh === undefined || told !== day ? null : { work, en, zh };
}

/** Are the holidays of this year announced, and known here? The State Council says them in autumn of the year before. */
export function areHolidaysKnown(year: number): boolean {
  return announced(`${String(year).padStart(4, '0')}-10-01`) !== null;
}

/** null: an ordinary day, or nobody knows yet. */
export function holidayOn(day: Day): Holiday | null {
  const found = announced(day);
  return found === null ? null : { kind: found.work ? 'work' : 'holiday', zh: found.zh, en: found.en };
}
