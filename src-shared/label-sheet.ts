/** Sheets of adhesive labels in millimetres: how the labels lie on the paper, and how a printer that is a little off is made up for. */

import type { PaperSize } from './paper-size.ts';

/** A regular grid of equal labels, measured from the upper left corner of the sheet. */
export interface LabelGrid {
  readonly columns: number;
  readonly rows: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** From the edge of the sheet to the first label. */
  readonly leftMm: number;
  readonly topMm: number;
  /** Between two labels beside or below one another. */
  readonly gapXMm: number;
  readonly gapYMm: number;
}

export interface LabelPlace {
  readonly xMm: number;
  readonly yMm: number;
}

export const a4: PaperSize = { widthMm: 210, heightMm: 297 };

/** Common sheets, by how many labels they have. Edges as the makers of such sheets print them. */
export const labelGrids = {
  '8': { columns: 2, rows: 4, widthMm: 105, heightMm: 74.2, leftMm: 0, topMm: 0, gapXMm: 0, gapYMm: 0 },
  '10': { columns: 2, rows: 5, widthMm: 105, heightMm: 57, leftMm: 0, topMm: 6, gapXMm: 0, gapYMm: 0 },
  '14': { columns: 2, rows: 7, widthMm: 99.1, heightMm: 38.1, leftMm: 4.6, topMm: 15.1, gapXMm: 2.5, gapYMm: 0 },
  '16': { columns: 2, rows: 8, widthMm: 99.1, heightMm: 33.9, leftMm: 4.6, topMm: 12.9, gapXMm: 2.5, gapYMm: 0 },
  '21': { columns: 3, rows: 7, widthMm: 63.5, heightMm: 38.1, leftMm: 7.2, topMm: 15.1, gapXMm: 2.5, gapYMm: 0 },
  '24': { columns: 3, rows: 8, widthMm: 70, heightMm: 37, leftMm: 0, topMm: 0.5, gapXMm: 0, gapYMm: 0 },
  '40': { columns: 4, rows: 10, widthMm: 52.5, heightMm: 29.7, leftMm: 0, topMm: 0, gapXMm: 0, gapYMm: 0 },
} as const satisfies Readonly<Record<string, LabelGrid>>;
export type LabelGridName = keyof typeof labelGrids;
export const labelGridNames = Object.keys(labelGrids) as [LabelGridName, ...LabelGridName[]];

/** Lengths are compared to a hundredth: sums of tenths are not exact. */
const SLACK_MM = 0.01;

export function labelsOn({ columns, rows }: LabelGrid): number {
  return columns * rows;
}

/** Whether all labels lie on the sheet. */
export function isOnSheet(grid: LabelGrid, sheet: PaperSize): boolean {
  const right = grid.leftMm + grid.columns * grid.widthMm + (grid.columns - 1) * grid.gapXMm;
  const bottom = grid.topMm + grid.rows * grid.heightMm + (grid.rows - 1) * grid.gapYMm;
  return right <= sheet.widthMm + SLACK_MM && bottom <= sheet.heightMm + SLACK_MM;
}

/** Upper left corner of a label; labels are counted from 0, line by line. */
export function placeOf(grid: LabelGrid, label: number): LabelPlace {
  const column = label % grid.columns;
  const row = Math.floor(label / grid.columns);
  return {
    xMm: grid.leftMm + column * (grid.widthMm + grid.gapXMm),
    yMm: grid.topMm + row * (grid.heightMm + grid.gapYMm),
  };
}

/**
 * Which entries stand on which sheet. The first sheet begins at label `start` (counted from 1), the ones before are used up. Each entry of a
 * sheet is a place on it and the index of what stands there.
 */
export function sheetsOf(
  entries: number,
  grid: LabelGrid,
  start: number,
): readonly (readonly { readonly label: number; readonly entry: number }[])[] {
  const most = labelsOn(grid);
  const skipped = Math.min(most, Math.max(1, start)) - 1;
  const sheets: { label: number; entry: number }[][] = [];
  for (let entry = 0; entry < entries; entry += 1) {
    const place = entry + skipped;
    const standing = { label: place % most, entry };
    const sheet = sheets[Math.floor(place / most)];
    if (sheet === undefined) sheets.push([standing]);
    else sheet.push(standing);
  }
  return sheets;
}

/** What was measured on the page for it, in mm: how long its lines came out, and where its cross lies. */
export interface Measurement {
  readonly acrossMm: number;
  readonly downMm: number;
  readonly crossXMm: number;
  readonly crossYMm: number;
}

/** As they are drawn: a line across, a line down, and the cross, from the upper left corner of the sheet. */
export const drawn: Measurement = { acrossMm: 150, downMm: 200, crossXMm: 20, crossYMm: 20 };

/** How the page must be drawn so that a printer that was measured brings it out true: first scaled from the corner, then moved. */
export interface Correction {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly moveXMm: number;
  readonly moveYMm: number;
}

/**
 * A printer brings x out at `s · x + d`, where `s` is how much longer its lines are, and `d` how far it feeds the sheet askew. What should come
 * out at x is therefore drawn at `(x − d) / s`.
 */
export function correctionOf({ acrossMm, downMm, crossXMm, crossYMm }: Measurement): Correction {
  const longerX = acrossMm / drawn.acrossMm;
  const longerY = downMm / drawn.downMm;
  const offX = crossXMm - longerX * drawn.crossXMm;
  const offY = crossYMm - longerY * drawn.crossYMm;
  return { scaleX: 1 / longerX, scaleY: 1 / longerY, moveXMm: -offX / longerX, moveYMm: -offY / longerY };
}

/** Free within a label at each side: a printer does not reach the edge of the paper, and a knife not exactly that of the label. */
export function paddingOf({ widthMm, heightMm }: Pick<LabelGrid, 'widthMm' | 'heightMm'>): LabelPlace {
  return { xMm: Math.min(5, widthMm * 0.08), yMm: Math.min(4, heightMm * 0.1) };
}
