/** How a page asks and writes: `useCall` for what it shows, `useAct` for what it does. Only pages call these; parts get props. */

import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { MethodName, ParamsOf, ResultOf } from '../../src-shared/contract/index.ts';
import type { FileTicket } from '../../src-shared/contract/shell.ts';
import { useToast } from '../parts/toast.tsx';
import type { Connection } from './connection.ts';
import { useConnection } from './connection-context.tsx';

export interface CallOptions {
  /** false: do not ask yet. */
  readonly enabled?: boolean;
  /** false: show nothing rather than the answer to the previous question. Default: figures stay until the new ones stand. */
  readonly keep?: boolean;
}

/** Asks the host and asks again when the ledger changed. The cache key is the method and its params. */
export function useCall<Name extends MethodName>(
  method: Name,
  params: ParamsOf<Name>,
  options: CallOptions = {},
): UseQueryResult<ResultOf<Name>, Error> {
  const connection = useConnection();
  return useQuery<ResultOf<Name>, Error>({
    queryKey: [method, params],
    queryFn: () => connection.call(method, params),
    enabled: options.enabled ?? true,
    ...(options.keep === false ? {} : { placeholderData: keepPreviousData }),
  } as Parameters<typeof useQuery<ResultOf<Name>, Error>>[0]);
}

export interface Act<Name extends MethodName> {
  /** Null when it failed; the person has been told why. */
  readonly act: (params: ParamsOf<Name>) => Promise<ResultOf<Name> | null>;
  readonly busy: boolean;
}

/** A write, or any call made by a click. Failures are shown as a toast and end as null. */
export function useAct<Name extends MethodName>(method: Name): Act<Name> {
  const connection = useConnection();
  const toast = useToast();
  const [running, setRunning] = useState(0);
  const act = useCallback(
    async (params: ParamsOf<Name>): Promise<ResultOf<Name> | null> => {
      setRunning((count) => count + 1);
      try {
        return await connection.call(method, params);
      } catch (error) {
        toast.failure(error);
        return null;
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [connection, method, toast],
  );
  return { act, busy: running > 0 };
}

/** Turns dropped files into tickets; the order of the files is kept. */
export function dropTickets(connection: Connection, files: Iterable<File>): Promise<FileTicket[]> {
  return Promise.all([...files].map((file) => connection.ticketFor(file)));
}
