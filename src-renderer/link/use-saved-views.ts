/** The saved views of the customer list. */

import { useSearch } from 'wouter';
import type { SavedView } from '../../src-shared/contract/views.ts';
import { savedOf } from '../state/saved-view.ts';
import { useCall } from './use-call.ts';

/** In the order they were made; undefined until known. */
export function useSavedViews(): readonly SavedView[] | undefined {
  return useCall('views.list', {}).data?.views;
}

/** The one the list is looked at through; null: none. */
export function useCurrentView(): SavedView | null {
  const saved = savedOf(useSearch());
  return useSavedViews()?.find(({ view }) => view === saved) ?? null;
}
