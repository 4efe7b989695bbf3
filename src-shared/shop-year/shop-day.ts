/** What a day of the shop's year is: a holiday, a festival, a day of the owner's own; and whether anybody is contacted on it. Pure. */

import type { Settings } from '../contract/settings.ts';
import { type Day, weekdayOf } from '../day.ts';
import { festivalOn } from './festivals.ts';
import { areHolidaysKnown, holidayOn } from './holidays.ts';

export interface ShopDay {
  readonly holiday: { readonly kind: 'holiday' | 'work'; readonly zh: string; readonly en: string } | null;
  readonly festival: { readonly zh: string; readonly en: string } | null;
  /** Nobody is contacted. */
  readonly rests: boolean;
}

type Known = Pick<Settings, 'ownDays' | 'restWeekdays'>;

/** Years from one day to another whose holidays were neither announced when this was built nor typed by the owner. */
export function unknownYears(from: Day, to: Day, { ownDays }: Pick<Settings, 'ownDays'>): number[] {
  const typed = new Set(ownDays.filter(({ kind }) => kind !== 'festival').map(({ day }) => day.slice(0, 4)));
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(
    (year) => !areHolidaysKnown(year) && !typed.has(String(year)),
  );
}

/** The owner's word about a day goes before what the program knows of it. */
export function shopDay(day: Day, { ownDays, restWeekdays }: Known): ShopDay {
  const own = ownDays.filter((one) => one.day === day);
  const ownHoliday = own.find(({ kind }) => kind !== 'festival');
  const ownFestival = own.find(({ kind }) => kind === 'festival');
  const festival = festivalOn(day);
  const same = (name: string): { zh: string; en: string } | null => (name === '' ? null : { zh: name, en: name });
  const holiday = ownHoliday === undefined ? holidayOn(day) : null;
  const named = ownHoliday === undefined ? null : same(ownHoliday.name);
  return {
    holiday:
      ownHoliday === undefined || named === null
        ? holiday
        : { kind: ownHoliday.kind === 'work' ? 'work' : 'holiday', ...named },
    festival: ownFestival === undefined ? festival : same(ownFestival.name),
    rests:
      own.length > 0
        ? own.some(({ rests }) => rests)
        : restWeekdays.includes(weekdayOf(day)) || (festival?.rests ?? false),
  };
}
