/** The days an export says it covers, in its name or in the notice above its header. Pure. */

import { addDays, type Day, dayOf } from '../../src-shared/day.ts';

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

const DAY = String.raw`(20\d\d)(?:[-./_]|\s?年\s?)?(\d{1,2})(?:[-./_]|\s?月\s?)?(\d{1,2})(?:\s?日)?`;
const TIME = String.raw`(?:[T\s]*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?`;
const TO = String.raw`\s*(?:至|到|~|～|—+|–|-+|_+|to|through)\s*`;
const span = new RegExp(`(?<!\\d)${DAY}${TIME}${TO}${DAY}${TIME}(?!\\d)`, 'gi');
/** A month by itself: 2024年3月, 2024-03, 202403; not the beginning of a day, nor of a longer number. */
const month = /(?<!\d)(20\d\d)(?:[-./_]|\s?年\s?)?(0?[1-9]|1[0-2])(?:\s?月(?:份)?)?(?![\d-/.年]*\d)/g;

function dayFrom(year: string, month_: string, date: string): Day | null {
  return dayOf(`${year}-${month_.padStart(2, '0')}-${date.padStart(2, '0')}`);
}

function spansIn(text: string): Period[] {
  return Array.from(text.matchAll(span), ([, y1 = '', m1 = '', d1 = '', y2 = '', m2 = '', d2 = '']) => {
    const [from, to] = [dayFrom(y1, m1, d1), dayFrom(y2, m2, d2)];
    return from === null || to === null || to < from ? null : { from, to };
  }).filter((period) => period !== null);
}

function monthsIn(text: string): Period[] {
  return Array.from(text.matchAll(month), ([, year = '', number = '']) => {
    const from = dayFrom(year, number, '1');
    const next =
      number === '12' ? dayFrom(String(Number(year) + 1), '1', '1') : dayFrom(year, String(Number(number) + 1), '1');
    return from === null || next === null ? null : { from, to: addDays(next, -1) };
  }).filter((period) => period !== null);
}

/** The one period a text names; null where it names none, or several. */
function onlyOne(periods: readonly Period[]): Period | null {
  const [first] = periods;
  return first !== undefined && periods.every(({ from, to }) => from === first.from && to === first.to) ? first : null;
}

/**
 * What the file says of itself: two days with a word or a dash between them, in the notice first and then in the name; else a month in the
 * name. A single day is when the file was made, and says nothing.
 */
export function statedPeriod(name: string, notice: readonly string[]): Period | null {
  return onlyOne(notice.flatMap(spansIn)) ?? onlyOne(spansIn(name)) ?? onlyOne(monthsIn(name));
}

/**
 * What a file covers. The days it states count where its orders bear them out: at least one lies in them. Orders outside widen them (an
 * export may go by the day of payment), and nothing is covered after `importedOn`, the day it was imported: a month that is not over ends
 * there. Without such a statement: from the first ordered day to the last. null: the file says nothing of days.
 */
export function coveredPeriod(
  stated: Period | null,
  ordered: Period | null,
  importedOn: Day,
): (Period & { readonly stated: boolean }) | null {
  if (ordered === null) return null;
  const fits = stated !== null && ordered.from <= stated.to && ordered.to >= stated.from;
  if (!fits) return { ...ordered, stated: false };
  const latest = stated.to > importedOn ? importedOn : stated.to;
  return {
    from: stated.from < ordered.from ? stated.from : ordered.from,
    to: latest > ordered.to ? latest : ordered.to,
    stated: true,
  };
}
