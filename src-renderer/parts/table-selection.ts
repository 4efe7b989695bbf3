/** Which row the keyboard is on and which rows are selected. What is selected belongs to the page; this only answers to keys and clicks. */

import { type KeyboardEvent as ReactKeyboardEvent, useRef, useState } from 'react';

export type RowKey = string | number;

export interface Selection<Row> {
  readonly keyOf: (row: Row) => RowKey;
  readonly selected: ReadonlySet<RowKey>;
  readonly onSelect: (selected: ReadonlySet<RowKey>) => void;
}

interface Options<Row> {
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly selection?: Selection<Row>;
  readonly here?: number;
  readonly onHere?: (index: number) => void;
  readonly onOpen?: (row: Row, index: number) => void;
  readonly pageRows: number;
}

export interface TableSelection<Row> {
  readonly here: number;
  readonly isSelected: (row: Row | undefined) => boolean;
  readonly point: (index: number, isShift: boolean, isCtrl: boolean) => void;
  readonly tick: (index: number, isShift: boolean) => void;
  readonly open: (index: number) => void;
  readonly onKeyDown: (event: ReactKeyboardEvent) => void;
}

export function useTableSelection<Row>(options: Options<Row>): TableSelection<Row> {
  const { rowAt, selection, onOpen } = options;
  const [ownHere, setOwnHere] = useState(-1);
  const anchor = useRef(-1);
  const here = options.here ?? ownHere;
  const moveTo = (index: number): void => {
    setOwnHere(index);
    options.onHere?.(index);
  };

  const add = (from: number, to: number): void => {
    if (selection === undefined) return;
    const next = new Set(selection.selected);
    for (let at = Math.min(from, to); at <= Math.max(from, to); at += 1) {
      const row = rowAt(at);
      if (row !== undefined) next.add(selection.keyOf(row));
    }
    selection.onSelect(next);
  };
  const toggle = (index: number): void => {
    const row = rowAt(index);
    if (selection === undefined || row === undefined) return;
    const key = selection.keyOf(row);
    const next = new Set(selection.selected);
    if (!next.delete(key)) next.add(key);
    anchor.current = index;
    selection.onSelect(next);
  };
  const open = (index: number): void => {
    const row = rowAt(index);
    if (row !== undefined) onOpen?.(row, index);
  };
  const extend = (index: number): void => {
    add(anchor.current < 0 ? Math.max(here, 0) : anchor.current, index);
    moveTo(index);
  };

  return {
    here,
    isSelected: (row) => row !== undefined && selection?.selected.has(selection.keyOf(row)) === true,
    open,
    tick: (index, isShift) => {
      if (isShift) extend(index);
      else toggle(index);
      moveTo(index);
    },
    point: (index, isShift, isCtrl) => {
      if (isShift && selection !== undefined) extend(index);
      else {
        if (isCtrl) toggle(index);
        else anchor.current = index;
        moveTo(index);
      }
    },
    onKeyDown: (event) => {
      if (answersKey(event, { ...options, here }, { extend, moveTo, toggle, open })) event.preventDefault();
    },
  };
}

interface Moves {
  readonly extend: (index: number) => void;
  readonly moveTo: (index: number) => void;
  readonly toggle: (index: number) => void;
  readonly open: (index: number) => void;
}

/** False when the key is not the list's. */
function answersKey<Row>(
  event: ReactKeyboardEvent,
  { here, total, pageRows, selection }: Options<Row> & { readonly here: number },
  moves: Moves,
): boolean {
  if (event.nativeEvent.isComposing || isControl(event.target)) return false;
  const step = stepOf(event.key, here, total, pageRows);
  if (step !== null) {
    if (event.shiftKey && selection !== undefined) moves.extend(step);
    else moves.moveTo(step);
    return true;
  }
  if (here < 0) return false;
  if (event.key === ' ' && selection !== undefined) moves.toggle(here);
  else if (event.key === 'Enter') moves.open(here);
  else return false;
  return true;
}

/** Buttons and fields inside a row keep their keys. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, input, textarea, select') !== null;
}

function stepOf(key: string, here: number, total: number, pageRows: number): number | null {
  const clamp = (index: number): number => Math.min(total - 1, Math.max(0, index));
  if (total === 0) return null;
  if (key === 'ArrowDown') return clamp(here + 1);
  if (key === 'ArrowUp') return clamp(here - 1);
  if (key === 'PageDown') return clamp(here + pageRows);
  if (key === 'PageUp') return clamp(here - pageRows);
  if (key === 'Home') return 0;
  return key === 'End' ? total - 1 : null;
}
