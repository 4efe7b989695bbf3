/** What was said on one page does not follow to the next: toasts go when the room is left. */

import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useToast } from '../parts/toast.tsx';

export function useCalmToasts(): void {
  const [location] = useLocation();
  const toast = useToast();
  // biome-ignore lint/correctness/useExhaustiveDependencies: leaving is what counts
  useEffect(() => toast.clear(), [location, toast]);
}
