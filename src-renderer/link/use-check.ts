/** From tickets to a report: recognise at once, check as soon as every file can be read. Asked again when a choice or the ledger changes. */

import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Finding } from '../../src-shared/contract/imports.ts';
import type { ParamsOf, ResultOf } from '../../src-shared/contract/index.ts';
import { useImportState } from '../state/import.ts';
import { useConnection } from './connection-context.tsx';
import { newJob } from './use-progress.ts';

export type CheckResult = ResultOf<'imports.check'>;

type Choices = ParamsOf<'imports.check'>['files'];

function useChoices(): Choices {
  const files = useImportState((state) => state.files);
  const choices = useImportState((state) => state.choices);
  return files.map(({ ticket }) => ({ ticket, ...choices[ticket] }));
}

export function useFindings(): UseQueryResult<{ findings: Finding[] }, Error> {
  const connection = useConnection();
  // What the owner corrected in the rows says nothing of the columns.
  const tickets = withoutFixes(useChoices());
  return useQuery({
    queryKey: ['imports.recognise', { tickets }],
    queryFn: () => connection.call('imports.recognise', { tickets }),
    enabled: tickets.length > 0,
    // Another encoding: the old sheet stays until the new one stands.
    placeholderData: keepPreviousData,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

/** The dry run. It goes on while other rooms are visited, and its answer is kept until it is posted or discarded. */
export function useCheck(isReady: boolean): UseQueryResult<CheckResult, Error> {
  const connection = useConnection();
  const files = useChoices();
  const shop = useImportState((state) => state.shop);
  const remember = useImportState((state) => state.remember);
  const setJob = useImportState((state) => state.setJob);
  const params = { files, ...(shop === null || shop === '' ? {} : { shop }), remember };
  return useQuery({
    queryKey: ['imports.check', params],
    queryFn: async () => {
      const job = newJob('check');
      setJob(job);
      try {
        return await connection.call('imports.check', { job, ...params });
      } finally {
        setJob(null);
      }
    },
    enabled: isReady && files.length > 0,
    // A cell was corrected: the figures stay until the new ones stand.
    placeholderData: (known, query) => (sameButFixes(query?.queryKey[1], params) ? known : undefined),
    gcTime: Number.POSITIVE_INFINITY,
  });
}

function withoutFixes(files: Choices): Choices {
  return files.map((choice) => {
    const { fixes, ...others } = choice;
    return fixes === undefined ? choice : others;
  });
}

/** The same files, read the same way. */
function sameButFixes(before: unknown, params: { readonly files: Choices }): boolean {
  if (typeof before !== 'object' || before === null || !('files' in before)) return false;
  // The keys of this query are made of its own params.
  const known = before as { readonly files: Choices };
  const text = (of: { readonly files: Choices }): string => JSON.stringify({ ...of, files: withoutFixes(of.files) });
  return text(known) === text(params);
}

/** Forgets files, choices and the check. What the host staged is thrown away too, unless it was posted. */
export function useDiscard(): (check: string | undefined) => void {
  const connection = useConnection();
  const cache = useQueryClient();
  const clear = useImportState((state) => state.clear);
  return useCallback(
    (check) => {
      clear();
      cache.removeQueries({ queryKey: ['imports.check'] });
      cache.removeQueries({ queryKey: ['imports.recognise'] });
      cache.removeQueries({ queryKey: ['imports.rows'] });
      // A check that is already gone needs no throwing away.
      if (check !== undefined) connection.call('imports.discard', { check }).catch(() => undefined);
    },
    [connection, cache, clear],
  );
}
