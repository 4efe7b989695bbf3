/** What runs of strategies are called: the strategy's name and the day. */

import { useMemo } from 'react';
import { useCall } from './use-call.ts';

/** Empty until known. */
export function useRunNames(): ReadonlyMap<number, string> {
  const { data } = useCall('strategies.list', {});
  return useMemo(
    () => new Map(data?.strategies.flatMap(({ runs }) => runs.map(({ run, name, on }) => [run, `${name} ${on}`]))),
    [data],
  );
}
