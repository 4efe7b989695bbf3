/** Where the virtual table is scrolled to: which rows are in view, and bringing the current row and column into it. */

import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import type { Placed } from './table-columns.ts';

export interface TableScroll {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly items: readonly VirtualItem[];
  /** Height of all rows. */
  readonly height: number;
}

interface Options {
  readonly total: number;
  readonly rowHeight: number;
  /** The head lies over the first rows while it sticks. */
  readonly headHeight: number;
  readonly loadWindow: ((from: number, count: number) => void) | undefined;
}

export function useTableScroll({ total, rowHeight, headHeight, loadWindow }: Options): TableScroll & {
  readonly show: (index: number) => void;
} {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    initialRect: { width: 1000, height: 600 },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height of rows is the reason to measure again
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const items = virtual.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const count = items.length;
  useEffect(() => {
    if (count > 0) loadWindow?.(from, count);
  }, [loadWindow, from, count]);
  return {
    scroller,
    items,
    height: virtual.getTotalSize(),
    show: (index) => showRow(scroller.current, index, rowHeight, headHeight),
  };
}

/** A row just outside comes to the edge, one far away to the middle, so that its neighbours are seen too. */
function showRow(element: HTMLElement | null, index: number, rowHeight: number, headHeight: number): void {
  if (element === null) return;
  const room = element.clientHeight - headHeight;
  const above = index * rowHeight;
  const below = above + rowHeight - room;
  const { scrollTop } = element;
  if (scrollTop <= above && scrollTop >= below) return;
  const gap = scrollTop > above ? scrollTop - above : below - scrollTop;
  if (gap > room) element.scrollTop = above - (room - rowHeight) / 2;
  else element.scrollTop = scrollTop > above ? above : below;
}

/** Brings a column into view beside the kept ones. */
export function showColumn<Row>(element: HTMLElement | null, placed: Placed<Row>, key: string): void {
  const column = placed.columns.find((one) => one.column.key === key);
  if (element === null || column === undefined || column.column.kept) return;
  const kept = placed.columns.filter((one) => one.column.kept).reduce((sum, { width }) => sum + width, placed.tick);
  const { scrollLeft, clientWidth } = element;
  const isSeen = column.left >= scrollLeft + kept && column.left + column.width <= scrollLeft + clientWidth;
  if (!isSeen) element.scrollLeft = column.left - kept - 40;
}
