/**
 * Which rows of a long list are drawn. The rows stand in a box that stays in view while the list is scrolled; every scroll draws them anew
 * before the browser paints, so that no part of the list is ever blank, however fast it goes by. Where the list leaps to rows that are not
 * loaded yet, those in view stay a moment longer (see table-held.ts): what is drawn may be a little behind the thumb.
 */

import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Placed } from './table-columns.ts';
import { type Held, useHeld } from './table-held.ts';
import { type Stand, standAfter, standAt, type Track, topToShow, trackOf } from './table-track.ts';

export interface TableScroll {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The box the rows stand in; moved by px. */
  readonly rowsBox: RefObject<HTMLDivElement | null>;
  /** The first row drawn, and how many. */
  readonly first: number;
  readonly count: number;
  /** Rows that fit at most: as many are there to be used again. */
  readonly slots: number;
  /** The row whose top is 0 px in the box: places of rows stay small numbers. */
  readonly base: number;
  /** Height of what is scrolled, and of what is seen of it; the head is in both. */
  readonly height: number;
  readonly viewHeight: number;
  readonly pageRows: number;
  readonly onScroll: () => void;
  readonly show: (index: number) => void;
  readonly toTop: () => void;
  /** Moves by px; answers false at the end. */
  readonly moveBy: (px: number) => boolean;
  /** The row, with its fraction, at a height of the window. */
  readonly rowAtY: (clientY: number) => number;
}

interface Options {
  readonly total: number;
  readonly rowHeight: number;
  readonly headHeight: number;
  /** The scroller as the page knows it. */
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly loadWindow: ((from: number, count: number) => void) | undefined;
  readonly isLoaded: (from: number, count: number) => boolean;
  /** The row at the top to begin with. */
  readonly startRow: number | undefined;
  /** Told of the row at the top, with its fraction, when the list has come to rest. */
  readonly onRest: ((row: number) => void) | undefined;
}

const rowsPerBase = 4096;
const restMs = 120;

/** The size of the scroller as the browser lays it out. */
function useRoom(scroller: RefObject<HTMLDivElement | null>): number {
  const [room, setRoom] = useState(600);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    setRoom(element.clientHeight);
    // Before the browser paints the new size: no strip of it is blank.
    const watch = new ResizeObserver(() => flushSync(() => setRoom(element.clientHeight)));
    watch.observe(element);
    return () => watch.disconnect();
  }, [scroller]);
  return room;
}

export function useTableScroll(options: Options): TableScroll {
  const { total, rowHeight, headHeight, loadWindow, startRow, onRest } = options;
  const scroller = options.grid;
  const rowsBox = useRef<HTMLDivElement>(null);
  const viewHeight = useRoom(scroller);
  const room = Math.max(rowHeight, viewHeight - headHeight);
  const track = useMemo(() => trackOf(total, rowHeight, room, window.devicePixelRatio), [total, rowHeight, room]);
  const stand = useRef<Stand>({ scrollTop: 0, top: 0 });
  const measured = useRef({ rowHeight, waiting: startRow });
  const [topRow, setTopRow] = useState(0);
  const first = Math.max(0, Math.min(topRow, total - 1));
  const slots = Math.ceil(room / rowHeight) + 1;
  const count = Math.max(0, Math.min(slots, total - first));
  const base = Math.floor(first / rowsPerBase) * rowsPerBase;
  const drawn = useRef(0);

  const place = useCallback(() => {
    const box = rowsBox.current;
    if (box !== null) box.style.transform = `translateY(${base * rowHeight - drawn.current}px)`;
  }, [base, rowHeight]);
  useLayoutEffect(place);

  const rowsAt = (top: number): readonly [from: number, count: number] => {
    const from = Math.floor(top / rowHeight);
    return [from, Math.max(0, Math.min(slots, total - from))];
  };
  const draw = (top: number): void => {
    drawn.current = top;
    const row = Math.floor(top / rowHeight);
    if (row === topRow) place();
    else setTopRow(row);
  };
  const held = useHeld({
    draw,
    isLoaded: (top) => options.isLoaded(...rowsAt(top)),
    load: (top) => loadWindow?.(...rowsAt(top)),
  });
  useLayoutEffect(held.settle);

  // Another height of rows or of the window: the row at the top stays there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only those are a reason to stand anew
  useLayoutEffect(() => {
    if (total === 0) return;
    const { rowHeight: before, waiting } = measured.current;
    measured.current = { rowHeight, waiting: undefined };
    held.drop();
    stand.current = standAt(track, (waiting ?? stand.current.top / before) * rowHeight);
    bringThumb(scroller, stand);
    draw(stand.current.top);
  }, [track, total, rowHeight]);
  useEffect(() => {
    if (count > 0 && held.isEmpty()) loadWindow?.(first, count);
  }, [loadWindow, first, count, held]);

  const moves = useMoves({ scroller, track, stand, drawn, held, rowHeight, headHeight, draw, place, onRest });
  const pageRows = Math.max(1, Math.floor(room / rowHeight) - 1);
  const height = track.length + headHeight;
  return { scroller, rowsBox, first, count, slots, base, height, viewHeight, pageRows, ...moves };
}

