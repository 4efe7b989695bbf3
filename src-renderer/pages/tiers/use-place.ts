/** Where the tiers page stands, in its address: as of which day, of which shop, and by which division. */

import { useLocation, useSearch } from 'wouter';
import type { LedgerStatus } from '../../../src-shared/contract/ledger.ts';
import { type Day, dayOf } from '../../../src-shared/day.ts';

/** The eight tiers, the stages of a customer's life, the owner's levels, or the ladder A to E. */
export const tierViews = ['rfm', 'life', 'levels', 'ladder'] as const;
export type TierView = (typeof tierViews)[number];

export interface Place {
  readonly on: Day;
  readonly shop: number | undefined;
  readonly view: TierView;
  /** `shop`: null for all of them. */
  readonly setPlace: (place: { readonly on?: Day; readonly shop?: number | null; readonly view?: TierView }) => void;
}

export function usePlace(today: Day, shops: LedgerStatus['shops']): Place {
  const query = new URLSearchParams(useSearch());
  const [, navigate] = useLocation();
  const on = dayOf(query.get('on') ?? '') ?? today;
  const shop = shops.find(({ id }) => String(id) === query.get('shop'))?.id;
  const view = tierViews.find((known) => known === query.get('view')) ?? 'rfm';
  const setPlace: Place['setPlace'] = (place) => {
    const nextOn = place.on ?? on;
    const nextShop = place.shop === undefined ? shop : place.shop;
    const nextView = place.view ?? view;
    const next = new URLSearchParams();
    if (nextOn !== today) next.set('on', nextOn);
    if (nextShop !== undefined && nextShop !== null) next.set('shop', String(nextShop));
    if (nextView !== 'rfm') next.set('view', nextView);
    navigate(`/tiers?${next}`, { replace: true });
  };
  return { on, shop, view, setPlace };
}
