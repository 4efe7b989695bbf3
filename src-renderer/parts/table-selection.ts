/** Which row the keyboard is on and which rows are selected. What is selected belongs to the page; this only answers to keys and clicks. */

import { useRef, useState } from 'react';
import { type Chosen, everythingChosen, isChosen, type RowKey, toggled, withChosen } from './chosen.ts';

export interface Selection<Row> {
  readonly keyOf: (row: Row) => RowKey;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
  /** The keys of a stretch, also of rows that were never in view; null when they cannot be had. */
  readonly keysOf?: (from: number, count: number) => Promise<readonly RowKey[] | null>;
}

export interface SelectionOptions<Row> {
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly selection?: Selection<Row>;
  readonly here?: number;
  readonly onHere?: (index: number) => void;
  readonly onOpen?: (row: Row, index: number) => void;
}

export interface TableSelection<Row> {
  readonly here: number;
  readonly isSelected: (row: Row | undefined) => boolean;
  readonly point: (index: number, isShift: boolean, isCtrl: boolean) => void;
  readonly tick: (index: number, isShift: boolean) => void;
  readonly open: (index: number) => void;
  readonly moveTo: (index: number) => void;
  readonly extend: (index: number) => void;
  readonly toggle: (index: number) => void;
  /** false: there is no selection here. */
  readonly selectAll: () => boolean;
}

/** Where a stretch began, and what was selected before it. */
interface Anchor {
  readonly index: number;
  readonly before: Chosen;
}

export function useTableSelection<Row>(options: SelectionOptions<Row>): TableSelection<Row> {
  const { rowAt, selection, onOpen } = options;
  const [ownHere, setOwnHere] = useState(-1);
  const anchor = useRef<Anchor | null>(null);
  // The newest stretch counts, whichever of two is answered first.
  const asked = useRef(0);
  const here = options.here ?? ownHere;
  const moveTo = (index: number): void => {
    setOwnHere(index);
    options.onHere?.(index);
  };
  const anchorAt = (index: number, before: Chosen): void => {
    anchor.current = { index, before };
  };

  const toggle = (index: number): void => {
    const row = rowAt(index);
    if (selection === undefined || row === undefined) return;
    const next = toggled(selection.chosen, selection.keyOf(row));
    anchorAt(index, next);
    selection.onChoose(next);
  };
  const extend = (index: number): void => {
    if (selection !== undefined) {
      anchor.current ??= { index: Math.max(here, 0), before: selection.chosen };
      asked.current += 1;
      const mine = asked.current;
      const { before, index: start } = anchor.current;
      const [from, to] = [Math.min(start, index), Math.max(start, index)];
      const keys = knownKeys(rowAt, selection, from, to);
      if (keys !== null) selection.onChoose(withChosen(before, keys));
      else {
        void selection.keysOf?.(from, to - from + 1).then((found) => {
          if (found !== null && mine === asked.current) selection.onChoose(withChosen(before, found));
        });
      }
    }
    moveTo(index);
  };
  const point = (index: number, isShift: boolean, isCtrl: boolean): void => {
    if (isShift && selection !== undefined) {
      extend(index);
      return;
    }
    if (isCtrl) toggle(index);
    else if (selection !== undefined) anchorAt(index, selection.chosen);
    moveTo(index);
  };

  return {
    here,
    isSelected: (row) =>
      row !== undefined && selection !== undefined && isChosen(selection.chosen, selection.keyOf(row)),
    open: (index) => {
      const row = rowAt(index);
      if (row !== undefined) onOpen?.(row, index);
    },
    moveTo: (index) => point(index, false, false),
    extend,
    toggle,
    tick: (index, isShift) => {
      if (isShift) extend(index);
      else {
        toggle(index);
        moveTo(index);
      }
    },
    point,
    selectAll: () => {
      selection?.onChoose(everythingChosen);
      return selection !== undefined;
    },
  };
}

/** null: some of these rows were never in view. */
function knownKeys<Row>(
  rowAt: (index: number) => Row | undefined,
  selection: Selection<Row>,
  from: number,
  to: number,
): readonly RowKey[] | null {
  const keys: RowKey[] = [];
  for (let at = from; at <= to; at += 1) {
    const row = rowAt(at);
    if (row === undefined) return null;
    keys.push(selection.keyOf(row));
  }
  return keys;
}
