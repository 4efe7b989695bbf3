/** The RFM grid as it is drawn: its bands, sums, shades, and where a line falls in it. Pure. */

import type { RfmSummary } from '../../../src-shared/contract/metrics.ts';

export type GridCell = RfmSummary['grid'][number];

/** From … to, both included; null: open. */
export interface Band {
  readonly from: number;
  readonly to: number | null;
}

export interface GridRow {
  readonly orders: Band;
  readonly cells: readonly GridCell[];
  readonly total: number;
}

export interface GridModel {
  /** Nearest first. */
  readonly recency: readonly Band[];
  /** Most orders first. */
  readonly rows: readonly GridRow[];
  readonly columnTotals: readonly number[];
  readonly total: number;
  readonly largest: number;
}

function bandsOf(pairs: readonly Band[]): Band[] {
  const byStart = new Map(pairs.map((band) => [band.from, band]));
  return [...byStart.values()].toSorted((a, b) => a.from - b.from);
}

function sum(cells: readonly GridCell[]): number {
  return cells.reduce((total, cell) => total + cell.customers, 0);
}

export function gridModel(grid: readonly GridCell[]): GridModel {
  const recency = bandsOf(grid.map((cell) => ({ from: cell.recencyFrom, to: cell.recencyTo })));
  const orders = bandsOf(grid.map((cell) => ({ from: cell.ordersFrom, to: cell.ordersTo }))).toReversed();
  const rows = orders.map((band): GridRow => {
    const cells = recency.flatMap((column) =>
      grid.filter((cell) => cell.ordersFrom === band.from && cell.recencyFrom === column.from),
    );
    return { orders: band, cells, total: sum(cells) };
  });
  return {
    recency,
    rows,
    columnTotals: recency.map((column) => sum(grid.filter((cell) => cell.recencyFrom === column.from))),
    total: sum(grid),
    largest: Math.max(0, ...grid.map((cell) => cell.customers)),
  };
}

// By the root of the share: small cells still differ from empty ones, and one crowded cell does not drown the rest.
const shadeSteps = [0.15, 0.3, 0.4, 0.52, 0.68] as const;

/** 0 (nobody) … 6 (the most crowded). */
export function shadeOf(customers: number, largest: number): number {
  if (customers === 0 || largest === 0) return 0;
  const share = Math.sqrt(customers / largest);
  return 1 + shadeSteps.filter((step) => share > step).length;
}

/** A line in the grid: in which band, and how far into it (0 … 1) from the left or the top. */
export interface LinePlace {
  readonly band: number;
  readonly at: number;
}

function bandWith(bands: readonly Band[], value: number): number {
  return bands.findIndex(({ from, to }) => value >= from && (to === null || value <= to));
}

/** Right of it one has been away too long to be near. */
export function nearLine(model: GridModel, days: number | null): LinePlace | null {
  if (days === null) return null;
  const found = bandWith(model.recency, days);
  const band = model.recency[found];
  if (band === undefined) return null;
  // Near the end of the band that has none: beside its words.
  if (band.to === null) return { band: found, at: 0.88 };
  return { band: found, at: (days - band.from + 1) / (band.to - band.from + 1) };
}

/** Above it one comes often. */
export function oftenLine(model: GridModel, orders: number | null): LinePlace | null {
  if (orders === null) return null;
  const bands = model.rows.map((row) => row.orders);
  const found = bandWith(bands, orders);
  const band = bands[found];
  if (band === undefined) return null;
  if (band.to === null) return { band: found, at: orders === band.from ? 1 : 0.5 };
  return { band: found, at: 1 - (orders - band.from) / (band.to - band.from + 1) };
}

/** '38%'; null below three cases, where a share says nothing. */
export function shareText(part: number, of: number, places = 0): string | null {
  return of < 3 ? null : `${((100 * part) / of).toFixed(places)}%`;
}
