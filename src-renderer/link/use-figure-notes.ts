/** What is to be said beside the figures of a page: days without a file in them, and orders that rules leave out of them. */

import type { ShopGaps } from '../parts/gap-note.tsx';
import { useCall } from './use-call.ts';
import { useChangeSettings } from './use-change-settings.ts';
import { useSettings } from './use-settings.ts';

export interface FigureNotes {
  /** Of the shops that are asked, those with missing days up to the day. */
  readonly gaps: readonly ShopGaps[];
  /** Orders that some rule excludes, in the whole book. */
  readonly excluded: number;
  readonly includesExcluded: boolean;
  /** `say`: the toast's words. */
  readonly includeExcluded: (include: boolean, say: string) => void;
}

/** `on`: figures are as of this day; without one, of everything. */
export function useFigureNotes(of: { readonly shop?: number | undefined; readonly on?: string }): FigureNotes {
  const { data: coverage } = useCall('coverage.list', {});
  const { data: rules } = useCall('exclusions.list', {});
  const { settings } = useSettings();
  const change = useChangeSettings();
  const gaps = (coverage?.shops ?? [])
    .filter(({ shop }) => of.shop === undefined || of.shop === shop)
    .map(({ shop, name, gaps: all }) => ({
      shop,
      name,
      gaps: all.filter(({ from }) => of.on === undefined || from <= of.on),
    }))
    .filter((shop) => shop.gaps.length > 0);
  return {
    gaps,
    excluded: rules?.excluded ?? 0,
    includesExcluded: settings?.includeExcluded ?? false,
    includeExcluded: (include, say) => void change({ includeExcluded: include }, say),
  };
}
