/** Gives every page the one connection, the query cache over it, and the invalidation by topic. */

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Connection } from './connection.ts';
import { isTouchedBy } from './topics.ts';

const ConnectionContext = createContext<Connection | null>(null);

export function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (connection === null) throw new Error('no connection above this component');
  return connection;
}

function newCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The host is on this machine: being offline means nothing, and a Problem does not go away by asking again.
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

export function ConnectionProvider(props: { readonly connection: Connection; readonly children: ReactNode }) {
  const { connection } = props;
  const [cache] = useState(newCache);
  useEffect(
    () =>
      connection.subscribe('ledger.changed', ({ topics }) => {
        void cache.invalidateQueries({ predicate: ({ queryKey }) => isTouchedBy(String(queryKey[0]), topics) });
      }),
    [connection, cache],
  );
  useEffect(() => connection.subscribe('ledger.restarted', () => void cache.invalidateQueries()), [connection, cache]);
  return (
    <ConnectionContext value={connection}>
      <QueryClientProvider client={cache}>{props.children}</QueryClientProvider>
    </ConnectionContext>
  );
}
