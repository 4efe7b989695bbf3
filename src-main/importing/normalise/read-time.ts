/** The spellings of moments in exports → the shop's wall clock. A zone that is printed is not converted: the clock that is shown counts. */

import { isWallTime, type WallTime, wallTimeOf } from '../../../src-shared/wall-time.ts';
import { halfWidth } from './clean-cell.ts';

export type DateOrder = 'ymd' | 'dmy' | 'mdy';

export type TimeRead =
  | { readonly kind: 'time'; readonly time: WallTime; readonly ambiguous: boolean }
  | { readonly kind: 'none' | 'unreadable' };

const UNREADABLE: TimeRead = { kind: 'unreadable' };
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const CLOCK = String.raw`(?:[T\s]+(上午|下午)?\s*(\d{1,2})(?:[:时点](\d{1,2})(?:[:分](\d{1,2})秒?(?:[.,]\d{1,9})?)?分?)?\s*([AaPp]\.?[Mm]\.?)?)?\s*(?:Z|UTC|GMT|CST|[+-]\d{2}:?\d{2})?$`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?${CLOCK}`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${CLOCK}`);
const DAY_MONTH_NAME = new RegExp(String.raw`^(\d{1,2})[\s-]+(${MONTHS})[a-z]*\.?[\s,-]+(\d{4})${CLOCK}`, 'i');
const MONTH_NAME_DAY = new RegExp(
  String.raw`^(${MONTHS})[a-z]*\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(\d{4})${CLOCK}`,
  'i',
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

/** 03/04/2026: the mapping's order decides; without one a number above 12 does, else month first, said as a guess. */
function yearLast(match: RegExpExecArray, order: DateOrder): TimeRead {
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const clock = match.slice(4);
  if (order === 'dmy') return moment(year, second, first, clock);
  if (order === 'mdy') return moment(year, first, second, clock);
  if (first > 12) return moment(year, second, first, clock);
  return moment(year, first, second, clock, second <= 12 && first !== second);
}

function monthNumber(name: string | undefined): number {
  return MONTHS.split('|').indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

/** Reads a cleaned cell. Bare numbers are not taken for dates, except 20260102 and 20260102030405. */
export function readTime(cell: string, order: DateOrder): TimeRead {
  if (cell === '') return { kind: 'none' };
  if (cell.length > 40) return UNREADABLE;
  if (isWallTime(cell)) {
    const year = Number(cell.slice(0, 4));
    return year < FIRST_YEAR || year > LAST_YEAR ? UNREADABLE : { kind: 'time', time: cell, ambiguous: false };
  }
  const text = halfWidth(cell).trim();
  const compact = COMPACT.exec(text);
  if (compact !== null) {
    return moment(Number(compact[1]), Number(compact[2]), Number(compact[3]), [undefined, ...compact.slice(4)]);
  }
  const first = YEAR_FIRST.exec(text);
  if (first !== null) return moment(Number(first[1]), Number(first[2]), Number(first[3]), first.slice(4));
  const last = YEAR_LAST.exec(text);
  if (last !== null) return yearLast(last, order);
  const named = DAY_MONTH_NAME.exec(text);
  if (named !== null) return moment(Number(named[3]), monthNumber(named[2]), Number(named[1]), named.slice(4));
  const american = MONTH_NAME_DAY.exec(text);
  if (american !== null)
    return moment(Number(american[3]), monthNumber(american[1]), Number(american[2]), american.slice(4));
  return UNREADABLE;
}
