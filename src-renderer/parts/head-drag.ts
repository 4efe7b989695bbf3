/** Columns put in another order with the mouse: a head is taken, and where it is let go the column stands. */

import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react';

export interface HeadDrag {
  /** Before which column the one that is held would stand; null: none is held. */
  readonly target: number | null;
  readonly onPointerDown: (event: ReactPointerEvent) => void;
}

const leastPx = 6;

/** The place among the heads, kept ones at their own: `count` is behind the last. */
function placeAt(heads: readonly Element[], clientX: number): number {
  const found = heads.findIndex((head) => {
    const { left, width } = head.getBoundingClientRect();
    return clientX < left + width / 2;
  });
  return found < 0 ? heads.length : found;
}

/** `fixed`: so many columns at the left stay where they are. */
export function useHeadDrag(fixed: number, onMove: ((from: number, to: number) => void) | undefined): HeadDrag {
  const [target, setTarget] = useState<number | null>(null);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);

  const onPointerDown = (down: ReactPointerEvent): void => {
    const head = down.target instanceof Element ? down.target.closest('.vt-h') : null;
    const row = head?.parentElement ?? null;
    if (down.button !== 0 || onMove === undefined || head === null || row === null) return;
    if (down.target instanceof Element && down.target.closest('.vt-grip, .tick') !== null) return;
    const heads = [...row.children].filter((child) => !child.classList.contains('tick'));
    const from = heads.indexOf(head);
    if (from < fixed) return;
    let to: number | null = null;
    const move = (event: PointerEvent): void => {
      if (to === null && Math.abs(event.clientX - down.clientX) < leastPx) return;
      to = Math.max(fixed, placeAt(heads, event.clientX));
      setTarget(to);
    };
    const drop = (): void => {
      stop.current();
      if (to === null) return;
      // The click that follows is the end of the drag, not a sort.
      window.addEventListener('click', (click) => click.stopPropagation(), { capture: true, once: true });
      setTimeout(() => setTarget(null));
      const place = to > from ? to - 1 : to;
      if (place !== from) onMove(from, place);
    };
    stop.current = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', cancel);
    };
    const cancel = (): void => {
      stop.current();
      setTarget(null);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', cancel);
  };
  return { target, onPointerDown };
}
