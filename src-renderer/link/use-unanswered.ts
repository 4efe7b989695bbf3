/** What the page in view asked and got no answer to: five seconds of silence, or a failure. Read from the cache, so that no page must think of it. */

import { type Query, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem } from '../../src-shared/problem.ts';

const PATIENCE_MS = 5000;
const LOOK_EVERY_MS = 500;

/** They take as long as the files are large, or say themselves what went wrong. */
const speakThemselves: ReadonlySet<string> = new Set(['imports.check', 'imports.recognise', 'backups.preview']);

export interface Unanswered {
  /** null: nothing came, neither an answer nor a failure. */
  readonly error: Error | null;
  readonly retry: () => void;
}

function methodOf(query: Query): string {
  return String(query.queryKey[0]);
}

function isOpen(query: Query): boolean {
  return query.state.data === undefined && !speakThemselves.has(methodOf(query)) && !query.isDisabled();
}

/** A page answers itself for a Problem with what was asked; that the host is not there is nobody's question. */
function failureOf(query: Query): Error | null {
  const { error, fetchStatus } = query.state;
  if (error === null || fetchStatus === 'fetching' || methodOf(query) === 'ledger.status') return null;
  return error instanceof Problem && error.code !== 'ledger-restarted' ? null : error;
}

export function useUnanswered(): Unanswered | null {
  const cache = useQueryClient();
  const silent = useRef(new Map<string, number>());
  const [late, setLate] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  useEffect(() => {
    const look = (): void => {
      const open = cache.getQueryCache().findAll({ type: 'active' }).filter(isOpen);
      const now = performance.now();
      const since = new Map(
        open
          .filter(({ state }) => state.fetchStatus === 'fetching')
          .map(({ queryHash }) => [queryHash, silent.current.get(queryHash) ?? now]),
      );
      silent.current = since;
      setLate([...since.values()].some((began) => now - began >= PATIENCE_MS));
      setError(open.map(failureOf).find((failure) => failure !== null) ?? null);
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [cache]);
  const retry = useCallback(() => {
    silent.current.clear();
    setLate(false);
    setError(null);
    // What hangs is let go and asked anew.
    void cache.refetchQueries({ type: 'active', predicate: isOpen }, { cancelRefetch: true });
  }, [cache]);
  return late || error !== null ? { error, retry } : null;
}
