/** A long list read in windows: only the pages of rows in view are asked for, and the rows shown stay until new ones stand. */

import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Connection } from './connection.ts';
import { useConnection } from './connection-context.tsx';

/** Rows asked for at once. */
export const windowSize = 100;

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

export function useWindows<Answer, Row>(source: WindowedSource<Answer, Row>): Windowed<Answer, Row> {
  const connection = useConnection();
  const [pages, setPages] = useState<readonly number[]>([0]);
  const wanted = pages.includes(0) ? pages : [0, ...pages];
  const results = useQueries({
    queries: wanted.map((page) => ({
      queryKey: [...source.key, page],
      queryFn: () => source.ask(connection, { from: page * windowSize, count: windowSize }),
    })),
  });

  // What was last shown at each place, for the moment between a new question and its answer.
  const shown = useRef(new Map<number, Answer>());
  const now = new Map<number, Answer>();
  wanted.forEach((page, at) => {
    const data = results[at]?.data ?? shown.current.get(page);
    if (data !== undefined) now.set(page, data);
  });
  shown.current = now;
  const first = now.get(0);

  const loadWindow = useCallback((from: number, count: number) => {
    const firstPage = Math.floor(from / windowSize);
    const lastPage = Math.floor(Math.max(from, from + count - 1) / windowSize);
    const needed = Array.from({ length: lastPage - firstPage + 1 }, (_, step) => firstPage + step);
    setPages((known) => (known.join() === needed.join() ? known : needed));
  }, []);
  const rowAt = (index: number): Row | undefined => {
    const answer = now.get(Math.floor(index / windowSize));
    if (answer === undefined) return undefined;
    return source.place === undefined ? source.rows(answer)[index % windowSize] : source.place(answer, index);
  };
  const error = useMemo(() => results.find((result) => result.error !== null)?.error ?? null, [results]);
  return {
    first,
    total: first === undefined ? 0 : source.total(first),
    rowAt,
    loadWindow,
    busy: results.some((result) => result.isFetching),
    error,
  };
}
