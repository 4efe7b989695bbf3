/** Sheets of paper in millimetres: how high the rows are and which stand on which page. Pure; the same on screen and paper. */

import type { ListColumn } from '../../../src-shared/contract/lists.ts';
import type { Settings } from '../../../src-shared/contract/settings.ts';

export type PaperName = Settings['printPaper'];

export interface Paper {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** A paper as it is used: which way round, how much is left free at its edges, how large the letters are. */
export interface Sheet extends Paper {
  readonly marginMm: number;
  readonly points: number;
}

export const papers: Readonly<Record<PaperName, Paper>> = {
  A4: { widthMm: 210, heightMm: 297 },
  A5: { widthMm: 148, heightMm: 210 },
  Letter: { widthMm: 215.9, heightMm: 279.4 },
};

export type SheetChoices = Pick<Settings, 'printPaper' | 'printLandscape' | 'printMarginMm' | 'printPoints'>;

export function sheetOf({ printPaper, printLandscape, printMarginMm, printPoints }: SheetChoices): Sheet {
  const { widthMm, heightMm } = papers[printPaper];
  const around = { marginMm: printMarginMm, points: printPoints };
  return printLandscape ? { widthMm: heightMm, heightMm: widthMm, ...around } : { widthMm, heightMm, ...around };
}

/** More is said plainly, not cut off silently. */
export const mostRows = 5000;

export interface Heights {
  readonly rowMm: number;
  /** The list's name, and beneath it its conditions: on the first page. */
  readonly nameMm: number;
  readonly headMm: number;
  readonly footMm: number;
}

/** Rows of 7.4 mm at 9 points; larger letters need higher ones. */
export function heightsOf({ points }: Pick<Sheet, 'points'>): Heights {
  const size = points / 9;
  return { rowMm: 7.4 * size, nameMm: 16 * size, headMm: 7.4 * size, footMm: 7 * size };
}

export const figureColumns: ReadonlySet<ListColumn> = new Set([
  'lastDay',
  'firstDay',
  'recencyDays',
  'orders',
  'netMinor',
  'paidMinor',
  'refundMinor',
  'averageMinor',
]);

/** How many rows stand on the first page and on each later one. */
export function rowsPerPage(sheet: Sheet): { readonly first: number; readonly later: number } {
  const { rowMm, nameMm, headMm, footMm } = heightsOf(sheet);
  const room = sheet.heightMm - 2 * sheet.marginMm - headMm - footMm;
  return { first: Math.max(1, Math.floor((room - nameMm) / rowMm)), later: Math.max(1, Math.floor(room / rowMm)) };
}

/** From which row to which (not included) each page goes. An empty list is one page. */
export function pagesOf(rows: number, sheet: Sheet): readonly { readonly from: number; readonly to: number }[] {
  const { first, later } = rowsPerPage(sheet);
  const pages = [{ from: 0, to: Math.min(rows, first) }];
  for (let from = first; from < rows; from += later) pages.push({ from, to: Math.min(rows, from + later) });
  return pages;
}
