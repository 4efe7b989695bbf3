/** Waits until the frame knows what the ledger holds now: before going to a room that an empty ledger does not open. */

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

export function useFreshStatus(): () => Promise<void> {
  const cache = useQueryClient();
  return useCallback(() => cache.refetchQueries({ queryKey: ['ledger.status'] }), [cache]);
}
