/** A block of cells, as in a spreadsheet: begun at one cell, stretched by Shift and arrows or by the mouse. For lists that add cells up. */

import { useRef, useState } from 'react';

/** Places in the list and in its columns. */
export interface CellSpot {
  readonly row: number;
  readonly column: number;
}

export interface CellBlock {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What a page is told: which rows and columns. */
export interface CellsTaken {
  readonly from: number;
  readonly count: number;
  /** Keys of the columns, as they stand. */
  readonly columns: readonly string[];
}

export interface TableCells {
  /** The column the keyboard is in; -1: in none, the whole row is meant. */
  readonly column: number;
  readonly block: CellBlock | null;
  /** A cell alone, no block. */
  readonly pointAt: (column: number) => void;
  readonly stretchTo: (spot: CellSpot, from?: CellSpot) => void;
  /** false: there was no block. */
  readonly letGo: () => boolean;
}

interface Range {
  readonly anchor: CellSpot;
  readonly end: CellSpot;
}

function blockOf({ anchor, end }: Range): CellBlock {
  return {
    top: Math.min(anchor.row, end.row),
    bottom: Math.max(anchor.row, end.row),
    left: Math.min(anchor.column, end.column),
    right: Math.max(anchor.column, end.column),
  };
}

function takenOf({ top, bottom, left, right }: CellBlock, keys: readonly string[]): CellsTaken {
  return { from: top, count: bottom - top + 1, columns: keys.slice(left, right + 1) };
}

interface Options {
  readonly keys: readonly string[];
  /** Told when the block changes; undefined: this list has no blocks. */
  readonly onCells: ((cells: CellsTaken | null) => void) | undefined;
  readonly onColumn: ((key: string | null) => void) | undefined;
}

export function useTableCells({ keys, onCells, onColumn }: Options): TableCells & { readonly end: CellSpot | null } {
  const [column, setColumn] = useState(-1);
  const [range, setRange] = useState<Range | null>(null);
  const told = useRef(false);
  const take = (next: Range | null): void => {
    setRange(next);
    if (next === null && !told.current) return;
    told.current = next !== null;
    onCells?.(next === null ? null : takenOf(blockOf(next), keys));
  };
  const enter = (next: number): void => {
    setColumn(next);
    if (next !== column) onColumn?.(keys[next] ?? null);
  };
  return {
    column,
    end: range?.end ?? null,
    block: range === null ? null : blockOf(range),
    pointAt: (next) => {
      enter(next);
      take(null);
    },
    stretchTo: (spot, from) => {
      const anchor = from ?? range?.anchor ?? spot;
      enter(anchor.column);
      take({ anchor, end: spot });
    },
    letGo: () => {
      take(null);
      return range !== null;
    },
  };
}
