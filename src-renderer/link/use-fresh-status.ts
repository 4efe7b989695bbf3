/** Waits until the frame knows what the ledger holds now: before going to a room that an empty ledger does not open. */

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { LedgerStatus } from '../../src-shared/contract/ledger.ts';

export function useFreshStatus(): () => Promise<LedgerStatus | undefined> {
  const cache = useQueryClient();
  return useCallback(async () => {
    await cache.refetchQueries({ queryKey: ['ledger.status'] });
    return cache.getQueryData<LedgerStatus>(['ledger.status', {}]);
  }, [cache]);
}

/** Where one begins: among the customers, or, while there are none, at the import. */
export function homeOf(status: LedgerStatus | undefined): string {
  return status?.orders === 0 ? '/import' : '/customers';
}
