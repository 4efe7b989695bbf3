/** Sheets of paper in millimetres: how wide the columns are and which rows stand on which page. Pure; the same on screen and paper. */

import type { ListColumn } from '../../../src-shared/contract/lists.ts';
import type { Settings } from '../../../src-shared/contract/settings.ts';

export type PaperName = Settings['printPaper'];

export interface Sheet {
  readonly widthMm: number;
  readonly heightMm: number;
}

export const papers: Readonly<Record<PaperName, Sheet>> = {
  A4: { widthMm: 210, heightMm: 297 },
  A5: { widthMm: 148, heightMm: 210 },
  Letter: { widthMm: 215.9, heightMm: 279.4 },
};

export const marginMm = 12;
export const rowMm = 7.4;
/** The line with the list's name, on the first page. */
export const nameMm = 10;
export const headMm = 7.4;
export const footMm = 7;
const numberMm = 8;

/** More is said plainly, not cut off silently. */
export const mostRows = 5000;

export function sheetOf(paper: PaperName, landscape: boolean): Sheet {
  const { widthMm, heightMm } = papers[paper];
  return landscape ? { widthMm: heightMm, heightMm: widthMm } : { widthMm, heightMm };
}

interface Width {
  readonly least: number;
  /** Its part of what is left over; 0: as wide as it is. */
  readonly takes: number;
  /** In English, where heads and tier names are longer. */
  readonly english?: number;
}

const widths: Readonly<Record<ListColumn, Width>> = {
  name: { least: 21, takes: 1 },
  certainty: { least: 11.5, takes: 0, english: 15 },
  tier: { least: 21, takes: 0, english: 28 },
  buyerId: { least: 22, takes: 1 },
  phone: { least: 22, takes: 0 },
  province: { least: 13, takes: 0, english: 15 },
  city: { least: 13.5, takes: 0 },
  address: { least: 34, takes: 4 },
  lastDay: { least: 19.8, takes: 0 },
  firstDay: { least: 19.8, takes: 0 },
  recencyDays: { least: 12, takes: 0, english: 18 },
  orders: { least: 9.5, takes: 0, english: 12.5 },
  netMinor: { least: 18, takes: 0 },
  averageMinor: { least: 16, takes: 0 },
  lastItem: { least: 22, takes: 2 },
  note: { least: 24, takes: 3 },
  tick: { least: 11.5, takes: 0, english: 17.5 },
  result: { least: 18, takes: 3 },
};
/** How much of their least the columns that take what is left give up, before dates and money are touched. */
const yields = 0.4;

export const figureColumns: ReadonlySet<ListColumn> = new Set([
  'lastDay',
  'firstDay',
  'recencyDays',
  'orders',
  'netMinor',
  'averageMinor',
]);

/** Widths of the number column and the chosen columns; together exactly the room between the margins. */
export function columnWidths(
  columns: readonly ListColumn[],
  sheet: Sheet,
  language: 'zh-CN' | 'en',
): readonly number[] {
  const room = sheet.widthMm - 2 * marginMm - numberMm;
  const wanted = columns.map((column) => {
    const { least, takes, english = least } = widths[column];
    return { least: language === 'en' ? english : least, takes };
  });
  const sum = (of: (width: Width) => number): number => wanted.reduce((total, width) => total + of(width), 0);
  const least = sum((width) => width.least);
  const left = room - least;
  const takers = sum((width) => width.takes);
  if (left >= 0 && takers > 0) {
    return [numberMm, ...wanted.map((width) => width.least + (left * width.takes) / takers)];
  }
  const elastic = sum((width) => (width.takes > 0 ? width.least : 0));
  const given = left < 0 && elastic > 0 ? Math.min(yields, -left / elastic) : 0;
  const narrowed = wanted.map((width) => (width.takes > 0 ? width.least * (1 - given) : width.least));
  const all = narrowed.reduce((total, width) => total + width, 0);
  return [numberMm, ...narrowed.map((width) => (all === 0 ? 0 : (width * room) / all))];
}

/** How many rows stand on the first page and on each later one. */
export function rowsPerPage(sheet: Sheet): { readonly first: number; readonly later: number } {
  const room = sheet.heightMm - 2 * marginMm - headMm - footMm;
  return { first: Math.max(1, Math.floor((room - nameMm) / rowMm)), later: Math.max(1, Math.floor(room / rowMm)) };
}

/** From which row to which (not included) each page goes. An empty list is one page. */
export function pagesOf(rows: number, sheet: Sheet): readonly { readonly from: number; readonly to: number }[] {
  const { first, later } = rowsPerPage(sheet);
  const pages = [{ from: 0, to: Math.min(rows, first) }];
  for (let from = first; from < rows; from += later) pages.push({ from, to: Math.min(rows, from + later) });
  return pages;
}
