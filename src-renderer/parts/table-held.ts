/**
 * Where a list leaps, the rows in view stay until those it leapt to are loaded: words give way to words, not to empty rows. While the thumb
 * is dragged on, the newest place that is loaded by then is drawn. Once it is still, what takes too long is drawn with its numbers alone.
 */

import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';

const mostHeldMs = 200;
/** Of a thumb that flies on older places are not worth keeping. */
const mostPlaces = 16;

interface Options {
  readonly draw: (top: number) => void;
  readonly isLoaded: (top: number) => boolean;
  readonly load: (top: number) => void;
}

/** Places are px of rows above the view. It stays the same object. */
export interface Held {
  /** Holds a place whose rows are not loaded and asks for them; false: they are there. */
  readonly puts: (top: number) => boolean;
  readonly drop: () => void;
  readonly isEmpty: () => boolean;
  /** To be called whenever rows may have come. */
  readonly settle: () => void;
}

export function useHeld(options: Options): Held {
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  const held = useMemo((): Held => {
    let places: number[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const drop = (): void => {
      clearTimeout(timer);
      places = [];
    };
    const giveUp = (): void => {
      const last = places.at(-1);
      drop();
      if (last !== undefined) flushSync(() => latest.current.draw(last));
    };
    const waitFrom = (): void => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, mostHeldMs);
    };
    return {
      puts: (top) => {
        if (latest.current.isLoaded(top)) return false;
        places = [...places.slice(1 - mostPlaces), top];
        waitFrom();
        latest.current.load(top);
        return true;
      },
      drop,
      isEmpty: () => places.length === 0,
      settle: () => {
        const at = places.findLastIndex((place) => latest.current.isLoaded(place));
        const place = places[at];
        if (place === undefined) return;
        const newer = places.slice(at + 1);
        drop();
        places = newer;
        if (newer.length > 0) waitFrom();
        latest.current.draw(place);
      },
    };
  }, []);
  useEffect(() => held.drop, [held]);
  return held;
}
