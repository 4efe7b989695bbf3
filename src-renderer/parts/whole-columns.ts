/** A list beside an open panel shows the columns that are whole there, from the first on; what the last ones say stands in the panel. */

import { type RefObject, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** How many of these columns are whole in the room; the first of them always. All in px, `before` what stands in front of them. */
export function countWhole(widths: readonly number[], before: number, room: number): number {
  let right = before;
  const cut = widths.findIndex((width) => {
    right += width;
    return right > room;
  });
  return cut < 0 ? widths.length : Math.max(1, cut);
}

/** The width of an element as the browser lays it out, known before it is painted; endless before that. */
export function useWidthOf(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    const box = element.current;
    if (box === null) return undefined;
    const read = (): void => setWidth(box.clientWidth);
    read();
    const watch = new ResizeObserver(() => flushSync(read));
    watch.observe(box);
    return () => watch.disconnect();
  }, [element]);
  return width;
}
