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
  const { work, name } = getDayDetail(day);
  const [en = '', zh] = name.split(',');
  return zh === undefined ? null : { work, en, zh };
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
