/** How a day sheet lies on paper: how many lines each part of a person takes, and who stands on which page. Pure; the same on screen and paper. */

import type { DaySheetItem } from '../../../src-shared/contract/day-sheets.ts';
import type { Sheet } from '../print/paper.ts';
import { emsOf } from '../print/paper-columns.ts';

const millimetresPerPoint = 25.4 / 72;
/** Line height over the size of letters. */
export const leading = 1.45;
/** Around the lines of one person, and between two. */
const boxMm = 5.6;
const nameMm = 13;
const footMm = 8;
/** Before the lines of a person: the box to tick and their number. */
export const indentMm = 11;
/** The head of a line: 留意, 说. */
export const headEms = 3;
/** Why is a line or two. */
const mostWhy = 4;
/** Lines break before a word, and fonts differ: so much of a line may stay empty. */
const filled = 0.93;

export interface Laid {
  readonly item: DaySheetItem;
  /** Its place in the list, from 0. */
  readonly at: number;
  readonly why: number;
  readonly note: number;
  readonly say: number;
  readonly heightMm: number;
}

function lineMmOf(sheet: Sheet): number {
  return sheet.points * millimetresPerPoint * leading;
}

/** Lines a text takes in so many ems; 0: there is none. */
export function linesOf(text: string, ems: number): number {
  if (text.trim() === '') return 0;
  const room = ems * filled;
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(emsOf(line) / room)), 0);
}

/** What is free for people on a page. */
export function roomOn(sheet: Sheet): number {
  return sheet.heightMm - 2 * sheet.marginMm - nameMm - footMm;
}

export function laidOf(items: readonly DaySheetItem[], sheet: Sheet): readonly Laid[] {
  const em = sheet.points * millimetresPerPoint;
  const ems = (sheet.widthMm - 2 * sheet.marginMm - indentMm) / em;
  const lineMm = lineMmOf(sheet);
  return items.map((item, at) => {
    const why = Math.min(linesOf(item.why, ems), mostWhy);
    // Name and reach above, outcomes below: whatever is said, they stand on the same page.
    const most = Math.floor((roomOn(sheet) - boxMm) / lineMm) - 2 - why;
    const note = Math.min(linesOf(item.note, ems - headEms), Math.max(1, most - 4));
    const say = Math.min(linesOf(item.say ?? '', ems - headEms), Math.max(1, most - note));
    return { item, at, why, note, say, heightMm: (2 + why + note + say) * lineMm + boxMm };
  });
}

/** Nobody stands on two pages. An empty list is one page. */
export function sheetPages(laid: readonly Laid[], sheet: Sheet): readonly (readonly Laid[])[] {
  const room = roomOn(sheet);
  const pages: Laid[][] = [[]];
  let left = room;
  for (const one of laid) {
    if (one.heightMm > left && (pages.at(-1)?.length ?? 0) > 0) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)?.push(one);
    left -= one.heightMm;
  }
  return pages;
}
