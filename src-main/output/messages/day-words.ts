/** Days as a text to a person says them: 8月3日, 3 August; of another year with the year. */

import type { Day } from '../../../src-shared/day.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export interface DayWords {
  readonly day: string;
  readonly month: string;
}

/** `on`: the day the text is for. */
export function dayWords(value: Day, on: Day, chinese: boolean): DayWords {
  const [year, month, date] = [value.slice(0, 4), Number(value.slice(5, 7)), Number(value.slice(8, 10))];
  const isThisYear = year === on.slice(0, 4);
  if (chinese) {
    const before = isThisYear ? '' : `${year}年`;
    return { day: `${before}${month}月${date}日`, month: `${before}${month}月` };
  }
  const after = isThisYear ? '' : ` ${year}`;
  const name = months[month - 1] ?? '';
  return { day: `${date} ${name}${after}`, month: `${name}${after}` };
}
