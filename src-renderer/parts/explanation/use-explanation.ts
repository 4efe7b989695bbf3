/** Asks the host how a figure was worked out, whatever kind of figure it is. */

import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Explanation } from '../../../src-shared/contract/explanations.ts';
import type { Connection } from '../../link/connection.ts';
import { useConnection } from '../../link/connection-context.tsx';
import type { Explained } from './subject.ts';

function ask(connection: Connection, of: Explained): Promise<Explanation> {
  switch (of.kind) {
    case 'customer': {
      const { kind: _kind, ...question } = of;
      return connection.call('explain.customer', question);
    }
    case 'metric': {
      const { kind: _kind, ...question } = of;
      return connection.call('explain.metric', question);
    }
    case 'list':
      return connection.call('explain.list', { filter: of.filter, basis: of.basis });
    case 'batch':
      return connection.call('explain.batch', { batch: of.batch, figure: of.figure });
    case 'check': {
      const { kind: _kind, ...question } = of;
      return connection.call('explain.check', question);
    }
  }
}

/** Figures of the same kind stay until the new ones stand. */
export function useExplanation(of: Explained): UseQueryResult<Explanation, Error> {
  const connection = useConnection();
  return useQuery<Explanation, Error>({
    queryKey: [`explain.${of.kind}`, of],
    queryFn: () => ask(connection, of),
    placeholderData: (before, query) =>
      query?.queryKey[0] === `explain.${of.kind}` ? keepPreviousData(before) : undefined,
  });
}
