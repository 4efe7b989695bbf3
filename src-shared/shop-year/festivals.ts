/** Days on which marketplaces sell: what a shop is busy with, and when its customers hear from everybody. Pure. */

import type { Day } from '../day.ts';

export interface Festival {
  readonly zh: string;
  readonly en: string;
  /** Nobody is contacted on it: parcels come first, and everybody else shouts. */
  readonly rests: boolean;
}

/** By month and day, every year. The owner's own days stand in the settings. */
const yearly: Readonly<Record<string, Festival>> = {
  '02-14': { zh: '情人节', en: 'Valentine’s Day', rests: false },
  '03-08': { zh: '38节', en: '3.8 sale', rests: false },
  '05-20': { zh: '520', en: '5.20', rests: false },
  '06-18': { zh: '618', en: '6.18 sale', rests: true },
  '09-09': { zh: '99大促', en: '9.9 sale', rests: false },
  '11-11': { zh: '双11', en: '11.11 sale', rests: true },
  '11-12': { zh: '双11发货', en: '11.11 parcels', rests: true },
  '12-12': { zh: '双12', en: '12.12 sale', rests: true },
  '12-24': { zh: '平安夜', en: 'Christmas Eve', rests: false },
  '12-25': { zh: '圣诞', en: 'Christmas', rests: false },
};

/** Black Friday: the day after the fourth Thursday of November. */
function isBlackFriday(day: Day): boolean {
  if (day.slice(5, 7) !== '11') return false;
  const date = Number(day.slice(8));
  return date >= 23 && date <= 29 && new Date(`${day}T00:00:00Z`).getUTCDay() === 5;
}

export function festivalOn(day: Day): Festival | null {
  if (isBlackFriday(day)) return { zh: '黑五', en: 'Black Friday', rests: false };
  return yearly[day.slice(5)] ?? null;
}
