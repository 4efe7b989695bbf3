/** A level worked out day by day, from the definition in words: no arrays, no windows kept, no jumping ahead. */

import { addDays } from '../../../src-shared/day.ts';
import type { Level } from '../../../src-shared/levels.ts';
import { day as dayIn } from './random-ledger.ts';

export interface SlowOrder {
  readonly day: string;
  readonly net: number;
}

/** The same date so many months on; the last one of a month that is too short. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

function isMet({ measure, atLeast, months }: Level, orders: readonly SlowOrder[], today: string): boolean {
  const after = months === null ? '' : monthsLater(today, -months);
  const meant = orders.filter(({ day }) => day > after && day <= today);
  return (measure === 'orders' ? meant.length : meant.reduce((sum, { net }) => sum + net, 0)) >= atLeast;
}

/** The number of the level at the end of a day; 0: none. `lost`: hears of the days on which one ran out and was not kept. */
export function slowLevel(
  orders: readonly SlowOrder[],
  levels: readonly Level[],
  on: string,
  lost?: (day: string) => void,
): number {
  const first = orders.map(({ day }) => day).sort()[0];
  if (first === undefined) return 0;
  let [held, review]: [Level | undefined, string | null] = [undefined, null];
  for (let today: string = first; today <= on; today = addDays(dayIn(today), 1)) {
    const met = levels.findLast((level) => isMet(level, orders, today));
    const rank = (level: Level | undefined): number => (level === undefined ? 0 : levels.indexOf(level) + 1);
    const isRaised = orders.some(({ day }) => day === today) && rank(met) > rank(held);
    if (today !== review && !isRaised) continue;
    if (rank(met) < rank(held)) lost?.(today);
    held = met;
    review = met === undefined || met.validMonths === null ? null : monthsLater(today, met.validMonths);
  }
  return held?.id ?? 0;
}
