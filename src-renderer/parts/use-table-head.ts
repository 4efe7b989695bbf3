/** Sizes of the virtual table as they are drawn, and what its heads can do. */

import { type ReactNode, type RefObject, useMemo } from 'react';
import { useLook } from '../look.tsx';
import { type ColumnWidths, useColumnWidths } from './column-widths.ts';
import { type HeadMenuActs, type HeadPlace, useHeadMenu } from './head-menu.tsx';
import { type Column, type Placed, placeColumns } from './table-columns.ts';
import type { VirtualTableProps } from './virtual-table.tsx';
import { countWhole, useWidthOf } from './whole-columns.ts';

export interface Measures<Row> {
  readonly rowHeight: number;
  readonly headHeight: number;
  /** Those that are shown. */
  readonly columns: readonly Column<Row>[];
  readonly placed: Placed<Row>;
  readonly widths: ColumnWidths;
}

/** Sizes in px as drawn: the owner's size of letters and the widths he dragged are in them. */
export function useMeasures<Row>(
  { name, columns: all, rowHeight, twoLineHead, selection, onlyWhole = false }: VirtualTableProps<Row>,
  grid: RefObject<HTMLDivElement | null>,
): Measures<Row> {
  const look = useLook();
  const widths = useColumnWidths(name);
  const room = useWidthOf(grid);
  const hasTick = selection !== undefined;
  const columns = useMemo(() => {
    if (!onlyWhole) return all;
    const { columns: each, tick } = placeColumns(all, widths.widths, look.scale, hasTick);
    return all.slice(
      0,
      countWhole(
        each.map(({ width }) => width),
        tick,
        room,
      ),
    );
  }, [all, onlyWhole, widths.widths, look.scale, hasTick, room]);
  return {
    rowHeight: rowHeight === undefined ? look.rowHeight : Math.round(rowHeight * look.scale),
    headHeight: Math.round((twoLineHead ? 46 : 30) * look.scale),
    columns,
    placed: useMemo(
      () => placeColumns(columns, widths.widths, look.scale, hasTick),
      [columns, widths.widths, look.scale, hasTick],
    ),
    widths,
  };
}

/** As wide as the longest of the cells that are drawn, and its head. */
function fittingWidth(rowsBox: HTMLElement | null, column: number): number {
  const view = rowsBox?.parentElement ?? null;
  const cells = [...(view?.querySelectorAll('.vt-row:not(.coming), .vt-head') ?? [])].map(
    (row) => [...row.children].filter((child) => !child.classList.contains('tick'))[column],
  );
  return Math.max(0, ...cells.map((cell) => (cell === undefined ? 0 : wordsOf(cell))));
}

/** The words of a cell with what is cut off of them, and the room around them. */
function wordsOf(cell: Element): number {
  const { paddingLeft, paddingRight } = getComputedStyle(cell);
  // A part within a line has no width of its own: it runs on behind the edge that cuts it.
  const parts = [...cell.querySelectorAll<HTMLElement>('*')].filter(
    (part) => part.clientWidth > 0 && !part.matches('.vt-grip, .head-more, .unseen, svg *'),
  );
  const missing = parts.reduce((sum, part) => sum + Math.max(0, part.scrollWidth - part.clientWidth), 0);
  const lefts = parts.map((part) => part.getBoundingClientRect());
  const span = Math.max(...lefts.map(({ right }) => right)) - Math.min(...lefts.map(({ left }) => left));
  const isEmpty = lefts.length === 0;
  return Math.ceil(
    (isEmpty ? 0 : span + missing) + Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight) + 2,
  );
}

export interface HeadActs {
  readonly acts: HeadMenuActs;
  readonly ask: (place: HeadPlace) => void;
  readonly menu: ReactNode;
}

export function useHeadActs<Row>(
  { columns, columnActs = {}, onSort }: VirtualTableProps<Row>,
  placed: Placed<Row>,
  { setWidth, reset }: ColumnWidths,
  rowsBox: RefObject<HTMLDivElement | null>,
): HeadActs {
  const keyOf = (column: number): string => columns[column]?.key ?? '';
  const acts: HeadMenuActs = {
    ...columnActs,
    count: columns.length,
    fixed: columns.filter(({ kept }) => kept === true).length,
    keyOf,
    canSort: (column) => columns[column]?.sortable === true,
    onSort: onSort === undefined ? undefined : (column, descending) => onSort(keyOf(column), descending),
    onWiden: (column, by) => {
      const drawn = rowsBox.current?.parentElement?.querySelectorAll<HTMLElement>('.vt-h:not(.tick)')[column];
      setWidth(keyOf(column), (drawn?.offsetWidth ?? placed.columns[column]?.width ?? 0) + by);
    },
    onFit: (column) => setWidth(keyOf(column), fittingWidth(rowsBox.current, column)),
    onResetWidths: reset,
  };
  const { ask, menu } = useHeadMenu(acts);
  return { acts, ask, menu };
}