/** The thumb goes where the rows stand. */
function bringThumb(scroller: RefObject<HTMLDivElement | null>, stand: RefObject<Stand>): void {
  const element = scroller.current;
  if (element === null || Math.abs(element.scrollTop - stand.current.scrollTop) <= 0.5) return;
  element.scrollTop = stand.current.scrollTop;
  // Read back: the browser rounds, and the event that follows is no step of its own.
  stand.current = { ...stand.current, scrollTop: element.scrollTop };
}

interface Moving {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly track: Track;
  readonly stand: RefObject<Stand>;
  /** The px above the view of what is drawn. */
  readonly drawn: RefObject<number>;
  readonly held: Held;
  readonly rowHeight: number;
  readonly headHeight: number;
  readonly draw: (top: number) => void;
  readonly place: () => void;
  readonly onRest: ((row: number) => void) | undefined;
}

/** The ways a list is moved. They stay the same functions: rows need not be drawn anew because of them. */
function useMoves(moving: Moving): Pick<TableScroll, 'onScroll' | 'show' | 'toTop' | 'moveBy' | 'rowAtY'> {
  const latest = useRef(moving);
  useLayoutEffect(() => {
    latest.current = moving;
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const restSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const { scroller, track, stand, rowHeight, onRest } = latest.current;
      // The browser has moved on and will say so with its next frame: the list is not at rest, and must not be put back.
      if (scroller.current !== null && Math.abs(scroller.current.scrollTop - stand.current.scrollTop) > 0.5) return;
      // On a shortened track the thumb goes where it belongs once the wheel is still.
      stand.current = standAt(track, stand.current.top);
      bringThumb(scroller, stand);
      onRest?.(stand.current.top / rowHeight);
    }, restMs);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);

  const drawSoon = useCallback((top: number) => {
    const { drawn, held, track, draw } = latest.current;
    const isLeap = Math.abs(top - drawn.current) >= track.room;
    if (isLeap && held.puts(top)) return;
    held.drop();
    // Drawn before the browser paints what it scrolled.
    flushSync(() => draw(top));
    latest.current.place();
  }, []);

  const onScroll = useCallback(() => {
    const { scroller, track, stand } = latest.current;
    const scrollTop = scroller.current?.scrollTop ?? 0;
    if (scrollTop === stand.current.scrollTop) return;
    stand.current = standAfter(track, stand.current, scrollTop);
    drawSoon(stand.current.top);
    restSoon();
  }, [drawSoon, restSoon]);

  const goTo = useCallback(
    (top: number): boolean => {
      const { scroller, track, stand } = latest.current;
      const next = standAt(track, top);
      const isMove = next.top !== stand.current.top;
      if (isMove) {
        stand.current = next;
        bringThumb(scroller, stand);
        drawSoon(next.top);
      }
      restSoon();
      return isMove;
    },
    [drawSoon, restSoon],
  );
  const show = useCallback(
    (index: number) => {
      const { track, stand, rowHeight } = latest.current;
      const top = topToShow(track, stand.current.top, index, rowHeight);
      if (top !== stand.current.top) goTo(top);
    },
    [goTo],
  );
  const toTop = useCallback(() => void goTo(0), [goTo]);
  const moveBy = useCallback((px: number) => goTo(latest.current.stand.current.top + px), [goTo]);
  const rowAtY = useCallback((clientY: number) => {
    const { scroller, headHeight, rowHeight, drawn } = latest.current;
    const above = scroller.current?.getBoundingClientRect().top ?? 0;
    return (clientY - above - headHeight + drawn.current) / rowHeight;
  }, []);
  return { onScroll, show, toTop, moveBy, rowAtY };
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
