/** The owner's settings; before they are known, nothing is drawn, so that the window never flickers from one look to another. */

import { useQuery } from '@tanstack/react-query';
import type { Settings } from '../../src-shared/contract/settings.ts';
import { useConnection } from './connection-context.tsx';

export interface KnownSettings {
  readonly settings: Settings | undefined;
  /** They were read, or cannot be read: either way the window may be drawn. */
  readonly isKnown: boolean;
}

/** Stands above the toasts, so it cannot be `useCall`. The cache is the same. */
export function useSettings(): KnownSettings {
  const connection = useConnection();
  const { data, isPending } = useQuery({
    queryKey: ['settings.read', {}],
    queryFn: () => connection.call('settings.read', {}),
  });
  return { settings: data, isKnown: !isPending };
}
