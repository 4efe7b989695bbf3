/**
 * A long list read in windows: what is in view first, then what comes next in the direction of travel. While a list flies by only two
 * questions are under way at once, and the next one is always for the place where it is by then: those in between are never asked.
 */

import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useReducer, useRef, useState } from 'react';
import type { Connection } from './connection.ts';
import { useConnection } from './connection-context.tsx';

/** Rows asked for at once. */
export const windowSize = 100;
const atOnce = 2;
const ahead = 2;
/** Windows that went by are let go after this. */
const keptMs = 20_000;

export interface Windowed<Answer, Row> {
  /** The answer for the first rows: totals and sums of the whole list. Undefined until the first answer. */
  readonly first: Answer | undefined;
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  /** Told by the table which rows are in view. */
  readonly loadWindow: (from: number, count: number) => void;
  /** The newest question is not answered yet. */
  readonly busy: boolean;
  readonly error: Error | null;
}

export interface WindowedSource<Answer, Row> {
  /** The method's name first (topics invalidate by it), then everything the rows depend on. */
  readonly key: readonly [string, ...unknown[]];
  readonly ask: (connection: Connection, window: { readonly from: number; readonly count: number }) => Promise<Answer>;
  readonly total: (answer: Answer) => number;
  readonly rows: (answer: Answer) => readonly Row[];
  /** For lists with gaps: the row of this place in the whole list, looked up in the answer that covers it. */
  readonly place?: (answer: Answer, index: number) => Row | undefined;
}

/** What is in view, as pages, and which way the list goes. */
interface View {
  readonly from: number;
  readonly to: number;
  readonly way: 1 | -1;
}

/** Pages in the order they are needed; `pages` in all, when that is known. */
export function pagesNeeded({ from, to, way }: View, pages: number): readonly number[] {
  const inView = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  const edge = way === 1 ? to : from;
  const next = Array.from({ length: ahead }, (_, step) => edge + way * (step + 1));
  const behind = way === 1 ? from - 1 : to + 1;
  return [...inView, ...next, behind].filter((page) => page >= 0 && page < Math.max(1, pages));
}

export function useWindows<Answer, Row>(source: WindowedSource<Answer, Row>): Windowed<Answer, Row> {
  const connection = useConnection();
  const cache = useQueryClient();
  const [view, setView] = useState<View>({ from: 0, to: 0, way: 1 });
  const [, look] = useReducer((count: number) => count + 1, 0);
  const flying = useRef(0);
  // What was last shown at each place, for the moment between a new question and its answer.
  const shown = useRef(new Map<number, Answer>());
  const firstShown = shown.current.get(0);
  const pages = firstShown === undefined ? view.to + 1 : Math.ceil(source.total(firstShown) / windowSize);
  const needed = [...new Set([...pagesNeeded(view, pages), 0])];

  let free = atOnce - flying.current;
  const results = useQueries({
    queries: needed.map((page) => {
      const key = [...source.key, page];
      const state = cache.getQueryState(key);
      const isKnown = state?.data !== undefined || state?.status === 'error' || state?.fetchStatus === 'fetching';
      if (!isKnown) free -= 1;
      return {
        queryKey: key,
        enabled: isKnown || free >= 0,
        gcTime: keptMs,
        queryFn: async (): Promise<Answer> => {
          flying.current += 1;
          try {
            return await source.ask(connection, { from: page * windowSize, count: windowSize });
          } finally {
            flying.current -= 1;
            // Its place may no longer be wanted: then nobody else hears that the way is free.
            look();
          }
        },
      };
    }),
  });

  const now = new Map<number, Answer>();
  needed.forEach((page, at) => {
    const data = results[at]?.data ?? shown.current.get(page);
    if (data !== undefined) now.set(page, data);
  });
  shown.current = now;
  const first = now.get(0);

  const loadWindow = useCallback((from: number, count: number) => {
    const seen = { from: Math.floor(from / windowSize), to: Math.floor(Math.max(from, from + count - 1) / windowSize) };
    setView((known) => {
      if (known.from === seen.from && known.to === seen.to) return known;
      return { ...seen, way: seen.from < known.from || seen.to < known.to ? -1 : 1 };
    });
  }, []);
  const rowAt = (index: number): Row | undefined => {
    const page = Math.floor(index / windowSize);
    // Rows may stay in view a moment after the list leapt away from them.
    const answer = now.get(page) ?? cache.getQueryData<Answer>([...source.key, page]);
    if (answer === undefined) return undefined;
    return source.place === undefined ? source.rows(answer)[index % windowSize] : source.place(answer, index);
  };
  const error = useMemo(() => results.find((result) => result.error !== null)?.error ?? null, [results]);
  return {
    first,
    total: first === undefined ? 0 : source.total(first),
    rowAt,
    loadWindow,
    busy: needed.some((page, at) => page >= view.from && page <= view.to && results[at]?.isFetching === true),
    error,
  };
}
