/**
 * Where a long list stands. A browser bears only so many px of height, so a very long list is scrolled through a shorter track: the wheel
 * still moves it px by px, the thumb of the scrollbar by shares. Pure.
 */

export interface Track {
  /** Px of all rows. */
  readonly full: number;
  /** Px of them in the scrolled height: all, or what a browser bears. */
  readonly length: number;
  /** Px of rows seen at once. */
  readonly room: number;
}

export interface Stand {
  /** As the browser has it. */
  readonly scrollTop: number;
  /** Px of rows above the view. */
  readonly top: number;
}

/** Chromium holds heights in 1/64 of a device px as 32 bits: 33 million. Some are left for the head and for luck. */
const mostDevicePx = 24_000_000;

export function trackOf(total: number, rowHeight: number, room: number, pixelRatio: number): Track {
  const full = total * rowHeight;
  const most = Math.max(room * 2, Math.floor(mostDevicePx / Math.max(1, pixelRatio)));
  return { full, length: Math.min(full, most), room };
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(0, most), Math.max(0, value));
}

/** The rows' own px above the view where the thumb stands. */
function shareAt({ full, length, room }: Track, scrollTop: number): number {
  const way = length - room;
  return way <= 0 ? 0 : clamp((scrollTop / way) * (full - room), full - room);
}

/** Where the thumb belongs for rows that stand so far. */
export function standAt(track: Track, top: number): Stand {
  const { full, length, room } = track;
  const clamped = clamp(top, full - room);
  const way = full - room;
  return { top: clamped, scrollTop: way <= 0 ? 0 : (clamped / way) * (length - room) };
}

/** The browser scrolled to `scrollTop`: a step within the view moves rows by as much, a leap by shares. */
export function standAfter(track: Track, before: Stand, scrollTop: number): Stand {
  const { full, length, room } = track;
  if (full === length) return { scrollTop, top: clamp(scrollTop, full - room) };
  const step = scrollTop - before.scrollTop;
  const isAtEnd = scrollTop <= 0 || scrollTop >= length - room;
  if (isAtEnd || Math.abs(step) > room) return { scrollTop, top: shareAt(track, scrollTop) };
  return { scrollTop, top: clamp(before.top + step, full - room) };
}

/** Scrolls so that a row is seen: one just outside comes to the edge, one far away to the middle, with its neighbours. */
export function topToShow({ room }: Track, top: number, index: number, rowHeight: number): number {
  const start = index * rowHeight;
  const end = start + rowHeight - room;
  if (top <= start && top >= end) return top;
  const gap = top > start ? top - start : end - top;
  if (gap > room) return start - (room - rowHeight) / 2;
  return top > start ? start : end;
}
