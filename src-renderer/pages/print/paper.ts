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
}

const fixed = (least: number): Width => ({ least, takes: 0 });
const widths: Readonly<Record<ListColumn, Width>> = {
  name: { least: 18, takes: 1 },
  tier: fixed(25),
  buyerId: { least: 22, takes: 1 },
  phone: fixed(25),
  province: fixed(13),
  city: fixed(14),
  address: { least: 34, takes: 4 },
  lastDay: fixed(20.5),
  firstDay: fixed(20.5),
  recencyDays: fixed(14),
  orders: fixed(12),
  netMinor: fixed(20),
  averageMinor: fixed(18),
  lastItem: { least: 22, takes: 2 },
  note: { least: 24, takes: 3 },
  tick: fixed(13),
  result: { least: 18, takes: 3 },
};

export const figureColumns: ReadonlySet<ListColumn> = new Set([
  'lastDay',
  'firstDay',
  'recencyDays',
  'orders',
  'netMinor',
  'averageMinor',
]);

/** Widths of the number column and the chosen columns; together exactly the room between the margins. */
export function columnWidths(columns: readonly ListColumn[], sheet: Sheet): readonly number[] {
  const room = sheet.widthMm - 2 * marginMm - numberMm;
  const wanted = columns.map((column) => widths[column]);
  const least = wanted.reduce((sum, width) => sum + width.least, 0);
  const takers = wanted.reduce((sum, width) => sum + width.takes, 0);
  const left = room - least;
  const own = wanted.map((width) => {
    if (left < 0) return (width.least * room) / least;
    // Without a column that takes more, all of them share.
    return takers > 0
      ? width.least + (left * width.takes) / takers
      : width.least + (left * width.least) / Math.max(1, least);
  });
  return [numberMm, ...own];
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
