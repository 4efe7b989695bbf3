/** The spellings of moments in exports → the shop's wall clock. A zone that is printed is not converted: the clock that is shown counts. */

import { isWallTime, type WallTime, wallTimeOf } from '../../../src-shared/wall-time.ts';
import { halfWidth } from './clean-cell.ts';

export type DateOrder = 'ymd' | 'dmy' | 'mdy';

export type TimeRead =
  | { readonly kind: 'time'; readonly time: WallTime; readonly ambiguous: boolean; readonly yearLast?: true }
  | { readonly kind: 'none' | 'unreadable' };

const UNREADABLE: TimeRead = { kind: 'unreadable' };
/** The first letters of each month, in English and, where it differs, in German. */
const months = ['jan', 'feb', 'mar|mär|mrz', 'apr', 'may|mai', 'jun', 'jul', 'aug', 'sep', 'oct|okt', 'nov', 'dec|dez'];
const MONTHS = months.join('|');
const CLOCK = String.raw`(?:[T\s]+(上午|下午)?\s*(\d{1,2})(?:[:时点](\d{1,2})(?:[:分](\d{1,2})秒?(?:[.,]\d{1,9})?)?分?)?\s*([AaPp]\.?[Mm]\.?)?)?\s*(?:Z|UTC|GMT|CST|[+-]\d{2}:?\d{2})?$`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?${CLOCK}`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})${CLOCK}`);
const DAY_MONTH_NAME = new RegExp(String.raw`^(\d{1,2})[\s-]+(${MONTHS})\p{L}*\.?[\s,-]+(\d{4}|\d{2})${CLOCK}`, 'iu');
const MONTH_NAME_DAY = new RegExp(
  String.raw`^(${MONTHS})\p{L}*\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(\d{4}|\d{2})${CLOCK}`,
  'iu',
);
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$/;
const FIRST_YEAR = 1980;
const LAST_YEAR = 2100;

type Clock = readonly (string | undefined)[];

function hourOf(hour: number, half: string | undefined, noon: string | undefined): number {
  const afternoon = half === '下午' || (noon !== undefined && /^p/i.test(noon));
  const twelveHour = half !== undefined || noon !== undefined;
  if (!twelveHour) return hour;
  if (hour < 1 || hour > 12) return half !== undefined ? hour : 99;
  return (hour % 12) + (afternoon ? 12 : 0);
}

function moment(year: number, month: number, date: number, clock: Clock, ambiguous = false): TimeRead {
  if (year < FIRST_YEAR || year > LAST_YEAR) return UNREADABLE;
  const [half, hour, minute, second, noon] = clock;
  const time = wallTimeOf(
    year,
    month,
    date,
    hourOf(Number(hour ?? 0), half, noon),
    Number(minute ?? 0),
    Number(second ?? 0),
  );
  return time === null ? UNREADABLE : { kind: 'time', time, ambiguous };
}

/** '25' is 2025, '98' is 1998. */
function fullYear(text: string | undefined): number {
  const year = Number(text);
  return text?.length === 2 ? year + (year < FIRST_YEAR - 1900 ? 2000 : 1900) : year;
}

/**
 * 03/04/2026: the mapping's order decides; without one a number above 12 does, else month first, said as a guess. 25/8/14 may as well
 * begin with the year.
 */
function yearLast(match: RegExpExecArray, order: DateOrder): TimeRead {
  const [first, second, year] = [Number(match[1]), Number(match[2]), fullYear(match[3])];
  const clock = match.slice(4);
  if (order === 'ymd' && match[3]?.length === 2 && second <= 12) {
    const yearFirst = moment(fullYear(match[1]?.padStart(2, '0')), second, Number(match[3]), clock);
    if (first > 12 && yearFirst.kind === 'time') return yearFirst;
  }
  if (order === 'dmy') return moment(year, second, first, clock);
  if (order === 'mdy') return moment(year, first, second, clock);
  if (first > 12) return moment(year, second, first, clock);
  return moment(year, first, second, clock, second <= 12 && first !== second);
}

function monthNumber(name: string | undefined): number {
  const letters = (name ?? '').slice(0, 3).toLowerCase();
  return months.findIndex((names) => names.split('|').includes(letters)) + 1;
}

/** How programs write that there is no moment. */
const NEVER = /^(?:0001-01-01|0000-00-00|1970-01-01|1900-01-0[01])(?:[T ](?:00|08):00(?::00)?)?$/;

/** Reads a cleaned cell. Bare numbers are not taken for dates, except 20260102 and 20260102030405. */
export function readTime(cell: string, order: DateOrder): TimeRead {
  if (cell === '') return { kind: 'none' };
  if (cell.length > 40) return UNREADABLE;
  if (isWallTime(cell)) {
    const year = Number(cell.slice(0, 4));
    if (year >= FIRST_YEAR && year <= LAST_YEAR) return { kind: 'time', time: cell, ambiguous: false };
    return NEVER.test(cell) ? { kind: 'none' } : UNREADABLE;
  }
  if (NEVER.test(cell)) return { kind: 'none' };
  const text = halfWidth(cell).trim();
  const compact = COMPACT.exec(text);
  if (compact !== null) {
    return moment(Number(compact[1]), Number(compact[2]), Number(compact[3]), [undefined, ...compact.slice(4)]);
  }
  const first = YEAR_FIRST.exec(text);
  if (first !== null) return moment(Number(first[1]), Number(first[2]), Number(first[3]), first.slice(4));
  const last = YEAR_LAST.exec(text);
  if (last !== null) {
    const read = yearLast(last, order);
    return read.kind === 'time' ? { ...read, yearLast: true } : read;
  }
  const named = DAY_MONTH_NAME.exec(text);
  if (named !== null) return moment(fullYear(named[3]), monthNumber(named[2]), Number(named[1]), named.slice(4));
  const american = MONTH_NAME_DAY.exec(text);
  if (american !== null)
    return moment(fullYear(american[3]), monthNumber(american[1]), Number(american[2]), american.slice(4));
  return UNREADABLE;
}
