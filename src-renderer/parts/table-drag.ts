/** A block of cells drawn with the mouse. Beyond the upper or lower edge the list follows, the faster the farther. */

import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { CellSpot } from './table-cells.ts';
import { spotOf } from './table-pointer.ts';
import type { TableScroll } from './table-scroll.ts';

interface Options {
  readonly total: number;
  readonly headHeight: number;
  readonly scroll: Pick<TableScroll, 'scroller' | 'rowsBox' | 'rowAtY' | 'moveBy'>;
  readonly onStretch: ((spot: CellSpot, from: CellSpot) => void) | undefined;
}

export interface TableDrag {
  readonly onPointerDown: (event: ReactPointerEvent) => void;
  /** The click that ends a drag is no click. */
  readonly wasDrag: () => boolean;
}

/** The column at this height of the window; kept columns lie over the others. */
function columnAtX(rowsBox: RefObject<HTMLDivElement | null>, clientX: number): number {
  const cells = [...(rowsBox.current?.querySelector('.vt-row')?.querySelectorAll('.vt-c:not(.tick)') ?? [])];
  const covers = (cell: Element): boolean => {
    const { left, right } = cell.getBoundingClientRect();
    return clientX >= left && clientX < right;
  };
  const kept = cells.findIndex((cell) => cell.classList.contains('kept') && covers(cell));
  if (kept >= 0) return kept;
  const found = cells.findIndex(covers);
  if (found >= 0) return found;
  return clientX < (cells[0]?.getBoundingClientRect().left ?? 0) ? 0 : cells.length - 1;
}

export function useTableDrag(options: Options): TableDrag {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const stop = useRef<() => void>(() => undefined);
  const dragged = useRef(false);
  useEffect(() => () => stop.current(), []);

  const begin = (down: ReactPointerEvent): void => {
    dragged.current = false;
    const start = spotOf(down.target);
    if (down.button !== 0 || start === null || start.isTick || start.column < 0) return;
    if (down.shiftKey || down.ctrlKey || down.metaKey || latest.current.onStretch === undefined) return;
    const from = { row: start.index, column: start.column };
    let last = { x: down.clientX, y: down.clientY };
    let frame = 0;
    const spot = (): CellSpot => {
      const { scroll, total } = latest.current;
      const row = Math.min(total - 1, Math.max(0, Math.floor(scroll.rowAtY(last.y))));
      return { row, column: columnAtX(scroll.rowsBox, last.x) };
    };
    /** Px beyond the edge, at each frame. */
    const follow = (): void => {
      const { scroll, headHeight, onStretch } = latest.current;
      const box = scroll.scroller.current?.getBoundingClientRect();
      if (box === undefined) return;
      const above = Math.min(0, last.y - box.top - headHeight);
      const below = Math.max(0, last.y - box.bottom);
      if (above + below !== 0 && dragged.current && scroll.moveBy((above + below) / 2)) onStretch?.(spot(), from);
      frame = requestAnimationFrame(follow);
    };
    const move = (event: PointerEvent): void => {
      last = { x: event.clientX, y: event.clientY };
      const to = spot();
      if (!dragged.current && to.row === from.row && to.column === from.column) return;
      dragged.current = true;
      latest.current.onStretch?.(to, from);
    };
    stop.current = () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', stop.current);
      window.removeEventListener('pointercancel', stop.current);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', stop.current);
    window.addEventListener('pointercancel', stop.current);
    frame = requestAnimationFrame(follow);
  };
  return { onPointerDown: begin, wasDrag: () => dragged.current };
}
