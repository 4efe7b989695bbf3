/** What a list's columns are, and where they lie: shared by the head and the rows of the virtual table. */

import type { CSSProperties, ReactNode } from 'react';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  /** A second word above the head, with `twoLineHead`. */
  readonly over?: string;
  /** In px at the ordinary size of letters. What is left over goes to the columns that were not dragged, to each by its width. */
  readonly width: number;
  /** Figures stand at the right. */
  readonly figures?: boolean;
  /** A vertical hairline before this column: where figures start and where they end. */
  readonly rule?: boolean;
  /** Stays when the list is scrolled sideways. Only the first columns. */
  readonly kept?: boolean;
  /** The head can be clicked to sort by it. */
  readonly sortable?: boolean;
  /** The whole of it, shown on hover over the head. */
  readonly hint?: string;
  readonly cell: (row: Row, index: number) => ReactNode;
  /** More classes for one cell (`cell-stop`, `cell-warn`, `mono`). */
  readonly cellClass?: (row: Row) => string;
}

export interface PlacedColumn<Row> {
  readonly column: Column<Row>;
  readonly width: number;
  readonly left: number;
}

export interface Placed<Row> {
  readonly columns: readonly PlacedColumn<Row>[];
  /** grid-template-columns of every row. */
  readonly template: string;
  readonly width: number;
  /** Width of the tick column; 0 without selection. */
  readonly tick: number;
}

export function placeColumns<Row>(
  columns: readonly Column<Row>[],
  dragged: Readonly<Record<string, number>>,
  scale: number,
  hasTick: boolean,
): Placed<Row> {
  const tick = hasTick ? Math.round(30 * scale) : 0;
  let left = tick;
  const placed = columns.map((column) => {
    const width = Math.round(dragged[column.key] ?? column.width * scale);
    const at = { column, width, left };
    left += width;
    return at;
  });
  // Columns that stay while the list is scrolled keep their width: the next one's place is counted from it.
  const isFixed = ({ column }: PlacedColumn<Row>): boolean => column.kept === true || dragged[column.key] !== undefined;
  const everyFixed = placed.every(isFixed);
  const tracks = placed.map((one, index) => {
    const takes = everyFixed ? index === placed.length - 1 : !isFixed(one);
    return takes ? `minmax(${one.width}px, ${one.width}fr)` : `${one.width}px`;
  });
  return { columns: placed, template: [...(hasTick ? [`${tick}px`] : []), ...tracks].join(' '), width: left, tick };
}

export function classOf<Row>(column: Column<Row>, own: 'vt-h' | 'vt-c'): string {
  return [own, column.figures && 'n', column.rule && 'fig', column.kept && 'kept'].filter(Boolean).join(' ');
}

export function keptStyle<Row>({ column, left }: PlacedColumn<Row>): CSSProperties | undefined {
  return column.kept ? { left } : undefined;
}
