/** The keys of the virtual table: arrows and pages move, Home and End go to the ends, Shift stretches, Space selects, Enter opens. */

import type { KeyboardEvent as ReactKeyboardEvent } from 'react';
import type { CellSpot, TableCells } from './table-cells.ts';
import type { TableSelection } from './table-selection.ts';

export interface KeyedTable<Row> {
  readonly total: number;
  readonly columns: number;
  readonly pageRows: number;
  readonly canSelect: boolean;
  /** null: this list has no cells of its own. */
  readonly cells: (TableCells & { readonly end: CellSpot | null }) | null;
  readonly table: TableSelection<Row>;
  /** Brings a row into view, also the one where the keyboard is already. */
  readonly show: (index: number) => void;
  /** A digit was typed: to which row? */
  readonly onDigit: ((digit: string) => void) | undefined;
}

/** False when the key is not the list's. */
export function answersKey<Row>(event: ReactKeyboardEvent, keyed: KeyedTable<Row>): boolean {
  if (event.nativeEvent.isComposing || isControl(event.target) || event.altKey) return false;
  return movesRow(event, keyed) || movesColumn(event, keyed) || acts(event, keyed);
}

/** Buttons and fields inside the list keep their keys. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, input, textarea, select') !== null;
}

function rowAfter(key: string, isCtrl: boolean, from: number, total: number, pageRows: number): number | null {
  const clamp = (index: number): number => Math.min(total - 1, Math.max(0, index));
  if (total === 0) return null;
  if (key === 'Home' || (isCtrl && key === 'ArrowUp')) return 0;
  if (key === 'End' || (isCtrl && key === 'ArrowDown')) return total - 1;
  if (key === 'ArrowDown') return clamp(from + 1);
  if (key === 'ArrowUp') return clamp(from - 1);
  if (key === 'PageDown') return clamp(Math.max(from, 0) + pageRows);
  return key === 'PageUp' ? clamp(from - pageRows) : null;
}

function movesRow<Row>(event: ReactKeyboardEvent, keyed: KeyedTable<Row>): boolean {
  const { table, cells, total, pageRows } = keyed;
  const end = event.shiftKey ? (cells?.end ?? null) : null;
  const next = rowAfter(event.key, event.ctrlKey || event.metaKey, end?.row ?? table.here, total, pageRows);
  if (next === null) return false;
  if (cells !== null && end !== null) {
    // A block that was begun is stretched; without one, Shift selects rows.
    cells.stretchTo({ row: next, column: end.column });
    table.moveTo(next);
  } else if (event.shiftKey && keyed.canSelect) table.extend(next);
  else {
    cells?.letGo();
    table.moveTo(next);
  }
  keyed.show(next);
  return true;
}

function movesColumn<Row>(event: ReactKeyboardEvent, { cells, table, columns }: KeyedTable<Row>): boolean {
  if (cells === null || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') || event.ctrlKey) return false;
  const step = event.key === 'ArrowLeft' ? -1 : 1;
  const clamp = (column: number): number => Math.min(columns - 1, Math.max(0, column));
  const row = Math.max(0, table.here);
  if (table.here < 0) table.moveTo(row);
  if (!event.shiftKey) {
    cells.pointAt(clamp(cells.column + step));
    return true;
  }
  const from = { row, column: Math.max(0, cells.column) };
  const end = cells.end ?? from;
  cells.stretchTo({ row: end.row, column: clamp(end.column + step) }, cells.end === null ? from : undefined);
  return true;
}

function acts<Row>(event: ReactKeyboardEvent, { table, cells, canSelect, onDigit }: KeyedTable<Row>): boolean {
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() !== 'a' || !canSelect) return false;
    cells?.letGo();
    return table.selectAll();
  }
  if (event.key === 'Escape') return cells?.letGo() ?? false;
  if (/^\d$/.test(event.key) && onDigit !== undefined) {
    onDigit(event.key);
    return true;
  }
  if (table.here < 0) return false;
  if (event.key === ' ' && canSelect) {
    cells?.letGo();
    table.toggle(table.here);
  }
  if (event.key === 'Enter') table.open(table.here);
  return event.key === 'Enter' || (event.key === ' ' && canSelect);
}
